"""The catalogue's values: themes, questions, conditions, sources and thresholds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, NewType, TypeAlias

from thuiswerkplek.domain.people import Remark

QuestionId = NewType("QuestionId", str)
Value: TypeAlias = str | float | tuple[str, ...]

SKIPPED = "skipped"
COMPLAINTS = "klachten"  # the theme that is only for the worker
UNKNOWN = "unknown"


class Visibility(StrEnum):
    """Who may ever read an answer (law-and-guidance 16.2)."""

    EMPLOYER = "employer"
    ADVISOR = "advisor-only"
    PRIVATE = "private"


class Layer(StrEnum):
    """How binding a source is, strongest first (law-and-guidance 0)."""

    LAW = "law"
    STANDARD = "standard"
    ADVICE = "advice"
    TIP = "tip"


class Certainty(StrEnum):
    """How sure we are of what a source says (markers of the dossier)."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    NUMBER = "number"
    MULTIPLE = "multiple"


class Actor(StrEnum):
    """Who takes the next step; not who is to blame."""

    WORKER = "worker"
    EMPLOYER = "employer"
    BOTH = "both"


class Cost(StrEnum):
    """What a measure usually costs."""

    FREE = "free"
    UNDER_25 = "under-25"
    UNDER_100 = "under-100"
    FURNITURE = "furniture"


class Exposure(StrEnum):
    """Which hours at a workplace a risk counts for."""

    HOME = "home"
    SCREEN = "screen"
    CALLS = "calls"
    DEVICES = "devices"


class Scope(StrEnum):
    """Whether an intake answer is about the person or about one place."""

    PERSON = "person"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a code, a number in the question's unit, or several codes.

    `reading` is an optional measured value beside a choice (such as lux).
    """

    value: Value
    reading: float | None = None
    remark: Remark = ""


Answers: TypeAlias = Mapping[QuestionId, Answer]


class Condition(NamedTuple):
    """One test on an earlier answer; an answer that is missing never passes."""

    question: QuestionId
    operator: str
    operands: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        """Return whether the answers meet this condition."""
        answer = answers.get(self.question)
        if answer is None or answer.value == SKIPPED:
            return False
        value = answer.value
        if self.operator == ">=":
            return isinstance(value, float | int) and value >= float(self.operands[0])
        given = value if isinstance(value, tuple) else (str(value),)
        is_among = any(code in self.operands for code in given)
        return not is_among if self.operator == "!=" else is_among


class Source(NamedTuple):
    """A law article, standard, guideline or tip that a question rests on."""

    id: str
    layer: Layer
    certainty: Certainty
    read_in: str
    names: Mapping[str, str]
    says: Mapping[str, str]


class Threshold(NamedTuple):
    """A number with its unit, layer, source and the day it was checked."""

    id: str
    value: float
    unit: str
    layer: Layer
    source: str
    checked_on: date
    is_proposal: bool


class NumberRange(NamedTuple):
    """What a number question accepts, in `unit`, and where its risks begin."""

    unit: str
    minimum: float
    maximum: float
    step: float
    can_be_unknown: bool
    risk_below: float | None
    risk_above: float | None
    attention_above: float | None


class QuestionText(NamedTuple):
    """A question's texts in one language; an intake question has no advice."""

    ask: str
    short: str
    why: str
    advice: str = ""
    tonight: str = ""
    measure: str = ""


class Question(NamedTuple):
    """One entry of the catalogue: an intake question or a checklist item."""

    id: QuestionId
    theme: str
    kind: Kind
    visibility: Visibility
    is_health: bool
    conditions: tuple[Condition, ...]
    options: tuple[str, ...]
    exclusive: str | None
    number: NumberRange | None
    reading: NumberRange | None
    risks: frozenset[str]
    severity: int
    acts: Actor
    layer: Layer
    sources: tuple[str, ...]
    number_sources: tuple[str, ...]
    thresholds: tuple[str, ...]
    exposure: Exposure
    cost: Cost
    is_danger: bool
    experts: tuple[str, ...]
    scope: Scope
    is_optional: bool
    prefill: QuestionId | None
    prefill_as: Mapping[str, str]
    texts: Mapping[str, QuestionText]

    @property
    def is_eased_by_little_screen(self) -> bool:
        """Whether under two screen hours a day its severity drops by one.

        Arbobesluit 5.8(2): the display-screen rules (Arboregeling 5.x, Arbobesluit
        5.10-5.12) hold from two hours a day; section 1 of the catalogue dossier.
        """
        rules = ("arboregeling-5", "arbobesluit-5.10", "arbobesluit-5.11")
        return any(
            source.startswith((*rules, "arbobesluit-5.12")) for source in self.sources
        )


class Theme(NamedTuple):
    """A group of questions with one drawing."""

    id: str
    drawing: str
    titles: Mapping[str, str]
    questions: tuple[Question, ...]


class Catalogue(NamedTuple):
    """All questions, in order, with what they refer to."""

    version: str
    intake: tuple[Question, ...]
    themes: tuple[Theme, ...]
    options: Mapping[str, Mapping[str, str]]
    sources: Mapping[str, Source]
    thresholds: Mapping[str, Threshold]
    texts: Mapping[str, Mapping[str, str]]
    by_id: Mapping[QuestionId, Question]

    @property
    def items(self) -> Iterator[Question]:
        """The checklist items of all themes, in order."""
        return (question for theme in self.themes for question in theme.questions)

    def question(self, question_id: str) -> Question:
        """Return a question by its id.

        Raises:
            KeyError: the catalogue has no such question.
        """
        return self.by_id[QuestionId(question_id)]

    def theme(self, theme_id: str) -> Theme:
        """Return a theme by its id.

        Raises:
            KeyError: the catalogue has no such theme.
        """
        for theme in self.themes:
            if theme.id == theme_id:
                return theme
        raise KeyError(theme_id)
