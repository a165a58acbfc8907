"""Lists and calendars in and out of a real data folder."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes import FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.daylog import Band, Day, DayKind, Mode, Part, Where, kind
from thuiswerkplek.domain.errors import RefusedImportError
from thuiswerkplek.domain.habits import Habits, PeakHours, usual_day
from thuiswerkplek.storage.paths import DataFolder

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
HABITS = Habits(mode=Mode.TRAIN, km=25, there=Band.MORNING_PEAK, back=Band.OUTSIDE)


@pytest.fixture
def services(tmp_path):
    folder = DataFolder(tmp_path)
    clock = FixedClock(TUESDAY)
    with bootstrap.worker_services(folder, keys=MemoryKeyStore(), clock=clock) as all_:
        yield all_


@pytest.fixture
def log(services):
    return services.day_log


@pytest.fixture
def files(services):
    return services.day_files


def read_list(files, path):
    return files.incoming(files.list_reader(path)())


def read_calendar(files, path, first=MONDAY, last=MONDAY + timedelta(30)):
    return files.incoming(files.calendar_reader(path, first, last)())


def everything(log):
    return log.entries(date(2026, 1, 1), date(2026, 12, 31))


def test_a_list_goes_out_and_comes_in_without_doubles(files, log, tmp_path):
    for number, chosen in enumerate((DayKind.HOME, DayKind.OFFICE, DayKind.OFF)):
        log.put(usual_day(chosen, TUESDAY - timedelta(number), HABITS))
    before = everything(log)
    path = tmp_path / "days.csv"
    files.save_list(path, "nl")

    again = read_list(files, path)
    assert (again.merge.added, again.merge.changed) == ((), ())
    assert len(again.merge.kept) == 3
    log.clear(*(day.date for day in again.merge.kept))
    files.take_in(read_list(files, path))
    assert everything(log) == before


def test_a_list_that_is_wrong_changes_nothing(files, log, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text("date;parts\n2026-11-23;home 8:00\n2026-11-24;moon 8:00\n")

    with pytest.raises(RefusedImportError) as caught:
        read_list(files, path)

    assert [problem.line for problem in caught.value.problems] == [3]
    assert not any(entry.is_kept for entry in everything(log))


def test_own_peaks_tell_the_band_of_a_clock_time(files, log, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text("date;parts;trips\n2026-11-23;office 8:00;commute train 25 10:00\n")
    assert read_list(files, path).merge.added[0].trips[0].band is Band.OUTSIDE

    log.put_habits(Habits(morning=PeakHours(9 * 60, 11 * 60)))

    found = read_list(files, path).merge.added[0].trips[0].band
    assert found is Band.MORNING_PEAK


def test_a_calendar_goes_out_and_comes_back_as_the_same_plan(files, log, tmp_path):
    log.choose(MONDAY + timedelta(7), DayKind.HOME)
    log.choose(MONDAY + timedelta(8), DayKind.OFFICE)
    path = tmp_path / "days.ics"
    first, last = MONDAY, MONDAY + timedelta(30)
    files.save_calendar(path, first, last, "nl")
    log.clear(MONDAY + timedelta(7))

    incoming = read_calendar(files, path, first, last)

    assert [day.date for day in incoming.merge.added] == [MONDAY + timedelta(7)]
    files.take_in(incoming)
    assert kind(log.entry(MONDAY + timedelta(7)).day) is DayKind.HOME
    assert read_calendar(files, path, first, last).merge.added == ()


def test_a_file_that_is_too_large_says_so(files, log, tmp_path):
    for name, read in {"days.csv": read_list, "days.ics": read_calendar}.items():
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(100 << 20)
        with pytest.raises(RefusedImportError) as caught:
            read(files, path)
        assert caught.value.problems[0].reason == "too-large"


def test_a_list_read_before_its_workplace_went_names_it_no_more(
    services, files, log, tmp_path
):
    services.places.add("Zolder")
    gone = services.places.add("Keuken").id
    log.put(Day(MONDAY, (Part(Where.HOME, 480, gone),)))
    path = tmp_path / "days.csv"
    files.save_list(path, "nl")
    log.clear(MONDAY)
    found = files.list_reader(path)()
    services.places.remove(gone)

    files.take_in(files.incoming(found))

    assert log.entry(MONDAY).day == Day(MONDAY, (Part(Where.HOME, 480),))


def test_what_is_still_to_come_is_a_plan_and_is_new_only_once(files, log, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text(
        "date;parts\n2026-11-24;home 8:00\n2026-11-25;home 8:00\n2026-11-26;off\n"
    )

    files.take_in(read_list(files, path))

    days = [log.entry(TUESDAY + timedelta(number)).day for number in range(3)]
    assert [day.is_planned for day in days] == [False, True, True]
    assert log.balance(2026).total.figures.worked_days == 1
    again = read_list(files, path).merge
    assert (again.added, again.changed) == ((), ())
