"""Preferences come back, and nothing in their file can stop the program."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek.domain.errors import UnwritableFileError
from thuiswerkplek.domain.preferences import TEXT_SCALES, Preferences, Role, Scheme
from thuiswerkplek.storage.settings import SettingsFile

preferences = st.builds(
    Preferences,
    role=st.none() | st.sampled_from(Role),
    language=st.sampled_from(["", "nl", "en"]),
    scheme=st.sampled_from(Scheme),
    text_percent=st.sampled_from(TEXT_SCALES),
    goes_on_by_itself=st.booleans(),
    stays_in_tray=st.booleans(),
    reminds_at=st.none() | st.integers(0, 24 * 60 - 1),
)


@given(preferences)
def test_preferences_come_back(tmp_path_factory, chosen):
    file = SettingsFile(tmp_path_factory.getbasetemp() / "settings.json")
    file.write(chosen)

    assert file.read() == chosen


def test_without_a_file_there_are_defaults(tmp_path):
    assert SettingsFile(tmp_path / "none" / "settings.json").read() == Preferences()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"5",
        b"null",
        b"\xff",
        b"{}",
        b'{"format": 1}',
        b'{"format": 2}',
    ],
)
def test_what_cannot_be_read_is_as_if_it_were_not_there(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)

    assert SettingsFile(path).read() == Preferences()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"role": "king"}, Preferences()),
        ({"scheme": "pink"}, Preferences()),
        ({"format": 2}, Preferences()),
        ({"text_percent": 9000}, Preferences(role=Role.WORKER)),
        ({"text_percent": "big"}, Preferences(role=Role.WORKER)),
        ({"text_percent": True}, Preferences(role=Role.WORKER)),
        ({"more": 1}, Preferences(role=Role.WORKER)),
        ({"stays_in_tray": 1}, Preferences(role=Role.WORKER)),
        ({"stays_in_tray": "true"}, Preferences(role=Role.WORKER)),
        ({"stays_in_tray": None}, Preferences(role=Role.WORKER)),
        ({"reminds_at": -1}, Preferences(role=Role.WORKER)),
        ({"reminds_at": 1440}, Preferences(role=Role.WORKER)),
        ({"reminds_at": True}, Preferences(role=Role.WORKER)),
        ({"reminds_at": 990.0}, Preferences(role=Role.WORKER)),
        ({"reminds_at": "16:30"}, Preferences(role=Role.WORKER)),
    ],
)
def test_odd_values_fall_back(tmp_path, change, expected):
    path = tmp_path / "settings.json"
    file = SettingsFile(path)
    file.write(Preferences(role=Role.WORKER))
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))

    assert file.read() == expected


def test_a_file_from_before_the_tray_and_the_reminder_is_read_as_it_is(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(
        """{
  "format": 1,
  "role": "worker",
  "language": "nl",
  "scheme": "dark",
  "text_percent": 150,
  "goes_on_by_itself": false
}"""
    )

    found = SettingsFile(path).read()

    assert found == Preferences(
        Role.WORKER, "nl", Scheme.DARK, text_percent=150, goes_on_by_itself=False
    )
    assert not found.stays_in_tray
    assert found.reminds_at is None


def test_the_first_choice_makes_the_folder(tmp_path):
    file = SettingsFile(tmp_path / "none" / "settings.json")
    file.write(Preferences(role=Role.WORKER))

    assert file.read().role is Role.WORKER


def test_a_place_that_cannot_be_written_is_our_error(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "settings.json").mkdir()

    for path in (tmp_path / "file" / "settings.json", tmp_path / "settings.json"):
        with pytest.raises(UnwritableFileError):
            SettingsFile(path).write(Preferences())
