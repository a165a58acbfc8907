"""The page *Delen* over real services, with a screen that remembers."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.fakes import ImmediateTasks, RecordingShell
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.people import Person
from thuiswerkplek.ui.worker.share_presenter import SharePresenter

CHAIR, REMARK = "chair-adjustable", "The seat <b>sinks</b>"


@dataclass
class RecordingScreen:
    """Remembers what it was shown."""

    pages: list = field(default_factory=list)
    statuses: list = field(default_factory=list)
    contents: list = field(default_factory=list)
    folders: list = field(default_factory=list)
    olds: int = 0

    def show_page(self, page):
        self.pages.append(page)

    def show_status(self, status):
        self.statuses.append(status)

    def show_pages(self, content):
        self.contents.append(content)

    def pages_are_old(self):
        self.olds += 1

    def show_folder(self, folder):
        self.folders.append(folder)


class Desk:
    """One named worker with some answers, and the page over them."""

    def __init__(self, services, tasks=None):
        self.services = services
        self.shell = RecordingShell()
        self.screen = RecordingScreen()
        tasks = tasks or ImmediateTasks()
        self.presenter = SharePresenter(services, self.shell, tasks, self.screen)

    def fill(self):
        self.place = self.services.places.add("Upstairs")
        self.services.sharing.name_person(Person("Noor van Dijk", "4821", "Policy"))
        for question, answer in (
            ("intake-home-days", Answer(3.0)),
            ("intake-home-hours", Answer(8.0)),
            (CHAIR, Answer("no", remark=REMARK)),
            ("chair-back-support", Answer("yes")),
        ):
            self.services.checking.answer(self.place.id, question, answer)

    def tick(self, key_end):
        page = self.presenter.page()
        ticks = list(page.from_ticks)
        for place in page.places:
            ticks.extend(place.ticks)
            for group in place.groups:
                ticks.extend(group.ticks)
        if page.log:
            ticks.append(page.log.tick)
        return next(tick for tick in ticks if tick.key.endswith(key_end))

    def made(self):
        self.presenter.refresh()
        self.presenter.make_pages()
        return self.screen.contents[-1]

    def questions(self):
        place = self.presenter.draft().report.places[0]
        return (
            {answer.question for answer in place.answers},
            {finding.question for finding in place.findings},
            {measure.question for measure in place.measures},
        )


def filled(services):
    """Return a desk with a name and answers."""
    desk = Desk(services)
    desk.fill()
    return desk
