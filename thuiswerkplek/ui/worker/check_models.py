"""What the check shows: frozen values with finished texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Kind
    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.ui.worker.vault_models import VaultCard


class Dial(NamedTuple):
    """One theme on top of the check; `share` is what is answered, 0 to 1."""

    code: str
    title: str
    share: float
    findings: int
    description: str


class SourceLine(NamedTuple):
    """One source with how binding it is and how sure we are of it."""

    layer: str
    layer_word: str
    name: str
    says: str
    certainty: str


class Why(NamedTuple):
    """Why a question is asked and what it rests on; `layer` is empty without one."""

    layer: str
    layer_word: str
    text: str
    sources: tuple[SourceLine, ...]
    numbers: tuple[SourceLine, ...]


class Choice(NamedTuple):
    """One answer to choose; `detail` says why it is proposed, if it is."""

    code: str
    label: str
    detail: str = ""


class NumberEntry(NamedTuple):
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


class Note(NamedTuple):
    """The remark beside an answer, with the warning that belongs to it."""

    text: str
    warning: str


class Pictures(NamedTuple):
    """Drawings by name: one, or a right and a wrong one; empty when there is none."""

    right: str
    wrong: str
    right_words: str
    wrong_words: str


class QuestionCard(NamedTuple):
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


class Bridge(NamedTuple):
    """A neutral step from a private answer: a request to make, or only words."""

    text: str
    request: Request | None = None
    button: str = ""
    asked: str = ""


class AdviceCard(NamedTuple):
    """What an answer that is no longer fine calls for."""

    severity: int
    word: str
    advice: str
    lines: tuple[tuple[str, str], ...]
    personal: str
    bridges: tuple[Bridge, ...]
    spoken: str


class CheckSheet(NamedTuple):
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
