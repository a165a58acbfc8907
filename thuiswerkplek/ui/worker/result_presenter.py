"""The result of a check: what is right first, then what matters most, then all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import sentences, words
from thuiswerkplek.domain.catalogue import COMPLAINTS, Visibility
from thuiswerkplek.domain.check import next_open
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.domain.findings import Change
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.contracts import Level, Notice, PageName
from thuiswerkplek.ui.worker import check_walk, result_points
from thuiswerkplek.ui.worker.check_advice import bridges_of
from thuiswerkplek.ui.worker.result_models import (
    ChangeGroup,
    Complaints,
    MatterCard,
    ResultSheet,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thuiswerkplek.domain.catalogue import Question, QuestionId
    from thuiswerkplek.domain.measures import State
    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.services.results import MeasureLine, Round
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell

CHANGE_SEVERITY = {Change.IMPROVED: 0, Change.CAME_BACK: 2, Change.NEW: 1}


class ResultPresenter:
    """Shows what came out of one workplace's check and takes the first steps."""

    def __init__(
        self, services: WorkerServices, shell: Shell, place: WorkplaceId
    ) -> None:
        self._services, self._shell, self.place = services, shell, place

    def sheet(self) -> ResultSheet:
        """Return the result as it stands now."""
        walk = self._services.checking.round(self.place)
        good = tuple(result_points.good_lines(walk))
        matters = tuple(self._matters(walk))
        left_out = self._has_left_out(walk)
        return ResultSheet(
            title=_("Your result"),
            lead=_lead(walk),
            share=_("Share with your employer"),
            good_title=_("In good order") if good else "",
            good=good,
            matters_title=_matters_title(len(matters)),
            matters=matters,
            nothing_matters=_("There is nothing to mend.")
            if good and not matters
            else "",
            themes_title=_("All themes"),
            themes=tuple(result_points.theme_cards(self._services.catalogue, walk)),
            changes_title=_("Since your previous check"),
            changes=tuple(_changes(self._services.catalogue.question, walk)),
            complaints=self._complaints(walk),
            still_open=_still_open(walk),
            go_on=_("Go through them now"),
            left_out=_("The questions only for you were left out.") if left_out else "",
            answer_left_out=_("Answer them after all"),
            check_again=_("Check again") if walk.check.finished else "",
        )

    def _matters(self, walk: Round) -> Iterator[MatterCard]:
        lines = self._lines()
        for found in result_points.heaviest(self._services.catalogue, walk):
            question = self._services.catalogue.question(found.question)
            line = lines.get(found.question)
            yield result_points.matter(walk, question, found, line)

    def _lines(self) -> dict[QuestionId, MeasureLine]:
        lines = self._services.measuring.lines()
        return {
            line.question.id: line for line in lines if line.workplace.id == self.place
        }

    def _has_left_out(self, walk: Round) -> bool:
        asked = {question.id for question in walk.questions}
        return not self._services.private.is_open and not any(
            self._services.catalogue.question(question_id).visibility
            is Visibility.PRIVATE
            for question_id in asked
        )

    def _complaints(self, walk: Round) -> Complaints | None:
        catalogue = self._services.catalogue
        asked = self._services.sharing.choices().requests
        found = [catalogue.question(item.question) for item in walk.findings]
        private = [q for q in found if any(bridges_of(q, asked))]
        if not private:
            return None
        bridges = {
            (bridge.request, bridge.text): bridge
            for question in private
            for bridge in bridges_of(question, asked)
        }
        names = (q for q in private if q.theme == COMPLAINTS)
        return Complaints(
            title=_("Only for you"),
            text=_(
                "What you said about complaints and habits is not weighed and goes to"
                " nobody. These steps are yours to take or leave."
            ),
            names=tuple(words.question_text(question).short for question in names),
            bridges=tuple(bridges.values()),
        )

    def first_open(self) -> QuestionId | None:
        """Return the first question that is open or was passed over."""
        walk = self._services.checking.round(self.place)
        found = next_open(walk.questions, walk.answers)
        passed = check_walk.skipped(walk)
        if found is None and passed:
            found = passed[0]
        return found.id if found else None

    def first_private(self) -> QuestionId | None:
        """Return the first question that was left out."""
        for question in self._services.catalogue.items:
            if question.visibility is Visibility.PRIVATE:
                return question.id
        return None

    def take(self, question: QuestionId, state: State) -> None:
        """Take the first step on a point: done, or asked of the employer."""
        line = self._lines().get(question)
        if line is not None:
            self._tried(lambda: self._services.measuring.advance(line, state))

    def take_back(self, question: QuestionId) -> None:
        """Undo the last step on a point."""
        line = self._lines().get(question)
        if line is not None:
            self._tried(lambda: self._services.measuring.take_back(line))

    def ask(self, request: Request, *, is_asked: bool) -> None:
        """Add a neutral request to the next report, or take it out."""
        self._tried(lambda: self._services.sharing.ask(request, is_asked=is_asked))

    def share(self) -> None:
        """Go and share with the employer."""
        self._shell.go_to(PageName.SHARE)

    def see_measures(self) -> None:
        """Go to the list of measures, where every point is."""
        self._shell.go_to(PageName.MEASURES)

    def _tried(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
        else:
            self._shell.data_changed()


def _lead(walk: Round) -> str:
    if walk.check.finished is None:
        return _("{place}, so far").format(place=walk.workplace.name)
    return _("{place}, checked on {day}").format(
        place=walk.workplace.name, day=words.day(walk.check.finished)
    )


def _matters_title(count: int) -> str:
    if not count:
        return ""
    text = ngettext("What matters most", "What matters most: {count} points", count)
    return text.format(count=count)


def _still_open(walk: Round) -> str:
    missing = walk.progress.total - walk.progress.done
    passed = len(check_walk.skipped(walk))
    parts = []
    if missing:
        text = ngettext(
            "{count} question is still open.",
            "{count} questions are still open.",
            missing,
        )
        parts.append(text.format(count=missing))
    if passed:
        text = ngettext(
            "You skipped {count} question.", "You skipped {count} questions.", passed
        )
        parts.append(text.format(count=passed))
    return " ".join(parts)


def _changes(
    question_of: Callable[[str], Question], walk: Round
) -> Iterator[ChangeGroup]:
    for change, severity in CHANGE_SEVERITY.items():
        names = tuple(
            words.question_text(question_of(question_id)).short
            for question_id, what in walk.changes.items()
            if what is change and question_of(question_id).theme != COMPLAINTS
        )
        if names:
            title = words.capital(words.change(change))
            yield ChangeGroup(severity, title, names)
