"""What the tests of the window share: English, a data folder and a running program."""

from __future__ import annotations

import gc
from dataclasses import dataclass

import pytest

from tests.fakes import RecordingShell
from thuiswerkplek import bootstrap, i18n
from thuiswerkplek.domain.preferences import Preferences, Role
from thuiswerkplek.storage.settings import SettingsFile
from thuiswerkplek.ui import lost_references

lost_references.hold()  # a process of tests calls Qt more often than any window


@dataclass
class RecordingFrame(RecordingShell):
    """Remembers what the settings asked of the window too."""

    data_place: str = "/home/somebody/thuiswerkplek"
    takeovers: int = 0

    def preferences_changed(self) -> None:
        self.takeovers += 1


@pytest.fixture
def english():
    with i18n.using(i18n.Language.EN):
        yield


@pytest.fixture
def frame():
    return RecordingFrame()


@pytest.fixture
def door(folder, keys, clock):
    """Return the door to an empty data folder."""
    found = bootstrap.Door(folder.root, keys=keys, clock=clock)
    yield found
    found.close()


@pytest.fixture
def worker(folder):
    """Make the folder that of a worker who was here before, in English."""
    preferences = Preferences(role=Role.WORKER, language="en")
    SettingsFile(folder.settings).write(preferences)
    return preferences


@pytest.fixture
def program(qtbot, qapp, door, english, caplog):
    """Return a way to start the program; no test may end in what was not foreseen."""
    from thuiswerkplek.ui.app import Program

    started = []

    def start():
        running = Program(door, qapp)
        started.append(running)
        running.begin()
        qtbot.waitExposed(running.window)
        running.settle()
        return running

    yield start
    for running in started:
        running.end()
        running.window.deleteLater()
    assert "unforeseen" not in caplog.text


@pytest.fixture(autouse=True)
def _no_window_of_another_test():
    """Let go of what a test left, here: dead widgets slow down those that follow."""
    yield
    gc.enable()
    gc.collect()
