"""The worker's own data: all of it out, the same back in, bad files refused, and gone."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from tests.domain.strategies import worker_files
from tests.fakes import TODAY, FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap, sentences
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.daylog import Band, Day, Mode, Part, Purpose, Trip, Where
from thuiswerkplek.domain.errors import (
    LockedError,
    MissingFileError,
    NotAllowedError,
    RefusedReportError,
    UnreadableFileError,
    UnwritableFileError,
)
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.people import NAME_LENGTH, Person
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.domain.records import (
    GeneralRecords,
    PrivateRecords,
    Request,
    WorkerFile,
)
from thuiswerkplek.exchange import codec
from thuiswerkplek.services.own_data import file_of
from thuiswerkplek.storage.paths import DataFolder

PRIVATE, WORD = "posture-change", "KANARIE"


@pytest.fixture
def open_folder(tmp_path):
    """Return a function that opens another empty folder."""
    opened = []

    def _open(name, keys=None):
        folder = DataFolder(tmp_path / name)
        folder.make()
        services = bootstrap.worker_services(
            folder, keys=keys or MemoryKeyStore(), clock=FixedClock()
        )
        opened.append(services)
        return services.__enter__()

    yield _open
    for services in opened:
        services.__exit__(None, None, None)


def live(services):
    """A bit of everything a worker can have."""
    services.private.open_by_itself()
    place = services.places.add(f"Zolder {WORD}").id
    services.places.add("Keuken")
    services.sharing.name_person(Person(f"Zoë 👩‍💻 \u202e{WORD}", "12", WORD))
    answers = {
        "intake-home-days": Answer(2.5),
        "intake-body-height": Answer(181.5),
        "chair-adjustable": Answer("no", None, f"wiebelt {WORD}"),
        "light-level": Answer("yes", 120.0),
        PRIVATE: Answer(90.0, None, WORD),
    }
    for name, answer in answers.items():
        services.checking.answer(place, name, answer)
    services.checking.skip(place, "desk-legroom")
    for line in services.measuring.lines()[:2]:
        services.measuring.advance(line, State.SET_UP, note=WORD)
    services.checking.finish(place)
    services.checking.start(place, carry_over=True)
    services.checking.stand_at(place, PRIVATE)
    services.sharing.strike(f"{place}/answer/chair-adjustable", is_struck=True)
    services.sharing.release(f"{place}/remark/light-level", is_released=True)
    services.sharing.ask(Request.EYE_TEST, is_asked=True)
    return place


# Out and back in


def test_what_goes_out_comes_back_the_same(services, open_folder, tmp_path):
    live(services)
    services.own_data.export(tmp_path / "mine.json")
    other = open_folder("other")
    other.private.open_by_itself()

    other.own_data.take_in(tmp_path / "mine.json")

    everything = services.own_data.everything()
    assert other.own_data.everything() == everything
    assert everything.private.answers
    other.own_data.export(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (
        tmp_path / "mine.json"
    ).read_bytes()


@settings(max_examples=15)
@given(worker=worker_files())
def test_any_worker_file_goes_in_and_comes_out_the_same(tmp_path_factory, worker):
    root = tmp_path_factory.mktemp("round")
    path = root / "worker.json"
    path.write_bytes(file_of(worker, program="another 9"))
    folder = DataFolder(root / "data")
    folder.make()
    with bootstrap.worker_services(
        folder, keys=MemoryKeyStore(), clock=FixedClock()
    ) as services:
        services.private.make(Keeping.NOT_KEPT)
        services.own_data.take_in(path)

        assert services.own_data.everything() == worker


def test_without_the_private_part_only_the_general_part_comes(
    services, open_folder, tmp_path
):
    live(services)
    services.own_data.export(tmp_path / "mine.json")
    other = open_folder("other", MemoryKeyStore(works=False))
    with pytest.raises(LockedError):
        other.own_data.take_in(tmp_path / "mine.json")
    assert other.places.all() == ()

    other.own_data.take_in(tmp_path / "mine.json", with_private=False)

    everything = other.own_data.everything()
    assert everything.general == services.own_data.everything().general
    assert everything.private == PrivateRecords()


def test_while_its_vault_is_closed_the_private_part_is_left_out(services, tmp_path):
    live(services)
    services.private.close()

    services.own_data.export(tmp_path / "mine.json")

    found = services.own_data.read(tmp_path / "mine.json").worker
    assert found.private == PrivateRecords()


def test_a_private_measure_of_a_removed_place_does_not_spoil_the_export(
    services, tmp_path
):
    """Removed while the vault was closed, it went when that opened."""
    place = live(services)
    services.private.close()
    services.places.remove(place)
    services.private.open_by_itself()

    services.own_data.export(tmp_path / "mine.json")

    found = services.own_data.read(tmp_path / "mine.json").worker
    assert found.private.measures == ()


def test_what_is_there_is_not_mixed_with_what_comes(services, tmp_path):
    live(services)
    services.own_data.export(tmp_path / "mine.json")
    before = services.own_data.everything()

    with pytest.raises(NotAllowedError) as caught:
        services.own_data.take_in(tmp_path / "mine.json")

    assert str(caught.value) == "not-empty"
    assert services.own_data.everything() == before


def test_days_that_are_there_are_not_mixed_with_what_comes(services, tmp_path):
    services.own_data.export(tmp_path / "mine.json")
    day = Day(TODAY, (Part(Where.HOME, 480),))
    services.own_data._store.log.put_days([day])

    with pytest.raises(NotAllowedError):
        services.own_data.take_in(tmp_path / "mine.json")

    assert services.own_data.everything().log.days == (day,)


def test_twenty_years_of_days_go_out_and_come_back(services, open_folder, tmp_path):
    """Five days a week, two legs on each: under the limits of what may come in."""
    legs = (Trip(Purpose.COMMUTE, Mode.CAR_PETROL, 25.125, Band.MORNING_PEAK),) * 2
    parts = (Part(Where.HOME, 150), Part(Where.OFFICE, 330))
    first = date(2006, 1, 2)
    days = [first + timedelta(number) for number in range(20 * 365)]
    log = [Day(day, parts, legs) for day in days if day.weekday() < 5]
    services.own_data._store.log.put_days(log)
    services.own_data.export(tmp_path / "mine.json")
    other = open_folder("other")

    other.own_data.take_in(tmp_path / "mine.json")

    assert other.own_data.everything().log.days == tuple(log)


def test_an_export_that_cannot_be_written_is_said(services, tmp_path):
    with pytest.raises(UnwritableFileError):
        services.own_data.export(tmp_path / "none" / "mine.json")


# Gone


def words_on_disk(folder):
    return [
        path.name
        for path in folder.root.rglob("*")
        if path.is_file() and WORD.encode() in path.read_bytes()
    ]


def test_erased_no_word_is_left_in_the_folder_even_while_it_is_open(
    services, keys, folder
):
    live(services)
    assert words_on_disk(folder)

    services.own_data.erase()

    assert words_on_disk(folder) == []
    assert not folder.private_store.exists()
    assert keys.keys == {}
    assert services.own_data.everything() == WorkerFile(GeneralRecords())
    assert services.sharing.draft("nl").report.version == 1
    assert services.private.open_by_itself()


def test_erasing_nothing_is_no_problem(services):
    services.own_data.erase()
    services.own_data.erase()

    assert services.places.all() == ()


# Files that are not right


def worker_json(change=lambda found: None):
    """Return a small worker file as JSON, with something changed in it."""
    found = json.loads(
        file_of(WorkerFile(GeneralRecords(person=Person("Noor"))), program="p")
    )
    found["payload"]["general"]["places"] = [
        {
            "workplace": {"id": "p", "name": "Zolder", "share_percent": 100},
            "intake": {"intake-home-days": {"value": 3.0}},
            "checks": [
                {
                    "id": "c",
                    "workplace": "p",
                    "catalogue_version": "2026.1",
                    "started": "2026-11-20",
                    "answers": {"chair-adjustable": {"value": "no"}},
                }
            ],
            "measures": [],
        }
    ]
    change(found)
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "surrogatepass")


def in_place(**changes):
    def change(found):
        found["payload"]["general"]["places"][0].update(changes)

    return change


def in_intake(value):
    return in_place(intake={"intake-home-days": {"value": value}})


def in_person(**changes):
    return lambda found: found["payload"]["general"]["person"].update(changes)


def nested(found):
    for _ in range(50):
        found = [found]
    return found


GOOD = worker_json()
BAD = {
    "a newer version": (
        worker_json(lambda f: f.update(format=f["format"] + 1)),
        "newer-format",
    ),
    "cut off": (GOOD[:-20], "not-json"),
    "cut off in a letter": (worker_json(in_person(name="é"))[:-1], "not-json"),
    "empty": (b"", "not-json"),
    "not JSON": (b"Beste collega,\n", "not-json"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not-json"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "not-json"),
    "with a byte order mark": (b"\xef\xbb\xbf" + GOOD, "not-json"),
    "a list": (b"[]", "not-json"),
    "a report": (worker_json(lambda f: f.update(kind="employer-report")), "other-kind"),
    "no kind": (worker_json(lambda f: f.pop("kind")), "other-kind"),
    "a payload of another type": (
        worker_json(lambda f: f.update(payload="x")),
        "wrong-shape",
    ),
    "a field too many": (worker_json(lambda f: f.update(more=1)), "wrong-shape"),
    "a name of another type": (worker_json(in_person(name=["x"])), "wrong-shape"),
    "a name too long": (worker_json(in_person(name="x" * 201)), "wrong-shape"),
    "a name far too long": (worker_json(in_person(name="x" * 4001)), "bad-text"),
    "a yes for a number": (worker_json(in_intake(True)), "wrong-shape"),
    "no number": (worker_json(in_intake(None)), "wrong-shape"),
    "NaN": (worker_json(in_intake(float("nan"))), "not-json"),
    "infinity": (worker_json(in_intake(float("inf"))), "not-json"),
    "too large a number": (GOOD.replace(b"3.0", b"1e999"), "not-json"),
    "too many digits": (GOOD.replace(b"3.0", b"1" * 4000), "not-json"),
    "a name twice": (GOOD.replace(b'"kind"', b'"kind": 1, "kind"', 1), "not-json"),
    "a name twice in another spelling": (
        GOOD.replace(b'"kind"', b'"\\u006bind": 1, "kind"', 1),
        "not-json",
    ),
    "deep": (worker_json(lambda f: f.update(payload=nested("x"))), "not-json"),
    "bottomless": (b'{"kind":' + b"[" * 100_000, "not-json"),
    "half a letter": (worker_json(in_person(name="\ud800")), "not-json"),
    "half a letter, escaped": (GOOD.replace(b"Noor", b"\\ud800"), "bad-text"),
    "a NUL": (GOOD.replace(b"Noor", b"\\u0000"), "bad-text"),
    "a control character": (GOOD.replace(b"Noor", b"\\u001b[31m"), "bad-text"),
    "letters taken apart": (GOOD.replace(b"Noor", b"Zoe\\u0308"), "bad-text"),
    "a day that is not": (
        worker_json(
            lambda f: f["payload"]["general"]["places"][0]["checks"][0].update(
                started="2026-02-30"
            )
        ),
        "wrong-shape",
    ),
    "a day to come": (
        worker_json(
            lambda f: f["payload"]["general"]["places"][0]["checks"][0].update(
                started="2027-01-01"
            )
        ),
        "bad-date",
    ),
    "a place twice": (
        worker_json(
            lambda f: f["payload"]["general"]["places"].append(
                f["payload"]["general"]["places"][0]
            )
        ),
        "wrong-shape",
    ),
    "a check of no place": (
        worker_json(
            lambda f: f["payload"]["general"]["places"][0]["checks"][0].update(
                workplace="q"
            )
        ),
        "wrong-shape",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_and_nothing_of_it_kept(
    services, tmp_path, case, language
):
    data, reason = BAD[case]
    path = tmp_path / "worker.json"
    path.write_bytes(data)
    services.private.make(Keeping.NOT_KEPT)

    with pytest.raises(RefusedReportError) as caught:
        services.own_data.take_in(path)

    assert caught.value.reason == reason
    assert_is_sentence(sentences.sentence(caught.value))
    assert services.own_data.everything() == WorkerFile(GeneralRecords())
    assert services.private.store.owners() == []


def assert_is_sentence(text):
    """One or more whole sentences that say what and what to do, without jargon."""
    assert re.match(r"[A-ZÀ-Ý{/]", text), text
    assert text.endswith((".", ")."))
    assert "{" not in text
    assert "!" not in text
    assert len(text) < 600
    for word in (
        "Error",
        "Exception",
        "Traceback",
        "fout opgetreden",
        "ongeldige",
        "None",
    ):
        assert word not in text


# Files of another question list


def in_intake_too(**answers):
    def change(found):
        found["payload"]["general"]["places"][0]["intake"].update(answers)

    return change


ELSEWHERE = {
    "an unknown question": {"intake-shoe-size": {"value": "44"}},
    "an unknown answer": {"intake-devices": {"value": ["abacus"]}},
    "a number with a comma": {"intake-screen-hours": {"value": "3,5"}},
    "a number out of range": {"intake-screen-hours": {"value": 99.0}},
    "a private answer in the open": {"intake-body-height": {"value": 180.0}},
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_what_this_catalogue_has_no_place_for_is_set_aside_and_nothing_else(
    services, tmp_path, case, language
):
    path = tmp_path / "worker.json"
    path.write_bytes(worker_json(in_intake_too(**ELSEWHERE[case])))
    before = path.read_bytes()

    set_aside = services.own_data.take_in(path)

    assert set_aside == 1
    (place,) = services.own_data.everything().general.places
    assert place.intake == {"intake-home-days": Answer(3.0)}
    assert place.checks[0].answers == {"chair-adjustable": Answer("no")}
    assert path.read_bytes() == before
    said = sentences.set_aside(set_aside, str(path))
    assert_is_sentence(said)
    assert str(path) in said


def test_a_whole_worker_of_an_older_catalogue_keeps_all_that_fits(
    services, open_folder, tmp_path
):
    """As an older program exported it, with a question that is not asked any more."""
    place = live(services)
    services.own_data.export(tmp_path / "mine.json")
    found = json.loads((tmp_path / "mine.json").read_text("utf-8"))
    general = found["payload"]["general"]["places"][0]
    private = found["payload"]["private"]
    check = general["checks"][0]["id"]
    old = {"value": "yes", "reading": None, "remark": WORD}
    general["checks"][0]["answers"]["chair-wheels"] = old
    general["checks"][-1]["position"] = "chair-wheels"
    private["answers"][check]["posture-yoga"] = old
    private["measures"].append(
        {
            "id": f"{place}/posture-yoga",
            "workplace": place,
            "question": "posture-yoga",
            "steps": [
                {"state": "proposed", "day": "2026-11-20", "who": "worker", "note": ""}
            ],
        }
    )
    (tmp_path / "older.json").write_text(json.dumps(found), "utf-8")
    other = open_folder("other")
    other.private.open_by_itself()

    assert other.own_data.take_in(tmp_path / "older.json") == 3

    taken, mine = other.own_data.everything(), services.own_data.everything()
    assert taken.private == mine.private
    assert taken.general.person == mine.general.person
    assert taken.general.places[0].checks[0] == mine.general.places[0].checks[0]
    assert taken.general.places[0].checks[-1].position is None


def test_a_private_part_of_which_nothing_fits_needs_no_vault(services, tmp_path):
    def change(found):
        found["payload"]["private"] = {
            "answers": {"c": {"posture-yoga": {"value": "yes"}}}
        }

    path = tmp_path / "worker.json"
    path.write_bytes(worker_json(change))

    assert services.own_data.take_in(path) == 1
    assert services.private.state is Vault.EMPTY


def test_a_hundred_megabytes_are_refused_without_being_read(
    services, tmp_path, language
):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(100 << 20)

    with pytest.raises(RefusedReportError) as caught:
        services.own_data.take_in(path)

    assert caught.value.reason == "too-large"
    assert_is_sentence(sentences.sentence(caught.value))


def test_just_under_the_limit_it_is_still_read_to_its_end(services, tmp_path):
    path = tmp_path / "padded.json"
    path.write_bytes(GOOD + b" " * (codec.WORKER_FILE_LIMIT - len(GOOD)))
    assert services.own_data.read(path).worker.general.person.name == "Noor"

    path.write_bytes(GOOD + b" " * (codec.WORKER_FILE_LIMIT - len(GOOD) + 1))
    with pytest.raises(RefusedReportError):
        services.own_data.read(path)


def test_what_is_no_file_is_said(services, tmp_path, language):
    for path, kind in (
        (tmp_path, UnreadableFileError),
        (tmp_path / "none.json", MissingFileError),
        (tmp_path / ("x" * 300), UnreadableFileError),
    ):
        with pytest.raises(kind) as caught:
            services.own_data.take_in(path)
        assert_is_sentence(sentences.sentence(caught.value))


NAMES = {
    "letters from everywhere": "Zoë Çelik Łukasz Ωμέγα 名前 नाम שם",
    "a picture of four people": "👩‍👩‍👧‍👦 Noor",
    "turned around": "Noor \u202evan Dijk\u202c \u2066x\u2069",
    "not visible": "No\u200bor\u00ad \ufeff",
    "two hundred": "é" * NAME_LENGTH,
    "two hundred pictures": "😀" * NAME_LENGTH,
    "markup": "<b>Noor</b> <img src='file:///etc/passwd'> {name} %s",
    "a formula": "=HYPERLINK(1)",
    "several lines": "Noor\nvan\tDijk",
}


@pytest.mark.parametrize("case", NAMES)
def test_an_unusual_name_is_taken_in_as_it_is(services, tmp_path, case):
    name = NAMES[case]
    path = tmp_path / "worker.json"
    path.write_bytes(worker_json(in_person(name=name)))

    services.own_data.take_in(path)

    assert services.sharing.person().name == name
    assert services.sharing.draft("nl").report.person.name == name
