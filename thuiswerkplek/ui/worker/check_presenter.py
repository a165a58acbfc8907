"""The check of one workplace, one question at a time; every answer is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import sentences
from thuiswerkplek.domain.catalogue import SKIPPED, Answer, Kind, Visibility
from thuiswerkplek.domain.check import next_open
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker import check_advice, check_question, check_walk
from thuiswerkplek.ui.worker.check_models import AdviceCard, CheckSheet
from thuiswerkplek.ui.worker.vault_presenter import VaultPresenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.domain.catalogue import Question, QuestionId, Value
    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.services.results import Round
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell


class _Beside(NamedTuple):
    """What is filled in beside an answer that is still to come."""

    remark: str = ""
    reading: float | None = None


class CheckPresenter:
    """Walks one worker through one workplace; `on_done` is called past the end."""

    def __init__(
        self,
        services: WorkerServices,
        shell: Shell,
        place: WorkplaceId,
        *,
        on_done: Callable[[], None],
        at: QuestionId | None = None,
    ) -> None:
        self._services, self._shell, self._place = services, shell, place
        self._on_done = on_done
        # A question that was left out is asked after all, once its vault is open.
        self._awaited = at if at and self._is_left_out(at) else None
        self._walk = self._read()
        self._at = self._known(at) or check_walk.start(self._walk)
        self._beside = _Beside()
        self._is_saved, self._problem = False, ""
        self._is_waiting = False
        self.vault = VaultPresenter(services.private)
        self._arrive(self._at)

    @property
    def place(self) -> WorkplaceId:
        """The workplace that is checked."""
        return self._place

    @property
    def is_waiting(self) -> bool:
        """Whether the last answer asks to be read before going on."""
        return self._is_waiting

    def sheet(self) -> CheckSheet:
        """Return the check as it stands now."""
        walk, at = self._walk, self._at
        is_closed = self._is_closed()
        question = check_question.card(self._services.catalogue, walk, at)
        advice = None if is_closed else self._advice()
        where, done = check_walk.where(walk, at), walk.progress
        vault = self.vault.card() if is_closed else None
        theme = walk.theme_of(at)
        return CheckSheet(
            place=walk.workplace.name,
            dials=check_walk.dials(walk),
            current=theme.theme.id if theme else check_walk.INTAKE,
            where=where,
            done=done.done,
            total=done.total,
            progress=_("{count} of {total}").format(count=done.done, total=done.total),
            question=None if is_closed else question,
            vault=vault,
            advice=advice,
            saved=_("Saved ✓") if self._is_saved else "",
            problem=self._problem,
            can_go_back=check_walk.preceding(walk, at) is not None,
            next_word=_("Next") if self._following() else _("See the result"),
            is_next_main=at.kind is not Kind.CHOICE or at.id in walk.answers,
            spoken=f"{where}. {vault.title if vault else question.ask}",
        )

    def _is_closed(self) -> bool:
        private = self._services.private
        awaits = self._awaited is not None and not private.is_open
        return awaits or private.needs_opening(self._at)

    def answer(self, value: Value, *, stays: bool = False) -> bool:
        """Keep an answer; tell whether the next question may come by itself."""
        beside = self._beside_now()
        given = Answer(value, beside.reading, beside.remark)
        if value == SKIPPED:
            given = Answer(value, remark=beside.remark)
        if not self._keep(given):
            return False
        self._is_waiting = self._advice() is not None
        return not (stays or self._is_waiting) and self._moves_on(value)

    def _moves_on(self, value: Value) -> bool:
        if value == SKIPPED:
            return True
        is_pick = self._at.kind is not Kind.MULTIPLE
        return is_pick and self._services.preferences.read().goes_on_by_itself

    def clear(self) -> None:
        """Take the answer back, such as a multiple choice with nothing left in it."""
        try:
            self._services.checking.clear(self._place, self._at.id)
        except ThuiswerkplekError as error:
            self._fail(error)
            return
        self._changed()

    def skip(self) -> bool:
        """Pass over the question; it can be answered later."""
        return self.answer(SKIPPED)

    def measure(self, reading: float | None) -> None:
        """Keep a measured value with the answer, or hold it until there is one."""
        known = self._answer_now()
        remark = self._beside_now().remark
        self._beside = _Beside(remark, reading)
        if known is not None and known.value != SKIPPED:
            self._keep(Answer(known.value, reading, remark))
            self._is_waiting = self._advice() is not None

    def note(self, remark: str) -> None:
        """Keep a remark with the answer, or hold it until there is one."""
        known, reading = self._answer_now(), self._beside_now().reading
        self._beside = _Beside(remark, reading)
        if known is not None and remark != known.remark:
            self._keep(Answer(known.value, known.reading, remark))

    def next(self) -> None:
        """Go on; past the last question the check is done."""
        if not self._keep_what_waits():
            return
        if (after := self._following()) is not None:
            self._arrive(after)
        else:
            self._finish()

    def previous(self) -> None:
        """Go back one question."""
        before = check_walk.preceding(self._walk, self._at)
        if before is not None and self._keep_what_waits():
            self._arrive(before)

    def go_to_theme(self, code: str) -> None:
        """Go to a theme, at what is still open there."""
        there = check_walk.entry(self._walk, code)
        if there is not None and self._keep_what_waits():
            self._arrive(there)

    def ask(self, request: Request, *, is_asked: bool) -> None:
        """Add a neutral request to the next report, or take it out."""
        try:
            self._services.sharing.ask(request, is_asked=is_asked)
        except ThuiswerkplekError as error:
            self._fail(error)
            return
        self._shell.data_changed()

    def vault_opened(self) -> None:
        """Show the question that waited, now that its vault is open."""
        self._walk = self._read()
        there = self._known(self._at.id)
        if self._awaited is not None:
            there = self._known(self._awaited) or self._first_private() or there
        self._awaited = None
        self._arrive(there or check_walk.start(self._walk))

    def leave_private_out(self) -> None:
        """Go on without the private questions."""
        before = self._walk.questions
        self.vault.leave_out()
        self._walk = self._read()
        if self._awaited is not None:
            self._awaited = None
            self._finish()
            return
        after = before[before.index(self._at) + 1 :]
        there = next((q for q in after if q in self._walk.questions), None)
        there = there or next_open(self._walk.questions, self._walk.answers)
        if there is None:
            self._finish()
        else:
            self._arrive(there)

    def refresh(self) -> None:
        """Read the check again, after something changed elsewhere."""
        self._walk = self._read()
        self._at = self._known(self._at.id) or check_walk.start(self._walk)

    def _read(self) -> Round:
        return self._services.checking.round(self._place)

    def _is_left_out(self, question_id: QuestionId) -> bool:
        """Tell whether a private question is not among those that are asked."""
        private = self._services.private
        question = self._services.catalogue.question(question_id)
        if not private.needs_opening(question) or private.askable((question,)):
            return False
        return not private.open_by_itself()

    def _first_private(self) -> Question | None:
        private = (
            question
            for question in self._walk.questions
            if question.visibility is Visibility.PRIVATE
        )
        return next(private, None)

    def _known(self, question_id: QuestionId | None) -> Question | None:
        asked = self._walk.questions
        return next(
            (question for question in asked if question.id == question_id), None
        )

    def _following(self) -> Question | None:
        return check_walk.following(self._walk, self._at)

    def _arrive(self, question: Question) -> None:
        self._at, self._beside = question, _Beside()
        self._problem, self._is_waiting, self.vault.problem = "", False, ""
        private = self._services.private
        try:
            if private.needs_opening(question) and private.open_by_itself():
                self._walk = self._read()
            self._services.checking.stand_at(self._place, question.id)
        except ThuiswerkplekError as error:
            self._fail(error)

    def _finish(self) -> None:
        try:
            if self._walk.progress.is_complete:
                self._services.checking.finish(self._place)
        except ThuiswerkplekError as error:
            self._fail(error)
            return
        self._shell.data_changed()
        self._on_done()

    def _answer_now(self) -> Answer | None:
        return self._walk.answers.get(self._at.id)

    def _beside_now(self) -> _Beside:
        known = self._answer_now()
        if known is None:
            return self._beside
        return _Beside(
            self._beside.remark or known.remark,
            known.reading if self._beside.reading is None else self._beside.reading,
        )

    def _keep_what_waits(self) -> bool:
        """Keep a remark without an answer, as a question that was passed over."""
        if self._beside.remark and self._answer_now() is None:
            return self._keep(Answer(SKIPPED, remark=self._beside.remark))
        return True

    def _keep(self, answer: Answer) -> bool:
        try:
            self._services.checking.answer(self._place, self._at.id, answer)
        except ThuiswerkplekError as error:
            self._fail(error)
            return False
        self._changed()
        return True

    def _changed(self) -> None:
        self._walk = self._read()
        self._is_saved, self._problem = True, ""
        self._shell.data_changed()

    def _fail(self, error: ThuiswerkplekError) -> None:
        self._is_saved, self._problem = False, sentences.sentence(error)

    def _advice(self) -> AdviceCard | None:
        asked = self._services.sharing.choices().requests
        return check_advice.card(self._walk, self._at, asked)
