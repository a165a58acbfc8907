"""The command `balance`: figures in text and JSON, and a sentence for all that is bad."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.domain.agreements import FULL
from thuiswerkplek.cli.main import DONE, FAILED, main
from thuiswerkplek.exchange import codec

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs/daylog-csv.md"
LIST = """date;parts;trips;planned
2025-11-03;home 8;;
2025-11-04;office 8;commute car-petrol 25 morning-peak + commute car-petrol 25 16:45;
2025-11-06;home 2:30 + office 5:30;commute car-petrol 25 outside + commute car-petrol 25 evening-peak;
2025-11-07;home 8 [Attic];business train 40 outside;
2025-12-01;home 8;;yes
"""


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def days(tmp_path):
    path = tmp_path / "days.csv"
    path.write_text(LIST, "utf-8")
    return path


@pytest.fixture
def agreement(tmp_path):
    path = tmp_path / "agreement.json"
    path.write_bytes(codec.encode(FULL, program="test"))
    return path


def said(capsys, *arguments):
    code = main(["balance", *map(str, arguments)])
    return code, capsys.readouterr()


def told(capsys, *arguments):
    code, printed = said(capsys, *arguments, "--json")
    assert code == DONE
    assert printed.err == ""
    return json.loads(printed.out)


def test_the_figures_as_json(capsys, days):
    found = told(capsys, days, "--year", "2025", "--travel-minutes", "40")

    total = found["total"]
    assert total["home_share"] == 0.578125
    assert total["home_class"] == "mainly"
    assert total["half_days"] == {"home": 5, "office": 3}
    assert total["peak_share"] == 0.75
    assert (total["trips_avoided"], total["trips_shifted"]) == (4, 1)
    assert (total["minutes_saved"], total["metres_saved"]) == (160, 100_000)
    assert total["allowance"]["home"]["paid"] == 4.8
    assert total["allowance"]["travel"]["paid"] == 23
    assert total["allowance"]["business"]["paid"] == 9.2
    assert found["planned_days"] == 1
    assert found["months"]["2025-11"] == total
    assert found["months"]["2025-12"]["worked_days"] == 0
    assert len(found["months"]) == 12
    assert set(total["co2"]) == {"wpm-factors", "national-factors"}
    assert total["co2"]["wpm-factors"]["grams"] == 139 * 100 + 11 * 40
    assert {row["means"]: row["metres"] for row in found["wpm"]} == {
        "car": 100_000,
        "public-transport": 40_000,
    }


def test_the_figures_as_text(capsys, days):
    code, printed = said(capsys, days, "--year", "2025", "--travel-minutes", "40")

    assert code == DONE
    assert printed.err == ""
    text = printed.out
    for part in (
        "Balance of 2025",
        "1 planned day is not counted.",
        "At home: 58% of the time (mainly at home).",
        "Trips avoided: 4; moved out of the peak: 1",
        "Travel time saved: 2 h 40 min",
        "Together €37.00, of which €37.00 free of tax",
        "From 128 days on site",
    ):
        assert part in text
    rows = [line for line in text.splitlines() if line.startswith(("Month", "2025 "))]
    assert len({len(row) for row in rows}) == 1


def test_against_the_agreement(capsys, days, agreement):
    data = json.loads(agreement.read_text("utf-8"))
    data["payload"].update(valid_from="2025-01-01", valid_to=None)
    agreement.write_text(json.dumps(data), "utf-8")

    found = told(capsys, days, "--year", "2025", "--agreement", agreement)
    _code, printed = said(capsys, days, "--year", "2025", "--agreement", agreement)

    states = {one["rule"]["code"]: one["state"] for one in found["total"]["agreement"]}
    assert states["fixed-home"] == "kept"
    assert found["cross_border"]["residence"] == "DE"
    assert found["total"]["allowance"]["travel"]["paid"] == 23.5
    assert "Always at home on Monday and Friday: kept 1 of 1 times." in printed.out
    assert "a list of days cannot tell" in printed.out


def test_an_agreement_that_changed_is_given_twice(capsys, days, tmp_path):
    paths = []
    for first, amount in (("2025-01-01", "1"), ("2025-11-05", "2")):
        path = tmp_path / f"{first}.json"
        payload = {"valid_from": first, "money": {"home_a_day": amount}}
        path.write_text(
            json.dumps(
                {"kind": "agreement", "format": 1, "program": "", "payload": payload}
            ),
            "utf-8",
        )
        paths += ["--agreement", path]

    found = told(capsys, days, "--year", "2025", *paths)

    assert found["total"]["allowance"]["home"]["paid"] == 3


def test_an_unknown_year_says_unknown(capsys, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text(
        "date;parts;trips\n2029-01-02;home 8;\n2029-01-03;office 8;commute car 25\n",
        "utf-8",
    )

    code, printed = said(capsys, path, "--year", "2029")
    found = told(capsys, path, "--year", "2029")

    assert code == DONE
    assert "Together unknown, of which unknown free of tax" in printed.out
    assert found["total"]["allowance"]["together"]["paid"] is None
    assert found["total"]["co2"]["wpm-factors"]["grams"] is None


def test_a_year_without_days_says_so(capsys, days):
    code, printed = said(capsys, days, "--year", "2024")

    assert code == DONE
    assert "There are no days of 2024 in this list." in printed.out


BAD_LINES = """date;parts;trips
2025-11-03;hom 8;
2025-13-03;home 8;
2025-11-04;home 25;
2025-11-05;home 8;
05-11-2025;office 8;
2025-11-06;home 8;commute rocket 25
"""


def test_every_bad_line_is_told_with_its_number(capsys, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text(BAD_LINES, "utf-8")

    code, printed = said(capsys, path, "--year", "2025")

    assert code == FAILED
    assert printed.out == ""
    lines = printed.err.splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == [
        f"Line {number}" for number in (2, 3, 4, 6, 7)
    ]
    assert "Traceback" not in printed.err


def _million(path):
    path.write_text("date;parts\n" + "2025-11-03;home 8\n" * 1_000_000, "utf-8")


def _short_million(path):
    path.write_text("date;parts\n" + "x;y\n" * 1_000_000, "utf-8")


BAD_LISTS = {
    "missing": (lambda path: None, "There is no file"),
    "folder": (lambda path: path.mkdir(), "is a folder"),
    "empty": (lambda path: path.write_text(""), "is empty"),
    "no header": (lambda path: path.write_text("2025-11-03;home 8\n"), "first line"),
    "delimiter": (lambda path: path.write_text("date\tparts\n"), "not divided by"),
    "binary": (lambda path: path.write_bytes(b"date;parts\n\0\0"), "not a text file"),
    "letters": (lambda path: path.write_bytes(b"date;parts\n\xff"), "UTF-8"),
    "large": (_million, "larger than 8 MB"),
    "long": (_short_million, "more than 40000 lines"),
}


@pytest.mark.parametrize("kind", BAD_LISTS)
def test_a_bad_list_gets_a_sentence(capsys, tmp_path, kind):
    spoil, words = BAD_LISTS[kind]
    path = tmp_path / "bad.csv"
    spoil(path)

    code, printed = said(capsys, path, "--year", "2025")

    assert code == FAILED
    assert printed.out == ""
    assert words in printed.err


def test_what_stands_in_a_list_cannot_write_on_the_terminal(capsys, tmp_path):
    """TM-48: no escape codes, no turned text, no line of its own."""
    path = tmp_path / "bad.csv"
    path.write_text("date;parts\n2025-\x1b[31m;home 8\n2025-\u202e1;home 8\n", "utf-8")

    _code, printed = said(capsys, path, "--year", "2025")

    assert "[U+001B]" in printed.err
    assert "[U+202E]" in printed.err
    assert "\x1b" not in printed.err


def _agreement(payload):
    payload = {"valid_from": "2026-01-01", **payload}
    return json.dumps(
        {"kind": "agreement", "format": 1, "program": "", "payload": payload}
    )


BAD_AGREEMENTS = {
    "not JSON": ("no", "cannot be read"),
    "other kind": ('{"kind":"worker-file","format":1}', "another kind"),
    "newer": ('{"kind":"agreement","format":99}', "newer version"),
    "refuses itself": (_agreement({"valid_to": "2025-01-01"}), "at valid-to"),
    "unknown field": (_agreement({"illness": "flu"}), "at payload.illness"),
}


@pytest.mark.parametrize("kind", BAD_AGREEMENTS)
def test_a_bad_agreement_gets_one_sentence(capsys, days, tmp_path, kind):
    content, words = BAD_AGREEMENTS[kind]
    path = tmp_path / "agreement.json"
    path.write_text(content, "utf-8")

    code, printed = said(capsys, days, "--year", "2025", "--agreement", path)

    assert code == FAILED
    assert words in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("year", ["25", "1999", "2101", "next", "²⁰²⁵", "-2025"])
def test_a_year_that_cannot_be_is_a_usage_error(capsys, days, year):
    with pytest.raises(SystemExit) as ended:
        main(["balance", str(days), "--year", year])

    assert ended.value.code == 2


@pytest.mark.skipif(not DOCUMENT.exists(), reason="the documents are not here")
def test_the_documented_examples_can_be_read(capsys, tmp_path):
    blocks = DOCUMENT.read_text("utf-8").split("\n\n")
    (listed,) = [block for block in blocks if block.startswith("    date;")]
    (agreed,) = [block for block in blocks if block.startswith('    {"kind"')]
    header, *rows = [line.strip() for line in listed.splitlines()]
    path, agreement = tmp_path / "days.csv", tmp_path / "agreement.json"
    path.write_text("\n".join([header.split()[0], *rows]), "utf-8")
    agreement.write_text(agreed, "utf-8")

    found = told(capsys, path, "--year", "2026", "--agreement", agreement)

    assert found["total"]["worked_days"] == 2
    assert found["agreement_from"] == "2026-01-01"


def test_the_command_opens_no_window_and_loads_no_paper(days):
    script = (
        "import sys; from thuiswerkplek.cli.main import main;"
        f"main(['balance', {str(days)!r}, '--year', '2025']);"
        "print([n for n in ('PySide6', 'reportlab', 'pikepdf', 'pydantic')"
        " if n in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stderr.splitlines() == ["[]"]


def test_an_agreement_of_another_age_is_refused(capsys, days, tmp_path):
    path = tmp_path / "agreement.json"
    far = replace(FULL, valid_from=date(9999, 12, 31), valid_to=None)
    path.write_bytes(codec.encode(far, program="test"))

    code, printed = said(capsys, days, "--year", "2025", "--agreement", path)

    assert (code, printed.out) == (FAILED, "")
    assert "9999-12-31" in printed.err
