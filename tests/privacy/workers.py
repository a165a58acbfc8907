"""Workers who are alike to their employer and differ in everything else.

`facts` draws what an employer may know; `dressed` makes a whole worker of that, with
everything an employer may not know drawn at random around it. Two workers dressed
from the same facts must give the same report, byte for byte (TM-12).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.domain.strategies import (
    CATALOGUE,
    EMPLOYERS,
    INTAKE_PRIVATE,
    ITEMS_PRIVATE,
    of_class,
    together,
)
from tests.fakes import TODAY
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    Actor,
    Answer,
    Kind,
    Visibility,
)
from thuiswerkplek.domain.check import Check, applicable
from thuiswerkplek.domain.daylog import Day, Part, Where
from thuiswerkplek.domain.findings import Outcome, outcome
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.measures import (
    Measure,
    State,
    Step,
    advance,
    allowed_steps,
    measure_id,
    proposed,
)
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import (
    DayRecords,
    GeneralRecords,
    Issued,
    Place,
    PrivateRecords,
    Reader,
    Request,
    Sharing,
    WorkerFile,
)
from thuiswerkplek.domain.workplace import Workplace

WORDS = (
    "rugpijn",
    "zwanger",
    "burn-out",
    "é 😀",
    "<b>x</b>",
    "migraine bij lang kijken",
)


INTAKE = of_class(CATALOGUE.intake, Visibility.EMPLOYER)
ADVISORS = of_class(CATALOGUE.items, Visibility.ADVISOR)


@dataclass(frozen=True)
class PlaceFacts:
    """What an employer may know of one place; a remark here is a released one."""

    name: str
    share: int
    started: date
    intake: dict
    answers: dict
    measures: dict


@dataclass(frozen=True)
class Facts:
    """What an employer may know of one worker."""

    person: Person
    places: tuple
    requests: tuple
    issued: Issued


# Drawing what the employer may know


def value(rng, question):
    """Return something the question accepts."""
    if question.kind is Kind.CHOICE:
        return rng.choice(question.options)
    if question.kind is Kind.MULTIPLE:
        several = together(question)
        return tuple(rng.sample(several, rng.randint(1, len(several))))
    number = question.number
    steps = int((number.maximum - number.minimum) / number.step)
    return float(number.minimum + number.step * rng.randint(0, min(steps, 200)))


def answer(rng, question, remark=""):
    """Return an answer, with a measured value where there is a field for one."""
    reading = None
    if question.reading is not None and rng.random() < 0.5:
        reading = float(rng.randint(0, 900))
    return Answer(value(rng, question), reading, remark)


def _some(rng, questions, share):
    """Answer some of the questions; one remark in eight is released."""
    return {
        question.id: answer(rng, question, _remark(rng, 0.12))
        for question in questions
        if rng.random() < share
    }


def _remark(rng, chance=0.5):
    return f"{rng.choice(WORDS)} {rng.randint(0, 999)}" if rng.random() < chance else ""


def facts(rng):
    """Draw what an employer may know."""
    return Facts(
        person=Person(_word(rng, 0.9), _word(rng, 0.6), _word(rng, 0.6)),
        places=tuple(_place_facts(rng) for _ in range(rng.randint(0, 2))),
        requests=tuple(kind for kind in Request if rng.random() < 0.3),
        issued=Issued(f"{rng.getrandbits(64):x}", rng.randint(0, 5)),
    )


def _word(rng, chance=1.0):
    return (
        rng.choice(("Noor", "HR 2", "12-a", "Zoë & co"))
        if rng.random() < chance
        else ""
    )


def _place_facts(rng):
    share = rng.random()
    intake = _some(rng, INTAKE, rng.choice((share, 1.0)))
    asked = applicable(EMPLOYERS, intake)
    answers = _some(rng, asked, rng.choice((share, 0.1, 0.9)))
    if not answers:
        question = rng.choice(asked)
        answers = {question.id: answer(rng, question)}
    started = TODAY - timedelta(days=rng.randint(0, 300))
    found = [
        key
        for key, given in answers.items()
        if outcome(CATALOGUE.question(key), given) is Outcome.RISK
    ]
    measures = {key: _state(rng, key, started) for key in found if rng.random() < 0.4}
    return PlaceFacts(
        _word(rng, 0.8), rng.randint(0, 100), started, intake, answers, measures
    )


def _state(rng, question_id, started):
    """Draw where a measure stands and since when; not the way it came there."""
    states = [State.SET_UP, State.EFFECTIVE, State.DECLINED]
    if CATALOGUE.question(question_id).acts is not Actor.WORKER:
        states += [State.REQUESTED, State.DECIDED, State.DELIVERED]
    return rng.choice(states), min(TODAY, started + timedelta(days=rng.randint(0, 60)))


# Everything around it


def dressed(rng, known):
    """Return a worker an employer knows this of, and no more."""
    struck, released, general, private = [], [], [], _Private()
    person = Person(
        known.person.name,
        _hidden(rng, known.person.staff_number, sharing.STAFF_NUMBER, struck),
        _hidden(rng, known.person.department, sharing.DEPARTMENT, struck),
    )
    for place in known.places:
        general += _unseen_places(rng, struck, released, private)
        general.append(_dressed_place(rng, place, struck, released, private))
    general += _unseen_places(rng, struck, released, private)
    struck += [f"gone-{rng.randint(0, 9)}/answer/x" for _ in range(rng.randint(0, 2))]
    records = GeneralRecords(
        person=person,
        places=tuple(general),
        sharing=Sharing(tuple(sorted(struck)), tuple(sorted(released)), known.requests),
        issued={Reader.EMPLOYER: known.issued},
    )
    return WorkerFile(records, private.records(), _log(rng, general))


def _log(rng, places):
    """Draw days of the last year; no month total is released here."""
    homes = [None, *(place.workplace.id for place in places)]
    dates = {TODAY - timedelta(days=rng.randint(0, 400)) for _ in range(_few(rng) * 5)}
    days = []
    for on in sorted(dates):
        where = rng.choice(list(Where))
        place = rng.choice(homes) if where is Where.HOME else None
        country = "" if where is Where.OFF else rng.choice(("", "BE"))
        part = Part(where, rng.randint(1, 600), place, country)
        days.append(Day(on, (part,), is_planned=rng.random() < 0.2))
    return DayRecords(tuple(days), habits=Habits(workplace=rng.choice(homes)))


class _Private:
    """Private answers and measures, collected by place and check."""

    def __init__(self):
        self.intake, self.answers, self.measures = {}, {}, []

    def add(self, rng, place, checks):
        self.intake[place] = _some(rng, INTAKE_PRIVATE, rng.random())
        for check in checks:
            self.answers[check.id] = _some(rng, ITEMS_PRIVATE, rng.random())
        for question in rng.sample(ITEMS_PRIVATE, rng.randint(0, 2)):
            self.measures.append(_life(rng, place, question))

    def records(self):
        return PrivateRecords(
            {key: known for key, known in self.intake.items() if known},
            {key: known for key, known in self.answers.items() if known},
            tuple(self.measures),
        )


def _hidden(rng, text, key, struck):
    """Nothing to see is nothing filled in, or something that is struck out."""
    if text or rng.random() < 0.5:
        return text
    struck.append(key)
    return _word(rng)


def _new_id(rng):
    return f"{rng.getrandbits(48):012x}"


def _dressed_place(rng, known, struck, released, private):
    place = _new_id(rng)
    name = _hidden(rng, known.name, sharing.place_name_key(place), struck)
    hide = _Hider(rng, place, struck, released)
    asked = applicable(EMPLOYERS, known.intake)
    others = [question for question in EMPLOYERS if question not in asked]
    main = {**hide.shown(known.answers), **hide.around(asked, known.answers)}
    main |= hide.anything(others)
    checks = [
        *(
            _check(rng, place, _any_general(rng), _before(rng, known))
            for _ in range(_few(rng))
        ),
        _check(
            rng, place, _mixed(rng, {**main, **hide.anything(ADVISORS)}), known.started
        ),
        *(
            _check(rng, place, hide.nothing(asked, others), TODAY)
            for _ in range(_few(rng))
        ),
    ]
    private.add(rng, place, checks)
    intake = {**hide.shown(known.intake), **hide.around(INTAKE, known.intake)}
    return Place(
        Workplace(place, name, known.share),
        _mixed(rng, intake),
        tuple(checks),
        tuple(_measures(rng, place, known)),
    )


class _Hider:
    """Puts things around what is shown that may not show."""

    def __init__(self, rng, place, struck, released):
        self._rng = rng
        self._place = place
        self._struck = struck
        self._released = released
        self._is_struck = set()

    def shown(self, answers):
        """Return the answers; those without a released remark may have a kept one."""
        made = {}
        for key, given in answers.items():
            if given.remark:
                self._released.append(sharing.remark_key(self._place, key))
            else:
                given = replace(given, remark=_remark(self._rng))
            made[key] = given
        return made

    def around(self, questions, shown):
        """Leave the other questions open, skip them, or strike their answers."""
        made = {}
        for question in questions:
            if question.id in shown:
                continue
            way = self._rng.randint(0, 2)
            if way == 1:
                made[question.id] = Answer(SKIPPED, None, _remark(self._rng))
            elif way == 2:
                made[question.id] = self._kept_here(question)
                self._is_struck.add(question.id)
                self._struck.append(sharing.answer_key(self._place, question.id))
            if self._rng.random() < 0.1:
                self._released.append(sharing.remark_key(self._place, question.id))
        return made

    def anything(self, questions):
        """Answer any of these: they do not apply, or are not the employer's."""
        return {
            question.id: self._kept_here(question)
            for question in questions
            if self._rng.random() < 0.4
        }

    def nothing(self, asked, others):
        """Return a check in which nothing is for the employer."""
        made = self.anything((*others, *ADVISORS))
        for question in asked:
            if question.id in self._is_struck and self._rng.random() < 0.5:
                made[question.id] = self._kept_here(question)
            elif self._rng.random() < 0.3:
                made[question.id] = Answer(SKIPPED, None, _remark(self._rng))
        return made

    def _kept_here(self, question):
        return answer(self._rng, question, _remark(self._rng))


def _few(rng):
    return rng.choice((0, 0, 1, 2))


def _before(rng, known):
    return known.started - timedelta(days=rng.randint(0, 500))


def _any_general(rng):
    return {
        question.id: answer(rng, question, _remark(rng))
        for question in (*EMPLOYERS, *ADVISORS)
        if rng.random() < 0.5
    }


def _mixed(rng, answers):
    """Return the answers in another order of answering."""
    keys = list(answers)
    rng.shuffle(keys)
    return {key: answers[key] for key in keys}


def _check(rng, place, answers, started):
    finished = started if rng.random() < 0.5 else None
    position = rng.choice((None, "health-neck-arm", rng.choice(EMPLOYERS).id))
    version = rng.choice((CATALOGUE.version, "2025.9"))
    return Check(_new_id(rng), place, version, started, finished, position, answers)


def _measures(rng, place, known):
    for key, (state, day) in known.measures.items():
        yield _way_to(rng, place, key, state, day)
    answered = set(known.answers)
    unseen = [question for question in EMPLOYERS if question.id not in answered]
    for question in rng.sample((*unseen, *ADVISORS), rng.randint(0, 4)):
        yield _life(rng, place, question)


_WAYS = {
    State.SET_UP: (State.SET_UP,),
    State.EFFECTIVE: (State.SET_UP, State.EFFECTIVE),
    State.DECLINED: (State.DECLINED,),
    State.REQUESTED: (State.REQUESTED,),
    State.DECIDED: (State.REQUESTED, State.DECIDED),
    State.DELIVERED: (State.REQUESTED, State.DELIVERED),
}


def _way_to(rng, place, question_id, state, last):
    """Return a measure that stands there since then, whichever way it came."""
    steps = [State.PROPOSED, *_WAYS[state]]
    if rng.random() < 0.3:
        steps = [State.PROPOSED, State.DECLINED, *steps]
    days = sorted(last - timedelta(days=rng.randint(0, 90)) for _ in steps[1:])
    made = [
        Step(step, day, rng.choice(list(Actor)), _remark(rng))
        for step, day in zip(steps, (*days, last), strict=True)
    ]
    return Measure(measure_id(place, question_id), place, question_id, tuple(made))


def _life(rng, place, question):
    made = proposed(
        measure_id(place, question.id),
        place,
        question.id,
        TODAY - timedelta(days=rng.randint(0, 300)),
    )
    for _ in range(rng.randint(0, 4)):
        state = rng.choice(allowed_steps(made.state, question.acts))
        step = Step(state, made.steps[-1].day, rng.choice(list(Actor)), _remark(rng))
        made = advance(made, step, question.acts)
    return made


def _unseen_places(rng, struck, released, private):
    """Return places of which nothing goes: empty, advisor-only, or struck whole."""
    made = []
    for _ in range(rng.choice((0, 0, 0, 1))):
        place = _new_id(rng)
        hide = _Hider(rng, place, struck, released)
        intake = hide.shown(_some(rng, INTAKE, 0.5))
        checks = []
        way = rng.randint(0, 2)
        if way == 1:
            checks = [_check(rng, place, hide.anything(ADVISORS), TODAY)]
        elif way == 2:
            checks = [_check(rng, place, _any_general(rng), TODAY)]
            struck.append(sharing.place_key(place))
        private.add(rng, place, checks)
        workplace = Workplace(place, _word(rng), rng.randint(0, 100))
        made.append(Place(workplace, intake, tuple(checks)))
    return made
