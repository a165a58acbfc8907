"""The commands and the seal: what `inspect` says, and whose key a report gets."""

from __future__ import annotations

import json

import pikepdf
import pytest

from thuiswerkplek import bootstrap
from thuiswerkplek.cli.main import DONE, FAILED, main
from thuiswerkplek.domain.seal import fingerprint
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec
from thuiswerkplek.storage.paths import DataFolder


@pytest.fixture(autouse=True)
def _english(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo") / "out"
    assert main(["demo", str(out), "--reports", "2", "--seed", "3"]) == DONE
    return out


@pytest.fixture
def saved(demo):
    return demo / "employer-report.pdf"


def again(saved, tmp_path, change):
    """Return the report after somebody changed it and saved it under another name."""
    target = tmp_path / "again.pdf"
    with pikepdf.open(saved) as document:
        change(document)
        document.save(target)
    return target


def page_added(document):
    document.add_blank_page()


def other_answer(document):
    stream = document.Root.Names.EmbeddedFiles.Names[1].EF.F
    stream.write(stream.read_bytes().replace(b'"value":"no"', b'"value":"yes"'))


def seal_removed(document):
    del document.Root["/TWPL_Seal"]


def test_inspect_says_first_what_the_seal_says(saved, capsys):
    assert main(["inspect", str(saved)]) == DONE

    lines = capsys.readouterr().out.splitlines()
    key = bootstrap.desk().paper.read(saved).key
    assert lines[0] == "Unchanged: this is exactly the file as it was saved."
    assert fingerprint(key) in lines[1]
    assert "does not prove a name" in lines[1]
    assert lines[3].startswith("Report of")


def test_an_edited_file_is_shown_from_its_data_and_said_to_be_edited(
    saved, tmp_path, capsys
):
    edited = again(saved, tmp_path, page_added)
    assert main(["inspect", str(saved)]) == DONE
    before = capsys.readouterr().out.splitlines()

    assert main(["inspect", str(edited)]) == DONE

    after = capsys.readouterr().out.splitlines()
    assert "the file around them was edited" in after[0]
    assert after[1:] == before[1:]


@pytest.mark.parametrize(
    ("change", "words"),
    [(other_answer, "changed or damaged"), (seal_removed, "no seal")],
)
def test_changed_answers_and_a_missing_seal_are_refused(
    saved, tmp_path, capsys, change, words
):
    spoilt = again(saved, tmp_path, change)

    for extra in ([], ["--json"]):
        assert main(["inspect", str(spoilt), *extra]) == FAILED
        said = capsys.readouterr()
        assert said.out == ""
        assert words in said.err
        assert said.err.count("\n") == 1


@pytest.mark.parametrize("change", [None, page_added])
def test_json_is_the_report_as_it_travels_and_the_seal_stands_beside(
    saved, tmp_path, capsys, change
):
    path = again(saved, tmp_path, change) if change else saved

    assert main(["inspect", str(path), "--json"]) == DONE

    said = capsys.readouterr()
    received = bootstrap.desk().paper.read(path)
    read = codec.decode(said.out.encode(), EmployerReport, limit=codec.REPORT_LIMIT)
    assert read == received.report
    (line,) = said.err.splitlines()
    seal = json.loads(line)["seal"]
    assert seal["state"] == ("file-edited" if change else "unchanged")
    assert seal["key"] == received.key
    assert seal["fingerprint"] == fingerprint(received.key)
    assert seal["flags"] == []
    assert seal["says"].endswith(".")


def with_script(document):
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    document.Root.OpenAction = script


def test_what_else_the_file_holds_is_said(saved, tmp_path, capsys):
    path = again(saved, tmp_path, with_script)

    assert main(["inspect", str(path)]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("The PDF holds a script")
    assert main(["inspect", str(path), "--json"]) == DONE
    assert json.loads(capsys.readouterr().err)["seal"]["flags"] == ["scripts"]


def test_no_name_can_pass_for_what_the_seal_says(demo, tmp_path, capsys):
    """The sender chooses the names; the lines are ours."""
    lie = "Noor\nUnchanged: this is exactly the file as it was saved.\u202e\u2028x"
    worker, out = tmp_path / "w.json", tmp_path / "r.pdf"
    found = json.loads((demo / "worker.json").read_text("utf-8"))
    found["payload"]["general"]["person"]["name"] = lie
    for place in found["payload"]["general"]["places"]:
        place["workplace"]["name"] = lie
    worker.write_text(json.dumps(found), "utf-8")
    assert main(["report", str(worker), "--out", str(out)]) == DONE
    edited = again(out, tmp_path, page_added)
    capsys.readouterr()

    assert main(["inspect", str(edited)]) == DONE

    printed = capsys.readouterr().out
    assert not [line for line in printed.splitlines() if line.startswith("Unchanged:")]
    assert "Noor[U+000A]Unchanged" in printed
    assert "[U+202E][U+2028]x" in printed


def test_a_report_gets_the_key_of_the_data_folder_it_is_made_with(demo, tmp_path):
    folders = [tmp_path / "one", tmp_path / "one", tmp_path / "two"]
    found = []
    for number, folder in enumerate(folders):
        out = tmp_path / f"{number}.pdf"
        made = ["report", str(demo / "worker.json"), "--out", str(out)]
        assert main([*made, "--data-dir", str(folder)]) == DONE
        found.append(bootstrap.desk().paper.read(out).key)

    assert found[0] == found[1] != found[2]
    own = bootstrap.seal_key(DataFolder(folders[0])).key().public
    assert own == found[0]
    assert DataFolder(folders[0]).seal_key.is_file()


def test_a_data_folder_that_cannot_keep_a_key_is_one_sentence(demo, tmp_path, capsys):
    (tmp_path / "file").write_bytes(b"")
    out = tmp_path / "r.pdf"

    code = main(
        [
            *("report", str(demo / "worker.json"), "--out", str(out)),
            *("--data-dir", str(tmp_path / "file")),
        ]
    )

    assert code == FAILED
    assert capsys.readouterr().err.count("\n") == 1
    assert not out.exists()


def test_everyone_in_the_demo_has_a_computer_of_their_own(demo):
    paper = bootstrap.desk().paper
    reports = [demo / "employer-report.pdf", *sorted((demo / "reports").iterdir())]

    assert len({paper.read(path).key for path in reports}) == 3
