"""Why a day list or calendar was not taken in: the line, the reason, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.i18n import _

if TYPE_CHECKING:
    from thuiswerkplek.domain.errors import Problem, RefusedImportError


def refused(error: RefusedImportError) -> str:
    """Return all that is known to be wrong, one a line, and that all is as it was."""
    found = [problem(one) for one in error.problems]
    return "\n".join((*found, _("Nothing was taken in; your days are as they were.")))


def problem(found: Problem) -> str:
    """Return what is wrong in one place of a file, and what to do."""
    texts = _of_file() | _of_day_list() | _of_day() | _of_trip() | _of_calendar()
    text = texts.get(found.reason) or _("This cannot be read. Correct it.")
    text = text.format(detail=found.detail)
    if not found.line:
        return text
    return _("Line {line}: {problem}").format(line=found.line, problem=text)


def _of_file() -> dict[str, str]:
    return {
        "too-large": _(
            "The file is larger than {detail} MB. Export a shorter period, such as one"
            " year."
        ),
        "encoding": _(
            "The letters cannot be read. Save the file again as UTF-8; a spreadsheet"
            " calls it “CSV UTF-8”."
        ),
        "not-text": _(
            "This is not a text file. Choose a CSV file or a calendar (.ics)."
        ),
        "empty": _("The file is empty. Choose another file."),
        "date-range": _("“{detail}” is not between 2000 and 2100. Correct the date."),
    }


def _of_day_list() -> dict[str, str]:
    return {
        "too-many-lines": _(
            "The file has more than {detail} lines; a list has one line for each day."
            " Export one year at a time."
        ),
        "delimiter": _(
            "The columns are not divided by semicolons or commas. Save the file as CSV."
        ),
        "no-header": _(
            "The first line must name the columns: “date;parts;trips;planned”. Add"
            " that line."
        ),
        "strange-column": _("There is no column “{detail}”. Remove that column."),
        "column-twice": _("A column is there twice. Remove one of the two."),
        "missing-column": _("The column “{detail}” is missing. Add it."),
        "quote": _(
            "A quotation mark is opened and not closed, or the other way round."
            " Correct it."
        ),
        "cells": _(
            "This line has {detail} cells, other than the first line. Is it divided by"
            " another mark, or does a number have a comma? Correct it."
        ),
        "twice": _(
            "This date is on line {detail} too. Keep one of the two lines; all parts of"
            " a day go on one line."
        ),
    }


def _of_day() -> dict[str, str]:
    return {
        "date": _("“{detail}” is not a date. Write it as 2026-11-23 or 23-11-2026."),
        "no-parts": _(
            "There is no place. Write where the day was, such as “home 8:00”."
        ),
        "part": _(
            "“{detail}” cannot be read. Write a place and hours, with + between the"
            " parts: “home 4:00 + office 4:00”."
        ),
        "place": _(
            "“{detail}” is not a place. Write home, office, elsewhere, customer or off."
        ),
        "no-time": _("There are no hours after “{detail}”. Write such as “home 8:00”."),
        "time": _("“{detail}” is not a number of hours. Write 7:30 or 7,5."),
        "long-part": _(
            "“{detail}” does not fit in a day. A part takes from a minute to 24 hours;"
            " put the rest on the next date."
        ),
        "long-day": _(
            "The parts of this day are more than 24 hours. Correct the hours, or put"
            " the rest on the next date."
        ),
        "too-many": _(
            "A day has at most 24 parts and 24 trips. Put some of them together."
        ),
        "workplace": _(
            "There is no workplace “{detail}”. Make it first, or leave out the"
            " brackets."
        ),
        "not-at-home": _(
            "Only a part at home has a workplace: “{detail}”. Leave out the brackets."
        ),
        "country": _(
            "“{detail}” has no country of two letters, such as (DE). Time off has no"
            " country. Correct it."
        ),
        "planned": _("“{detail}” must be yes or no. Correct it."),
    }


def _of_trip() -> dict[str, str]:
    return {
        "trip": _(
            "“{detail}” is not a trip. Write such as “commute train 25 outside”, with +"
            " between trips."
        ),
        "purpose": _("“{detail}” is not a purpose. Write commute or business."),
        "mode": _(
            "“{detail}” is not a means of transport. Write such as train or car."
        ),
        "km": _(
            "“{detail}” is not a distance. Write up to 2,000 km, with at most three"
            " decimals."
        ),
        "band": _(
            "“{detail}” is not a time of day. Write morning-peak, evening-peak, outside"
            " or unknown."
        ),
    }


def _of_calendar() -> dict[str, str]:
    return {
        "not-calendar": _(
            "This is not a calendar. Choose a file that your calendar exported, with"
            " .ics at the end of its name."
        ),
        "nesting": _("The calendar is damaged here (“{detail}”). Export it once more."),
        "cut-off": _(
            "The calendar ends too early; a part is missing. Export or download it once"
            " more."
        ),
        "long-line": _(
            "This line is much too long ({detail}). Shorten that event in your calendar"
            " and export it once more."
        ),
        "too-many-events": _(
            "The calendar has more than {detail} events. Export a shorter period."
        ),
        "too-many-series": _(
            "More than {detail} repeating events say where you work. Export a shorter"
            " period."
        ),
        "too-many-dates": _(
            "More than {detail} dates say where you work. Export a shorter period."
        ),
        "time-zone": _(
            "The time zone “{detail}” cannot be read. Set your calendar to Amsterdam"
            " time and export it once more."
        ),
        "recurrence": _(
            "This event repeats in a way that cannot be worked out (“{detail}”). Let it"
            " repeat daily, weekly, monthly or yearly, and export it once more."
        ),
        "no-start": _("This event has no beginning. Give it one, or remove it."),
        "moment": _(
            "“{detail}” is not a date or time. Correct that event in your calendar and"
            " export it once more."
        ),
        "ends-first": _(
            "This event ends before it begins. Correct it in your calendar and export"
            " it once more."
        ),
        "too-long": _(
            "This event is longer than a year. Shorten it in your calendar and export"
            " it once more."
        ),
        "event": _(
            "This event cannot be read. Correct or remove it in your calendar and"
            " export it once more."
        ),
    }
