"""What the check shows: frozen values with finished texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Kind
    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.ui.worker.vault_models import VaultCard


@dataclass(frozen=True, slots=True)
class Dial:
    """One theme on top of the check; `share` is what is answered, 0 to 1."""

    code: str
    title: str
    share: float
    findings: int
    description: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source with how binding it is and how sure we are of it."""

    layer: str
    layer_word: str
    name: str
    says: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why a question is asked and what it rests on; `layer` is empty without one."""

    layer: str
    layer_word: str
    text: str
    sources: tuple[SourceLine, ...]
    numbers: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; `detail` says why it is proposed, if it is."""

    code: str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A number to fill in; `proposed` is one to take over, with its words as label."""

    name: str
    unit: str
    minimum: float
    maximum: float
    step: float
    value: float | None
    proposed: float | None
    proposal: Choice | None
    unknown: Choice | None


@dataclass(frozen=True, slots=True)
class Note:
    """The remark beside an answer, with the warning that belongs to it."""

    text: str
    warning: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """Drawings by name: one, or a right and a wrong one; empty when there is none."""

    right: str
    wrong: str
    right_words: str
    wrong_words: str


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """One question and everything around it."""

    id: str
    ask: str
    kind: Kind
    intro: str
    choices: tuple[Choice, ...]
    exclusive: str | None
    chosen: tuple[str, ...]
    number: NumberEntry | None
    reading: NumberEntry | None
    skip: Choice
    note: Note
    is_private: bool
    visibility: str
    why: Why
    pictures: Pictures


@dataclass(frozen=True, slots=True)
class Bridge:
    """A neutral step from a private answer: a request to make, or only words."""

    text: str
    request: Request | None = None
    button: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class AdviceCard:
    """What an answer that is no longer fine calls for."""

    severity: int
    word: str
    advice: str
    lines: tuple[tuple[str, str], ...]
    personal: str
    bridges: tuple[Bridge, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The whole check as it stands now; either a question or the vault's card shows."""

    place: str
    dials: tuple[Dial, ...]
    current: str
    where: str
    done: int
    total: int
    progress: str
    question: QuestionCard | None
    vault: VaultCard | None
    advice: AdviceCard | None
    saved: str
    problem: str
    can_go_back: bool
    next_word: str
    is_next_main: bool
    spoken: str
