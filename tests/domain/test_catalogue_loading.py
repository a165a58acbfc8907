"""A catalogue that contradicts itself does not load, and the error names the entry."""

from __future__ import annotations

import pytest

from tests.domain.catalogue_files import entry, files
from thuiswerkplek.domain.catalogue import Answer, Visibility
from thuiswerkplek.domain.catalogue_reading import read_catalogue
from thuiswerkplek.domain.check import applies
from thuiswerkplek.domain.errors import CatalogueError

DESK, LUNCH = "desk-legroom", "break-lunch"


def new_question(found, **changes):
    """Copy an employer question, change the copy and put it in the first theme."""
    made = {**entry(found, DESK), "id": "desk-new", **changes}
    found["themes/01-werkblad"]["question"].append(made)
    return made


def set_in(question_id, **changes):
    def change(found):
        entry(found, question_id).update(changes)

    return change


def without(question_id, key):
    def change(found):
        del entry(found, question_id)[key]

    return change


def duplicate(found):
    found["themes/02-stoel"]["question"].append(entry(found, DESK))


def duplicate_of_intake(found):
    new_question(found, id="intake-devices")


def unknown_source_of_threshold(found):
    found["thresholds"]["screen-rule-hours"]["source"] = "no-such-source"


def blank(language, name):
    def change(found):
        entry(found, DESK)[language][name] = "  "

    return change


def question_on_question(found):
    set_in(DESK, applies=["desk-size = no"])(found)


def prefilled_from_private(found):
    set_in(DESK, prefill="intake-glasses")(found)


def employer_asks_after_advisor(found):
    set_in("intake-devices", visibility="advisor-only")(found)
    set_in("screen-dual", applies=["intake-devices = laptop"])(found)


CASES = {
    "a health question for the employer": (
        set_in("health-neck-arm", visibility="employer"),
        "health-neck-arm",
        "TM-1",
    ),
    "a health question for the advisor": (
        set_in("health-neck-arm", visibility="advisor-only"),
        "health-neck-arm",
        "TM-1",
    ),
    "an intake health question for the employer": (
        set_in("intake-glasses", visibility="employer"),
        "intake-glasses",
        "TM-1",
    ),
    "asked after a private answer": (
        set_in(DESK, applies=["intake-glasses = reading"]),
        DESK,
        "TM-2",
    ),
    "asked after an advisor-only answer": (employer_asks_after_advisor, "", "TM-2"),
    "prefilled from a private answer": (prefilled_from_private, DESK, "TM-2"),
    "prefilled from nothing": (set_in(DESK, prefill="nothing"), DESK, "TM-2"),
    "asked after an unknown question": (
        set_in(DESK, applies=["nothing = yes"]),
        DESK,
        "unknown question",
    ),
    "asked after a question that is no intake": (question_on_question, DESK, "intake"),
    "an answer nobody can give": (
        set_in(DESK, applies=["intake-devices = pc"]),
        DESK,
        "has not",
    ),
    "a number compared with a code": (
        set_in(DESK, applies=["intake-home-days = yes"]),
        DESK,
        "compares",
    ),
    "a code compared with a number": (
        set_in(DESK, applies=["intake-devices >= 2"]),
        DESK,
        "compares",
    ),
    "a limit that is no number": (
        set_in(DESK, applies=["intake-home-days >= many"]),
        DESK,
        "cannot be read",
    ),
    "an unknown operator": (
        set_in(DESK, applies=["intake-home-days < 2"]),
        DESK,
        "cannot be read",
    ),
    "half a condition": (
        set_in(DESK, applies=["intake-devices ="]),
        DESK,
        "cannot be read",
    ),
    "no condition at all": (set_in(DESK, applies=["yes"]), DESK, "cannot be read"),
    "an unknown source": (
        set_in(DESK, sources=["law-of-nowhere"]),
        DESK,
        "law-of-nowhere",
    ),
    "an unknown source of a number": (
        set_in(DESK, number_sources=["law-of-nowhere"]),
        DESK,
        "law-of-nowhere",
    ),
    "no source": (set_in(DESK, sources=[]), DESK, "no source"),
    "called law without a law": (
        set_in(DESK, sources=["proposal"], layer="law"),
        DESK,
        "without a law",
    ),
    "an unknown threshold": (set_in(DESK, thresholds=["nothing"]), DESK, "nothing"),
    "an unknown risk limit": (
        set_in("screen-distance", risk_below="nothing"),
        "screen-distance",
        "nothing",
    ),
    "a risk that is no option": (set_in(DESK, risk=["never"]), DESK, "risk"),
    "an exclusive option it has not": (
        set_in("intake-provided", exclusive="never"),
        "intake-provided",
        "exclusive",
    ),
    "an option without a text": (set_in(DESK, options=["yes", "jein"]), DESK, "jein"),
    "skipping as an option": (
        lambda found: (
            found["catalogue"]["options"].update(skipped={"nl": "x", "en": "x"}),
            set_in(DESK, options=["no", "skipped"])(found),
        ),
        DESK,
        "skipping",
    ),
    "no options": (set_in(DESK, options=[], risk=[]), DESK, "neither"),
    "a number with options": (
        set_in("screen-distance", options=["yes"]),
        "screen-distance",
        "or neither",
    ),
    "an empty range": (set_in("screen-distance", max=5), "screen-distance", "empty"),
    "a severity beyond three": (set_in(DESK, severity=4), DESK, "severity"),
    "no severity": (set_in(DESK, severity=0), DESK, "severity"),
    "prefilled with an option it has not": (
        set_in("agree-written", prefill_as={"written": "sure"}),
        "agree-written",
        "prefilled",
    ),
    "an id twice": (duplicate, "catalogue", "twice"),
    "an id of the intake again": (duplicate_of_intake, "catalogue", "twice"),
    "an unknown kind": (set_in(DESK, kind="essay"), DESK, "essay"),
    "an unknown class": (set_in(DESK, visibility="everybody"), DESK, "everybody"),
    "an unknown actor": (set_in(DESK, acts="landlord"), DESK, "landlord"),
    "not said whether it is health": (without(DESK, "health"), DESK, "health"),
    "no question in Dutch": (without(DESK, "nl"), DESK, "nl"),
    "a text too many": (
        lambda found: entry(found, DESK)["en"].update(hint="x"),
        DESK,
        "hint",
    ),
    "a question without an id": (without(DESK, "id"), "a question of werkblad", "id"),
    **{
        f"{name} missing in {language}": (blank(language, name), DESK, language)
        for language in ("nl", "en")
        for name in ("ask", "short", "why", "advice", "tonight", "measure")
    },
    "a threshold with an unknown source": (
        unknown_source_of_threshold,
        "screen-rule-hours",
        "no-such-source",
    ),
    "a threshold that is no number": (
        lambda found: found["thresholds"]["co2-good"].update(value="some"),
        "co2-good",
        "cannot be read",
    ),
    "a threshold the code needs": (
        lambda found: found["thresholds"].pop("action-days-2"),
        "action-days-2",
        "missing",
    ),
    "a source of an unknown layer": (
        lambda found: found["sources"]["proposal"].update(layer="rumour"),
        "proposal",
        "rumour",
    ),
    "a source in one language": (
        lambda found: found["sources"]["proposal"].pop("en"),
        "proposal",
        "en",
    ),
    "an option in one language": (
        lambda found: found["catalogue"]["options"]["yes"].update(en=""),
        "yes",
        "language",
    ),
    "a fixed text in one language": (
        lambda found: found["catalogue"]["texts"]["not-asked"].pop("nl"),
        "not-asked",
        "language",
    ),
    "a theme without a file": (
        lambda found: found.pop("themes/18-klachten"),
        "catalogue",
        "differ",
    ),
    "a file without a theme": (
        lambda found: found["catalogue"]["themes"].remove("klachten"),
        "catalogue",
        "differ",
    ),
    "two files of one theme": (
        lambda found: found["themes/18-klachten"].update(id="kennis"),
        "catalogue",
        "differ",
    ),
    "a theme without a title": (
        lambda found: found["themes/02-stoel"].pop("en"),
        "themes/02-stoel",
        "cannot be read",
    ),
    "no version": (
        lambda found: found["catalogue"].pop("version"),
        "catalogue",
        "version",
    ),
    "no intake": (lambda found: found.pop("intake"), "catalogue", "intake"),
    "no text for unknown": (
        lambda found: (
            found["catalogue"]["options"].pop("unknown"),
            [
                question.update(
                    options=[o for o in question["options"] if o != "unknown"],
                    risk=[o for o in question.get("risk", ()) if o != "unknown"],
                )
                for content in found.values()
                for question in content.get("question", ())
                if "options" in question
            ],
        ),
        "",
        "unknown has no text",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_contradiction_is_an_error_that_names_its_entry(case):
    change, where, what = CASES[case]
    found = files()
    change(found)

    with pytest.raises(CatalogueError) as caught:
        read_catalogue(found)

    assert what in f"{caught.value.where}: {caught.value.what}"
    if where:
        assert caught.value.where == where


def test_the_files_as_they_are_load():
    assert len(read_catalogue(files()).by_id) == 91


def test_a_question_without_a_class_is_private():
    """TM-1: no class means private, never the employer's."""
    found = files()
    new_question(found).pop("visibility")

    assert read_catalogue(found).question("desk-new").visibility is Visibility.PRIVATE


def test_an_advisor_question_may_hang_on_an_employer_answer_and_private_on_all():
    found = files()
    set_in("load-autonomy", applies=["intake-devices in laptop"])(found)
    set_in("posture-change", applies=["intake-glasses != no"])(found)

    made = read_catalogue(found)

    assert made.question("posture-change").conditions[0].question == "intake-glasses"


def test_a_new_question_needs_no_python():
    found = files()
    new_question(found, applies=["intake-devices in laptop"], severity=3)

    made = read_catalogue(found)

    question = made.question("desk-new")
    assert made.theme("werkblad").questions[-1] is question
    assert not applies(question, {})
    assert applies(question, {"intake-devices": Answer(("laptop",))})


def test_a_new_theme_needs_no_python():
    found = files()
    found["themes/19-tuin"] = {
        "id": "tuin",
        "drawing": "room",
        "nl": {"title": "Tuin"},
        "en": {"title": "Garden"},
        "question": [{**entry(found, DESK), "id": "garden-shade"}],
    }
    found["catalogue"]["themes"].append("tuin")

    made = read_catalogue(found)

    assert made.themes[-1].titles == {"nl": "Tuin", "en": "Garden"}
    assert made.question("garden-shade").theme == "tuin"


def test_a_new_threshold_value_moves_the_risk():
    found = files()
    found["thresholds"]["view-distance-min"]["value"] = 60

    assert read_catalogue(found).question("screen-distance").number.risk_below == 60
