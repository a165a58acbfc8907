"""Every entry of the catalogue, one by one, and the whole against the rules."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

import pytest

from tests.domain.strategies import CATALOGUE, EVERY_QUESTION, ITEMS
from thuiswerkplek import assets
from thuiswerkplek.domain.catalogue import (
    UNKNOWN,
    Answer,
    Kind,
    Layer,
    Scope,
    Visibility,
)
from thuiswerkplek.domain.catalogue_reading import LANGUAGES
from thuiswerkplek.domain.check import applies, validate
from thuiswerkplek.domain.findings import Outcome, findings, outcome

BY_ID = pytest.mark.parametrize("question", EVERY_QUESTION, ids=lambda q: q.id)
ITEM = pytest.mark.parametrize("question", ITEMS, ids=lambda q: q.id)

WITHOUT_RISK = {"health-doctor-sheet"}


def possible_values(question):
    """Every kind of answer the question accepts: options, and numbers on each side."""
    if question.kind is Kind.CHOICE:
        return list(question.options)
    if question.kind is Kind.MULTIPLE:
        return [(option,) for option in question.options]
    number = question.number
    borders = (number.risk_below, number.risk_above, number.attention_above)
    around = [
        b + d for b in borders if b is not None for d in (-number.step, 0, number.step)
    ]
    found = [number.minimum, number.maximum, *around]
    return [*found, UNKNOWN] if number.can_be_unknown else found


def possible_answers(question):
    for value in possible_values(question):
        yield Answer(value)
        if question.reading is not None:
            yield Answer(value, question.reading.minimum)
            yield Answer(value, question.reading.maximum)


def intake_under_which_it_applies(question):
    """Return intake answers, each accepted by its own question, that let it be asked."""
    needed = [
        CATALOGUE.question(condition.question) for condition in question.conditions
    ]
    for answers in product(*(tuple(possible_answers(other)) for other in needed)):
        intake = {
            other.id: answer for other, answer in zip(needed, answers, strict=True)
        }
        if len(intake) == len(set(needed_ids(question))) and applies(question, intake):
            return intake
    return None


def needed_ids(question):
    return [condition.question for condition in question.conditions]


@BY_ID
def test_every_language_is_complete(question):
    for language in LANGUAGES:
        text = question.texts[language]
        parts = [text.ask, text.short, text.why]
        if question in ITEMS:
            parts += [text.advice, text.tonight, text.measure]
        for part in parts:
            assert part == part.strip()
            assert len(part) > 3
            assert not re.search(r"[{}<>]|\s\s|\bTODO\b|!", part), part
    assert len(question.texts["nl"].short) <= 40
    assert len(question.texts["en"].short) <= 40
    assert len(question.texts["nl"].measure) <= 90
    assert len(question.texts["en"].measure) <= 90


@BY_ID
def test_the_languages_are_not_copies_of_each_other(question):
    nl, en = question.texts["nl"], question.texts["en"]

    assert nl.ask != en.ask
    assert nl.why != en.why
    assert nl.ask.rstrip().endswith(("?", "(mag je overslaan)"))
    assert en.ask.rstrip().endswith(("?", "(optional)"))


@BY_ID
def test_languages_name_the_same_numbers_of_the_same_question(question):
    """A number that is corrected in one language only would go unnoticed."""
    nl, en = question.texts["nl"], question.texts["en"]

    for name in ("ask", "advice", "measure"):
        of_nl = sorted(re.findall(r"\d+(?:[.,]\d+)*", getattr(nl, name)))
        of_en = sorted(re.findall(r"\d+(?:[.,]\d+)*", getattr(en, name)))
        plain = [number.replace(".", "").replace(",", "") for number in of_nl]
        assert sorted(plain) == sorted(
            number.replace(".", "").replace(",", "") for number in of_en
        ), name


@BY_ID
def test_every_answer_it_offers_is_one_it_accepts(question):
    for answer in possible_answers(question):
        validate(question, answer)
    for option in question.options:
        assert set(CATALOGUE.options[option]) == set(LANGUAGES)


@BY_ID
def test_no_option_is_offered_twice(question):
    assert len(set(question.options)) == len(question.options)
    for language in LANGUAGES:
        labels = [CATALOGUE.options[option][language] for option in question.options]
        assert len(set(labels)) == len(labels)


@ITEM
def test_it_is_asked_under_some_intake(question):
    intake = intake_under_which_it_applies(question)

    assert intake is not None, question.conditions


@ITEM
def test_a_risk_can_be_reached_and_becomes_a_finding(question):
    risky = [
        a for a in possible_answers(question) if outcome(question, a) is Outcome.RISK
    ]
    if question.id in WITHOUT_RISK:
        assert not risky
        return

    intake = intake_under_which_it_applies(question)
    for answer in risky:
        validate(question, answer)
        found = findings(
            CATALOGUE,
            [question],
            {question.id: answer},
            intake=intake,
            share_percent=100,
        )
        assert [item.question for item in found] == [question.id]
        assert 1 <= found[0].severity <= question.severity
    assert risky


@ITEM
def test_every_risk_it_names_is_one(question):
    for option in question.risks:
        value = (option,) if question.kind is Kind.MULTIPLE else option
        assert outcome(question, Answer(value)) is Outcome.RISK


@ITEM
def test_something_is_fine_too(question):
    assert any(
        outcome(question, answer) is not Outcome.RISK
        for answer in possible_answers(question)
    )


@ITEM
def test_what_it_rests_on_is_there(question):
    assert question.sources
    for name in (*question.sources, *question.number_sources):
        source = CATALOGUE.sources[name]
        for language in LANGUAGES:
            assert source.names[language].strip()
            assert source.says[language].strip()
    for name in question.thresholds:
        assert name in CATALOGUE.thresholds
    layers = {CATALOGUE.sources[name].layer for name in question.sources}
    if question.layer is Layer.LAW:
        assert Layer.LAW in layers


@ITEM
def test_the_numbers_in_its_advice_have_a_threshold_or_a_source(question):
    text = question.texts["nl"]
    has_measure = re.search(r"\d+\s?(cm|lux|ppm|°C|dB|uur|minuten|%)", text.advice)

    if has_measure:
        assert question.thresholds or question.number_sources


@BY_ID
def test_an_employer_question_hangs_on_employer_answers_alone(question):
    if question.visibility is not Visibility.EMPLOYER:
        return
    for condition in question.conditions:
        assert CATALOGUE.question(condition.question).visibility is Visibility.EMPLOYER
    if question.prefill:
        assert CATALOGUE.question(question.prefill).visibility is Visibility.EMPLOYER


@ITEM
def test_private_intake_changes_nothing_for_the_employer(question):
    """Law-and-guidance 16.4, rule 11: not the asking, not the severity."""
    if question.visibility is not Visibility.EMPLOYER:
        return
    intake = intake_under_which_it_applies(question)
    private = {
        "intake-body-height": Answer(201.0),
        "intake-glasses": Answer("multifocal"),
    }
    risky = next(
        a for a in possible_answers(question) if outcome(question, a) is Outcome.RISK
    )

    def seen(known):
        return (
            applies(question, known),
            findings(
                CATALOGUE,
                [question],
                {question.id: risky},
                intake=known,
                share_percent=100,
            ),
        )

    assert seen(intake) == seen({**intake, **private})


@BY_ID
def test_health_stays_private(question):
    if question.is_health or question.id.startswith("health-"):
        assert question.visibility is Visibility.PRIVATE


HEALTH_WORDS = re.compile(
    r"\b(klacht|pijn|ziek|zwanger|medicijn|diagnose|complaint|pain|illness|pregnan|"
    r"medication|diagnosis|disabilit|handicap)",
    re.IGNORECASE,
)


@BY_ID
def test_no_employer_text_speaks_of_complaints_or_bodies(question):
    """Readme of the catalogue: `why`, `tonight` and `measure` of an employer question."""
    if question.visibility is not Visibility.EMPLOYER:
        return
    for text in question.texts.values():
        for part in (text.why, text.tonight, text.measure):
            assert not HEALTH_WORDS.search(part), part


def test_there_are_as_many_as_the_catalogue_says():
    assert len(CATALOGUE.intake) == 16
    assert len(ITEMS) == 75
    assert len(CATALOGUE.themes) == 18
    assert Counter(item.visibility for item in ITEMS) == {
        Visibility.EMPLOYER: 54,
        Visibility.ADVISOR: 9,
        Visibility.PRIVATE: 12,
    }
    assert len(CATALOGUE.by_id) == 91


def test_the_four_that_warn_at_once_are_marked():
    dangerous = {item.id for item in ITEMS if item.is_danger}

    assert dangerous == {
        "elec-condition",
        "elec-power-strip",
        "substances-home",
        "fire-alarm-exit",
    }


def test_nothing_private_is_asked_about_the_person_beyond_length_and_glasses():
    private = {q.id for q in CATALOGUE.intake if q.visibility is Visibility.PRIVATE}

    assert private == {"intake-body-height", "intake-glasses"}
    assert all(CATALOGUE.question(name).is_optional for name in private)


def test_themes_have_a_title_a_drawing_and_questions():
    for theme in CATALOGUE.themes:
        assert all(theme.titles[language] for language in LANGUAGES)
        assert CATALOGUE.theme(theme.id) is theme
        assert theme.questions
        drawings = assets.path("drawings")
        assert list(drawings.glob(f"{theme.drawing}*.svg")), theme.drawing
        assert all(question.theme == theme.id for question in theme.questions)


def test_asking_for_what_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        CATALOGUE.question("no-such-question")
    with pytest.raises(KeyError):
        CATALOGUE.theme("no-such-theme")


@pytest.mark.parametrize("name", sorted(CATALOGUE.thresholds))
def test_every_threshold_has_a_source_a_unit_and_a_day(name):
    threshold = CATALOGUE.thresholds[name]

    assert threshold.source in CATALOGUE.sources
    assert threshold.unit
    assert threshold.checked_on.year >= 2026
    if threshold.layer is Layer.LAW:
        assert CATALOGUE.sources[threshold.source].layer is Layer.LAW


def test_every_source_is_used():
    used = {threshold.source for threshold in CATALOGUE.thresholds.values()}
    for question in EVERY_QUESTION:
        used |= {*question.sources, *question.number_sources}

    unused = set(CATALOGUE.sources) - used
    assert not unused


def test_person_questions_are_those_that_are_the_same_everywhere():
    of_person = {q.id for q in CATALOGUE.intake if q.scope is Scope.PERSON}

    assert of_person == {
        "intake-home-days",
        "intake-home-hours",
        "intake-agreement",
        "intake-body-height",
        "intake-glasses",
    }
    assert all(item.scope is Scope.PLACE for item in ITEMS)


# Statements that are repealed, wrong or harmful (law-and-guidance, section 18), as
# patterns over Dutch and English alike.
TO_AVOID = {
    "a break every two hours as law": r"(wet|law|wettelijk|verplicht)[^.]*(elke|iedere|every)"
    r" (2|twee|two) (uur|hours)",
    "six screen hours as law": r"(wettelijk|verplicht|wet|legal|law)[^.]*\b(6|zes|six)\b"
    r" (uur|hours)[^.]*(scherm|screen)|\b(6|zes|six)\b (uur|hours)[^.]*(scherm|screen)[^.]*"
    r"(wettelijk|legal maximum)",
    "article 5.15": r"\b5\.15\b",
    "not responsible for light": r"(niet|not) (verantwoordelijk|responsible)[^.]*"
    r"(licht|verlichting|light)",
    "must buy a new desk": r"(moet|must|has to)[^.]*(nieuw|new) (bureau|desk|tafel|table)"
    r"[^.]*(kopen|buy)|(moet|must|has to)[^.]*(kopen|buy)[^.]*(nieuw|new) (bureau|desk)",
    "500 lux as duty": r"500 lux[^.]*(verplicht|wettelijk|mandatory|required by law|legal)"
    r"|(verplicht|wettelijk|mandatory|by law)[^.]*500 lux",
    "the doctor tells the employer": r"bedrijfsarts (deelt|vertelt|meldt|geeft|shares|tells)"
    r"[^.]*(klacht|complaint)[^.]*(werkgever|employer)",
    "consent opens complaints": r"(met toestemming|with (your )?consent)[^.]*(klacht|complaint)",
    "a right to home working": r"(recht op|right to) (thuiswerken|thuis te werken|home ?working"
    r"|work(ing)? (at|from) home)",
    "a right to be unreachable": r"(recht op|right to) (onbereikbaarheid|disconnect|be unreach)",
}


def every_text():
    for question in EVERY_QUESTION:
        for text in question.texts.values():
            for name in ("ask", "short", "why", "advice", "tonight", "measure"):
                yield f"{question.id}.{name}", getattr(text, name)
    for source in CATALOGUE.sources.values():
        for language in LANGUAGES:
            yield source.id, source.names[language]
            yield source.id, source.says[language]
    for texts in (*CATALOGUE.options.values(), *CATALOGUE.texts.values()):
        yield from texts.items()


@pytest.mark.parametrize("statement", TO_AVOID)
def test_no_statement_to_avoid_is_made(statement):
    pattern = re.compile(TO_AVOID[statement], re.IGNORECASE)
    denied = re.compile(
        r"\b(geen|no)( apart| separate)? (recht op|right to)", re.IGNORECASE
    )

    found = [
        (where, text)
        for where, text in every_text()
        if pattern.search(denied.sub("", text))
    ]

    assert not found


SAID = {
    "a break every two hours as law": "De wet zegt: elke 2 uur pauze.",
    "six screen hours as law": "Maximaal 6 uur beeldscherm is wettelijk.",
    "article 5.15": "Artikel 5.15 thuiswerkers.",
    "not responsible for light": "De werkgever is niet verantwoordelijk voor verlichting.",
    "must buy a new desk": "De werkgever moet een nieuw bureau kopen.",
    "500 lux as duty": "500 lux is verplicht thuis.",
    "the doctor tells the employer": "De bedrijfsarts deelt klachten met de werkgever.",
    "consent opens complaints": "Met toestemming mag de werkgever je klachten zien.",
    "a right to home working": "Recht op thuiswerken",
    "a right to be unreachable": "recht op onbereikbaarheid",
}


@pytest.mark.parametrize("statement", TO_AVOID)
def test_the_pattern_knows_the_statement(statement):
    pattern = re.compile(TO_AVOID[statement], re.IGNORECASE)

    assert pattern.search(SAID[statement])
