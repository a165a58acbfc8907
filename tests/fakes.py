"""Small real stand-ins for what lies outside the program: clock, key store, tasks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from thuiswerkplek.domain.errors import ThuiswerkplekError

TODAY = date(2026, 11, 23)


@dataclass
class FixedClock:
    """A day that stays."""

    day: date = TODAY

    def today(self) -> date:
        return self.day

    def today_here(self) -> date:
        return self.day


@dataclass
class MemoryKeyStore:
    """A key store that forgets at the end; `works` False is a machine without one."""

    works: bool = True
    keys: dict[str, bytes] = field(default_factory=dict)

    def is_available(self) -> bool:
        return self.works

    def read(self, name: str) -> bytes | None:
        return self.keys.get(name) if self.works else None

    def write(self, name: str, key: bytes) -> bool:
        if self.works:
            self.keys[name] = key
        return self.works

    def remove(self, name: str) -> None:
        self.keys.pop(name, None)


class ImmediateTasks:
    """Runs work at once, on the same thread."""

    def run(self, work, done, failed):
        try:
            result = work()
        except ThuiswerkplekError as error:
            failed(error)
        else:
            done(result)


@dataclass
class RecordingShell:
    """Remembers what a page asked of the window."""

    notices: list = field(default_factory=list)
    pages: list = field(default_factory=list)
    changes: int = 0

    def notify(self, notice) -> None:
        self.notices.append(notice)

    def go_to(self, page) -> None:
        self.pages.append(page)

    def data_changed(self) -> None:
        self.changes += 1
