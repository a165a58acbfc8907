"""The commands of product.md: what they write, print and end with."""

from __future__ import annotations

import json
import re

import pikepdf
import pytest

from tests.fakes import TODAY
from thuiswerkplek import bootstrap
from thuiswerkplek.cli.main import DONE, FAILED, SOME_REFUSED, main
from thuiswerkplek.domain.catalogue import Answer, QuestionId
from thuiswerkplek.domain.sharing import MONTHS
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.paths import DataFolder


@pytest.fixture(autouse=True)
def _english(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo") / "out"
    assert main(["demo", str(out), "--reports", "6", "--seed", "3"]) == DONE
    return out


def test_demo_writes_a_worker_file_a_report_and_reports_of_different_people(demo):
    reports = sorted((demo / "reports").iterdir())
    paper = bootstrap.desk().paper
    people = {paper.read(path).report.person.name for path in reports}

    assert (demo / "worker.json").is_file()
    assert (demo / "employer-report.pdf").is_file()
    assert len(reports) == 6
    assert len(people) > 4


def test_the_same_seed_gives_the_same_people(demo, tmp_path):
    main(["demo", str(tmp_path / "again"), "--reports", "2", "--seed", "3"])

    again = tmp_path / "again"
    assert (again / "worker.json").read_bytes() == (demo / "worker.json").read_bytes()
    name = "verslag-1.pdf"
    twice = [(folder / "reports" / name).read_bytes() for folder in (again, demo)]
    assert twice[0] == twice[1]


def test_a_report_says_what_inspect_prints(demo, tmp_path, capsys):
    out = tmp_path / "r.pdf"

    assert main(["report", str(demo / "worker.json"), "--out", str(out)]) == DONE
    capsys.readouterr()
    assert main(["inspect", str(out), "--json"]) == DONE

    printed = json.loads(capsys.readouterr().out)
    worker = json.loads((demo / "worker.json").read_text("utf-8"))
    assert printed["kind"] == "employer-report"
    assert printed["payload"]["person"] == worker["payload"]["general"]["person"]
    with pikepdf.open(out) as pdf:
        assert list(pdf.attachments) == ["thuiswerkplek.json"]


def test_inspect_tells_a_person_what_is_in_it(demo, capsys):
    assert main(["inspect", str(demo / "employer-report.pdf")]) == DONE

    printed = capsys.readouterr().out
    assert printed.startswith("Unchanged: ")
    assert "Report of" in printed
    assert "of the hours at home" in printed


def payload(file, capsys):
    assert main(["inspect", str(file), "--json"]) == DONE
    return json.loads(capsys.readouterr().out)["payload"]


def test_month_totals_go_along_when_the_worker_file_releases_them(
    demo, tmp_path, capsys
):
    kept, told, file = (tmp_path / name for name in ("k.pdf", "t.pdf", "w.json"))
    worker = json.loads((demo / "worker.json").read_text("utf-8"))
    sharing = worker["payload"]["general"]["sharing"]
    sharing["released"].remove(MONTHS)
    file.write_text(json.dumps(worker), "utf-8")

    main(["report", str(demo / "worker.json"), "--out", str(told)])
    main(["report", str(file), "--out", str(kept)])
    capsys.readouterr()

    assert payload(kept, capsys)["months"] == []
    months = payload(told, capsys)["months"]
    assert months == payload(demo / "employer-report.pdf", capsys)["months"]
    today = bootstrap.SystemClock().today()
    assert (months[-1]["year"], months[-1]["month"]) < (today.year, today.month)
    days = [day["date"][:7] for day in worker["payload"]["log"]["days"]]
    for one in months:
        assert 0 < one["worked_days"] <= days.count(f"{one['year']}-{one['month']:02}")


def test_inspect_tells_the_days_per_month_when_they_are_in_it(demo, tmp_path, capsys):
    assert main(["inspect", str(demo / "employer-report.pdf")]) == DONE

    printed = capsys.readouterr().out.split("as the worker chose to share them:\n")[1]
    first, *more = printed.splitlines()
    assert re.fullmatch(
        r"  [A-Z]\w+ \d{4}: worked \d+; home \d+, office \d+, first home \d+, other \d+;"
        r" arrivals in a peak \d+, outside \d+",
        first,
    )
    assert len(more) >= 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_report_speaks_the_language_asked_for(demo, tmp_path, language):
    out = tmp_path / "r.pdf"

    main(
        ["report", str(demo / "worker.json"), "--out", str(out), "--language", language]
    )

    with pikepdf.open(out) as pdf:
        assert str(pdf.Root.Lang).startswith(language)


def test_usage_errors_end_with_2(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["report"])

    assert ended.value.code == 2
    assert "required" in capsys.readouterr().err


BAD_OUTPUTS = {
    "exists": "exists already",
    "folder": "is a folder",
    "no-folder": "does not exist",
}


@pytest.mark.parametrize("kind", BAD_OUTPUTS)
def test_an_output_that_cannot_be_gets_a_sentence_and_loses_nothing(
    demo, tmp_path, capsys, kind
):
    existing = tmp_path / "there.pdf"
    existing.write_bytes(b"precious")
    out = {
        "exists": existing,
        "folder": tmp_path,
        "no-folder": tmp_path / "not" / "here.pdf",
    }[kind]

    code = main(["report", str(demo / "worker.json"), "--out", str(out)])

    said = capsys.readouterr().err
    assert code == FAILED
    assert BAD_OUTPUTS[kind] in said
    assert said.count("\n") == 1
    assert existing.read_bytes() == b"precious"
    assert [path.name for path in tmp_path.iterdir()] == ["there.pdf"]


def _not_json(path):
    path.write_text("no", "utf-8")


def _cut_off(path):
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _edited(change):
    def edit(path):
        found = json.loads(path.read_text("utf-8"))
        change(found)
        path.write_text(json.dumps(found), "utf-8")

    return edit


def _newer(found):
    found["format"] = 99


def _wrong_type(found):
    found["payload"]["general"]["person"]["name"] = 7


def _unknown_question(found):
    found["payload"]["general"]["places"][0]["intake"]["intake-shoe-size"] = {
        "value": "yes"
    }


def _number_with_comma(found):
    intake = found["payload"]["general"]["places"][0]["intake"]
    intake["intake-home-days"]["value"] = "2,5"


def _long_name(found):
    found["payload"]["general"]["person"]["name"] = "x" * 201


def _huge(path):
    with path.open("r+b") as file:
        file.truncate(100 << 20)


BAD_WORKER_FILES = {
    "not JSON": (_not_json, "cannot be read"),
    "cut off": (_cut_off, "cannot be read"),
    "newer": (_edited(_newer), "newer version"),
    "wrong type": (_edited(_wrong_type), "general.person.name"),
    "name of 201": (_edited(_long_name), "general.person.name"),
    "100 MB": (_huge, "larger"),
}


@pytest.mark.parametrize("kind", BAD_WORKER_FILES)
@pytest.mark.parametrize("command", ["report", "import"])
def test_a_bad_worker_file_gets_one_sentence(demo, tmp_path, capsys, kind, command):
    spoil, words = BAD_WORKER_FILES[kind]
    bad = tmp_path / "bad.json"
    bad.write_bytes((demo / "worker.json").read_bytes())
    spoil(bad)
    extra = {
        "report": ["--out", str(tmp_path / "r.pdf")],
        "import": ["--data-dir", str(tmp_path / "data")],
    }[command]

    code = main([command, str(bad), *extra])

    said = capsys.readouterr().err
    assert code == FAILED
    assert words in said
    assert said.count("\n") == 1
    assert not (tmp_path / "r.pdf").exists()


@pytest.mark.parametrize("spoil", [_unknown_question, _number_with_comma])
@pytest.mark.parametrize("command", ["report", "import"])
def test_what_does_not_fit_is_counted_and_the_rest_is_taken(
    demo, tmp_path, capsys, spoil, command
):
    """Exit code 3: done, but not with everything."""
    odd = tmp_path / "odd.json"
    odd.write_bytes((demo / "worker.json").read_bytes())
    _edited(spoil)(odd)
    data = tmp_path / "data"
    extra = {
        "report": ["--out", str(tmp_path / "r.pdf")],
        "import": ["--without-private", "--data-dir", str(data)],
    }[command]

    code = main([command, str(odd), *extra])

    said = capsys.readouterr().err
    assert code == SOME_REFUSED
    assert "1 answer that does not fit" in said
    assert str(odd) in said
    assert said.count("\n") == 1
    if command == "report":
        assert (tmp_path / "r.pdf").exists()
        return
    with bootstrap.worker_services(DataFolder(data)) as services:
        assert services.places.all()


NAMES = ["\u202eevil", "👩‍💻 Zoë", "n" * 200, "عائشة", "<img src=/etc/passwd>", "=1+1"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_makes_a_report(demo, tmp_path, name):
    worker = tmp_path / "w.json"
    found = json.loads((demo / "worker.json").read_text("utf-8"))
    found["payload"]["general"]["person"]["name"] = name
    worker.write_text(json.dumps(found), "utf-8")
    out = tmp_path / "r.pdf"

    assert main(["report", str(worker), "--out", str(out)]) == DONE

    assert bootstrap.desk().paper.read(out).report.person.name == name


def test_a_file_that_is_no_report_ends_with_1(demo, tmp_path, capsys):
    plain = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)

    codes = [
        main(["inspect", str(path)])
        for path in (demo / "worker.json", plain, tmp_path / "none.pdf", tmp_path)
    ]

    said = capsys.readouterr().err.splitlines()
    assert codes == [FAILED] * 4
    assert len(said) == 4
    assert "carries no data" in said[1]


def test_export_import_and_erase_carry_everything(demo, tmp_path):
    source, target = tmp_path / "one", tmp_path / "two"
    first, second = tmp_path / "first.json", tmp_path / "second.json"

    steps = [
        [
            "import",
            str(demo / "worker.json"),
            "--data-dir",
            str(source),
            "--without-private",
        ],
        ["export", str(first), "--data-dir", str(source)],
        ["import", str(first), "--data-dir", str(target)],
        ["export", str(second), "--data-dir", str(target)],
    ]
    assert [main(step) for step in steps] == [DONE] * 4
    assert first.read_bytes() == second.read_bytes()

    assert main(["erase", "--yes", "--data-dir", str(target)]) == DONE
    with bootstrap.worker_services(DataFolder(target)) as services:
        assert services.places.all() == ()
        assert services.sharing.person().name == ""


def test_import_never_mixes_with_what_is_there(tmp_path, demo, capsys):
    data = tmp_path / "data"
    with bootstrap.worker_services(bootstrap.data_folder(data)) as services:
        place = services.places.add("Mine")
        services.checking.answer(place.id, QuestionId("desk-size"), Answer("yes"))

    code = main(
        [
            "import",
            str(demo / "worker.json"),
            "--data-dir",
            str(data),
            "--without-private",
        ]
    )

    assert code == FAILED
    assert "already" in capsys.readouterr().err
    with bootstrap.worker_services(DataFolder(data)) as services:
        assert [place.name for place in services.places.all()] == ["Mine"]


def test_a_private_part_without_a_place_to_keep_it_is_refused_whole(
    demo, tmp_path, capsys
):
    data = tmp_path / "data"

    code = main(["import", str(demo / "worker.json"), "--data-dir", str(data)])

    assert code == FAILED
    assert capsys.readouterr().err
    with bootstrap.worker_services(DataFolder(data)) as services:
        assert services.places.all() == ()


def test_erase_asks_first(tmp_path, capsys):
    code = main(["erase", "--data-dir", str(tmp_path / "data")])

    assert code == FAILED
    assert "Nothing was erased" in capsys.readouterr().err


def test_demo_does_not_write_into_a_folder_with_files(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("precious")

    code = main(["demo", str(tmp_path)])

    assert code == FAILED
    assert "exists already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_erase_leaves_no_copy_behind(demo, tmp_path):
    data = DataFolder(tmp_path / "data")
    main(
        [
            "import",
            str(demo / "worker.json"),
            "--data-dir",
            str(data.root),
            "--without-private",
        ]
    )
    backups.copy_of_the_day(data, TODAY)

    assert main(["erase", "--yes", "--data-dir", str(data.root)]) == DONE

    assert list(data.backups.iterdir()) == []
