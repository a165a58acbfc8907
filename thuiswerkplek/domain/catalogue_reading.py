"""From the catalogue's parsed data files to a validated `Catalogue`."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from thuiswerkplek.domain.catalogue import (
    Actor,
    Catalogue,
    Certainty,
    Condition,
    Cost,
    Exposure,
    Kind,
    Layer,
    NumberRange,
    Question,
    QuestionId,
    QuestionText,
    Scope,
    Source,
    Theme,
    Threshold,
    Visibility,
)
from thuiswerkplek.domain.catalogue_rules import INTAKE_THEME, check
from thuiswerkplek.domain.errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Entry: TypeAlias = "Mapping[str, Any]"

LANGUAGES = ("nl", "en")
OPERATORS = ("=", "!=", ">=", "in")


def read_catalogue(files: Mapping[str, Entry]) -> Catalogue:
    """Build the catalogue from its parsed files, by name such as `themes/02-stoel`.

    Raises:
        CatalogueError: a file is missing something, or the whole breaks a rule
            (TM-1: a health question that is not private is such an error).
    """
    with _reading("catalogue"):
        head, intake_file = files["catalogue"], files["intake"]
        sources = {key: _source(key, entry) for key, entry in files["sources"].items()}
        thresholds = {
            key: _threshold(key, entry) for key, entry in files["thresholds"].items()
        }
        intake = tuple(
            _question(entry, INTAKE_THEME, thresholds)
            for entry in intake_file["question"]
        )
        themes = _themes(files, head["themes"], thresholds)
        questions = (
            *intake,
            *(question for theme in themes for question in theme.questions),
        )
        catalogue = Catalogue(
            version=head["version"],
            intake=intake,
            themes=themes,
            options={
                key: _languages(key, entry) for key, entry in head["options"].items()
            },
            sources=sources,
            thresholds=thresholds,
            texts={key: _languages(key, entry) for key, entry in head["texts"].items()},
            by_id={question.id: question for question in questions},
        )
    check(catalogue, count=len(questions))
    return catalogue


@contextmanager
def _reading(where: str) -> Iterator[None]:
    """Name the entry that cannot be read; an error from further inside stands."""
    try:
        yield
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise CatalogueError(where, f"cannot be read: {error}") from error


def _languages(where: str, entry: Entry) -> dict[str, str]:
    texts = {language: entry.get(language, "") for language in LANGUAGES}
    if not all(texts.values()):
        raise CatalogueError(where, "a language is missing")
    return texts


def _themes(
    files: Mapping[str, Entry],
    order: Sequence[str],
    thresholds: Mapping[str, Threshold],
) -> tuple[Theme, ...]:
    found = [
        _theme(name, entry, thresholds)
        for name, entry in sorted(files.items())
        if name.startswith("themes/")
    ]
    by_name = {theme.id: theme for theme in found}
    if sorted(theme.id for theme in found) != sorted(order):
        raise CatalogueError("catalogue", "themes and their files differ")
    return tuple(by_name[name] for name in order)


def _theme(where: str, entry: Entry, thresholds: Mapping[str, Threshold]) -> Theme:
    with _reading(where):
        name = entry["id"]
        return Theme(
            id=name,
            drawing=entry["drawing"],
            titles={language: entry[language]["title"] for language in LANGUAGES},
            questions=tuple(
                _question(item, name, thresholds) for item in entry["question"]
            ),
        )


def _source(key: str, entry: Entry) -> Source:
    with _reading(key):
        return Source(
            id=key,
            layer=Layer(entry["layer"]),
            certainty=Certainty(entry["certainty"]),
            read_in=str(entry.get("read_in", "")),
            names={language: entry[language]["name"] for language in LANGUAGES},
            says={language: entry[language]["says"] for language in LANGUAGES},
        )


def _threshold(key: str, entry: Entry) -> Threshold:
    with _reading(key):
        return Threshold(
            id=key,
            value=float(entry["value"]),
            unit=entry["unit"],
            layer=Layer(entry["layer"]),
            source=entry["source"],
            checked_on=date.fromisoformat(str(entry["checked_on"])),
            is_proposal=entry.get("proposal", False),
        )


def _question(
    entry: Entry, theme: str, thresholds: Mapping[str, Threshold]
) -> Question:
    with _reading(entry.get("id", f"a question of {theme}")):
        return _read_question(entry, theme, thresholds)


def _read_question(
    entry: Entry, theme: str, thresholds: Mapping[str, Threshold]
) -> Question:
    kind = Kind(entry["kind"])
    return Question(
        id=QuestionId(entry["id"]),
        theme=theme,
        kind=kind,
        visibility=Visibility(entry.get("visibility", Visibility.PRIVATE)),
        is_health=entry["health"],
        conditions=tuple(_condition(text) for text in entry.get("applies", ())),
        options=tuple(entry.get("options", ())),
        exclusive=entry.get("exclusive"),
        number=_range(entry, thresholds) if kind is Kind.NUMBER else None,
        reading=_range(entry["reading"], thresholds) if "reading" in entry else None,
        risks=frozenset(entry.get("risk", ())),
        severity=entry.get("severity", 1),
        acts=Actor(entry.get("acts", Actor.WORKER)),
        layer=Layer(entry.get("layer", Layer.TIP)),
        sources=tuple(entry.get("sources", ())),
        number_sources=tuple(entry.get("number_sources", ())),
        thresholds=tuple(entry.get("thresholds", ())),
        exposure=Exposure(entry.get("exposure", Exposure.HOME)),
        cost=Cost(entry.get("cost", Cost.FREE)),
        is_danger=entry.get("danger", False),
        experts=tuple(entry.get("experts", ())),
        scope=Scope(entry.get("scope", Scope.PLACE)),
        is_optional=entry.get("optional", False),
        prefill=entry.get("prefill"),
        prefill_as=entry.get("prefill_as", {}),
        texts={language: QuestionText(**entry[language]) for language in LANGUAGES},
    )


def _range(entry: Entry, thresholds: Mapping[str, Threshold]) -> NumberRange:
    def limit(key: str) -> float | None:
        return thresholds[entry[key]].value if key in entry else None

    return NumberRange(
        unit=entry["unit"],
        minimum=float(entry["min"]),
        maximum=float(entry["max"]),
        step=float(entry.get("step", 1)),
        can_be_unknown=entry.get("unknown", False),
        risk_below=limit("risk_below"),
        risk_above=limit("risk_above"),
        attention_above=limit("attention_above"),
    )


def _condition(text: str) -> Condition:
    question, operator, *operands = text.split()
    if operator not in OPERATORS or not operands:
        raise ValueError(text)
    if operator == ">=":
        float(operands[0])
    return Condition(QuestionId(question), operator, tuple(operands))
