"""A fictional organisation of varied people, the same for the same seed."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import (
    Actor,
    Answer,
    Answers,
    Catalogue,
    Kind,
    NumberRange,
    Question,
    QuestionId,
    Value,
    Visibility,
)
from thuiswerkplek.domain.check import Check, CheckId, applicable
from thuiswerkplek.domain.findings import Outcome, outcome
from thuiswerkplek.domain.measures import (
    Measure,
    State,
    Step,
    allowed_steps,
    measure_id,
)
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import (
    GeneralRecords,
    Issued,
    Place,
    PrivateRecords,
    Reader,
    Request,
    Sharing,
    WorkerFile,
)
from thuiswerkplek.domain.workplace import Workplace, WorkplaceId
from thuiswerkplek.exchange.keys import SigningKey
from thuiswerkplek.services.demo_log import DemoLog, weighted

Data = Mapping[str, Any]

WITHOUT_LOG, SHARES = 0.06, 0.5  # of the people

_INTAKE_CHOICES = {
    "intake-home-days": "home_days",
    "intake-home-hours": "home_hours",
    "intake-screen-hours": "screen_hours",
    "intake-call-hours": "call_hours",
    "intake-external-screen": "external_screen",
    "intake-external-input": "external_input",
    "intake-desk-type": "desk",
    "intake-chair-type": "chair",
}


class Demo:
    """Makes fictional workers; `people` is the parsed `resources/demo/people.toml`."""

    def __init__(
        self, catalogue: Catalogue, people: Data, *, seed: int, today: date
    ) -> None:
        self._catalogue = catalogue
        self._people = people
        self._seed = seed
        self._today = today

    def worker(self, number: int) -> WorkerFile:
        """Return one worker; the same number and seed give the same person."""
        made = _Worker(
            self._catalogue, self._people, self._random(str(number)), self._today
        )
        worker, rng = made.file(number), self._random(f"{number}/log")
        is_main = number == 0  # the one to try the program with, who has everything
        if not is_main and rng.random() < WITHOUT_LOG:
            return worker
        return made.with_log(worker, rng, is_main=is_main)

    def key(self, number: int) -> SigningKey:
        """Return the key of that worker's computer, as fictional as the worker."""
        name = f"thuiswerkplek demo {self._seed}/{number}"
        return SigningKey(hashlib.sha256(name.encode()).digest())

    def _random(self, name: str) -> random.Random:
        return random.Random(f"{self._seed}/{name}")  # noqa: S311 - fiction, no secret


class _Worker:
    """One fictional worker in the making."""

    def __init__(
        self, catalogue: Catalogue, people: Data, rng: random.Random, today: date
    ) -> None:
        self._catalogue = catalogue
        self._people = people
        self._rng = rng
        self._today = today
        self._persona: Data = weighted(rng, people["persona"])
        self._good = min(0.98, max(0.1, rng.gauss(self._persona["good"], 0.1)))

    def file(self, number: int) -> WorkerFile:
        rng = self._rng
        department = weighted(rng, self._people["departments"])["name"]
        name = f"{rng.choice(self._people['first'])} {rng.choice(self._people['last'])}"
        person = Person(name, str(10_000 + number), department)
        made = [self._place(index) for index in range(1 + (rng.random() < 0.18))]  # noqa: PLR2004
        places = tuple(self._shared(place, len(made)) for place, _ in made)
        general = GeneralRecords(
            person=person,
            places=places,
            sharing=self._sharing(places),
            issued={Reader.EMPLOYER: Issued(rng.randbytes(16).hex(), 0)},
        )
        return WorkerFile(general, _private(made))

    def with_log(
        self, worker: WorkerFile, rng: random.Random, *, is_main: bool
    ) -> WorkerFile:
        """Return the worker with days, of which the month totals may go along."""
        known = worker.general
        log = DemoLog(
            self._people,
            self._persona,
            known.places,
            rng,
            self._today,
            is_careful=is_main,
        )
        made = replace(worker, log=log.records(known.person))
        if not is_main and rng.random() >= SHARES:
            return made
        released = tuple(sorted((*known.sharing.released, sharing.MONTHS)))
        choices = replace(known.sharing, released=released)
        return replace(made, general=replace(known, sharing=choices))

    def _shared(self, place: Place, count: int) -> Place:
        share = 100 if count == 1 else (70 if place.workplace.id.endswith("0") else 30)
        workplace = Workplace(place.workplace.id, place.workplace.name, share)
        return Place(workplace, place.intake, place.checks, place.measures)

    def _place(self, index: int) -> tuple[Place, _PrivatePlace]:
        rng = self._rng
        names = self._people["second_places" if index else "places"]
        place = WorkplaceId(f"{rng.randbytes(5).hex()}{index}")
        intake = self._intake()
        given = self._items(intake)
        check = Check(
            id=CheckId(rng.randbytes(6).hex()),
            workplace=place,
            catalogue_version=self._catalogue.version,
            started=self._today - timedelta(days=rng.randint(0, 120)),
            answers=self._visible(given, is_private=False),
        )
        general = Place(
            Workplace(place, rng.choice(names)),
            self._visible(intake, is_private=False),
            (check,),
            tuple(self._measures(place, check)),
        )
        private = _PrivatePlace(
            place,
            check.id,
            self._visible(intake, is_private=True),
            self._visible(given, is_private=True),
        )
        return general, private

    def _visible(self, answers: Answers, *, is_private: bool) -> Answers:
        return {
            key: answer
            for key, answer in answers.items()
            if (self._catalogue.question(key).visibility is Visibility.PRIVATE)
            is is_private
        }

    def _intake(self) -> Answers:
        answers: dict[QuestionId, Answer] = {}
        for question in self._catalogue.intake:
            if question.is_optional and self._rng.random() < 0.3:  # noqa: PLR2004
                continue
            answers[question.id] = Answer(self._intake_value(question))
        return answers

    def _intake_value(self, question: Question) -> Value:
        rng, persona = self._rng, self._persona
        if question.id in _INTAKE_CHOICES:
            chosen = rng.choice(persona[_INTAKE_CHOICES[question.id]])
            return float(chosen) if question.kind is Kind.NUMBER else str(chosen)
        if question.id == "intake-devices":
            return tuple(persona["devices"])
        if question.id == "intake-provided":
            return tuple(rng.choice(persona["provided"]))
        if question.id == "intake-practical-work":
            return "yes" if rng.random() < 0.04 else "no"  # noqa: PLR2004
        if question.number:
            return float(round(rng.gauss(174, 9)))
        return rng.choice(question.options)

    def _items(self, intake: Answers) -> Answers:
        answers: dict[QuestionId, Answer] = {}
        for question in applicable(self._catalogue.items, intake):
            if self._rng.random() < 0.05:  # noqa: PLR2004 - somebody skips now and then
                continue
            answers[question.id] = self._answer(question)
        return answers

    def _answer(self, question: Question) -> Answer:
        is_good = self._rng.random() < self._good
        for _attempt in range(30):
            answer = Answer(self._value(question), remark=self._remark())
            is_fine = outcome(question, answer) is not Outcome.RISK
            if is_fine is is_good:
                return answer
        return Answer(self._value(question))

    def _value(self, question: Question) -> Value:
        if question.number is None:
            return self._rng.choice(question.options)
        return _believable(question.number, self._rng)

    def _remark(self) -> str:
        if self._rng.random() < 0.97:  # noqa: PLR2004
            return ""
        return str(self._rng.choice(self._people["remarks"]))

    def _measures(self, place: WorkplaceId, check: Check) -> list[Measure]:
        made = []
        for question in sharing.employer_questions(self._catalogue):
            answer = check.answers.get(question.id)
            is_risk = outcome(question, answer) is Outcome.RISK
            if is_risk and self._rng.random() < 0.4:  # noqa: PLR2004
                made.append(self._measure(place, question, check.started))
        return made

    def _measure(self, place: WorkplaceId, question: Question, day: date) -> Measure:
        steps = [Step(State.PROPOSED, day, Actor.WORKER)]
        for _ in range(self._rng.randint(1, 4)):
            following = allowed_steps(steps[-1].state, question.acts)
            usual = [state for state in following if state is not State.PROPOSED]
            day = min(self._today, day + timedelta(days=self._rng.randint(1, 20)))
            if not usual or steps[-1].state in {State.EFFECTIVE, State.DECLINED}:
                break
            chosen = usual[0] if self._rng.random() < 0.85 else usual[-1]  # noqa: PLR2004
            steps.append(Step(chosen, day, Actor.WORKER))
        return Measure(measure_id(place, question.id), place, question.id, tuple(steps))

    def _sharing(self, places: Sequence[Place]) -> Sharing:
        released = [
            sharing.remark_key(place.workplace.id, key)
            for place in places
            for check in place.checks
            for key, answer in check.answers.items()
            if answer.remark and self._rng.random() < 0.5  # noqa: PLR2004
        ]
        requests = [kind for kind in Request if self._rng.random() < 0.12]  # noqa: PLR2004
        return Sharing(released=tuple(sorted(released)), requests=tuple(requests))


class _PrivatePlace:
    """The private answers about one fictional place."""

    def __init__(
        self, place: WorkplaceId, check: CheckId, intake: Answers, answers: Answers
    ) -> None:
        self.place = place
        self.check = check
        self.intake = intake
        self.answers = answers


def _private(made: Sequence[tuple[Place, _PrivatePlace]]) -> PrivateRecords:
    return PrivateRecords(
        intake={private.place: private.intake for _, private in made},
        answers={private.check: private.answers for _, private in made},
    )


def _believable(number: NumberRange, rng: random.Random) -> float:
    """Return a number people would name: around the risk borders, in whole steps."""
    borders = [
        border
        for border in (number.risk_below, number.risk_above, number.attention_above)
        if border is not None
    ]
    middle = sum(borders) / len(borders) if borders else number.minimum
    drawn = rng.gauss(middle, max(number.step, middle / 3))
    steps = round(min(number.maximum, max(number.minimum, drawn)) / number.step)
    return float(steps * number.step)
