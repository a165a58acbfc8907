"""Data that break a reader or a database, sealed as if all were well (row 11).

Each is the JSON of a real report with one thing wrong, and the reason it should get.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.report.sealed import data_of, report_number

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = data_of(report_number(1))


def with_text(text: str, *, into: str = '"report_id":"') -> bytes:
    """Put raw text into the first string of that name."""
    return GOOD.replace(into.encode(), into.encode() + text.encode(), 1)


def with_value(raw: str) -> bytes:
    """Put raw text where the share of the hours is a number."""
    return re.sub(rb'(?<="share_percent":)\d+', lambda _: raw.encode(), GOOD, count=1)


def changed(change: Callable[[dict[str, Any]], None]) -> bytes:
    whole = json.loads(GOOD)
    change(whole)
    return json.dumps(whole).encode()


def with_payload(**fields: object) -> bytes:
    return changed(lambda whole: whole["payload"].update(fields))


def with_place(**fields: object) -> bytes:
    return changed(lambda whole: whole["payload"]["places"][0].update(fields))


def with_person(**fields: object) -> bytes:
    return changed(lambda whole: whole["payload"]["person"].update(fields))


def with_answer(**fields: object) -> bytes:
    return changed(
        lambda whole: whole["payload"]["places"][0]["answers"][0].update(fields)
    )


def with_finding(**fields: object) -> bytes:
    return changed(
        lambda whole: whole["payload"]["places"][0]["findings"][0].update(fields)
    )


def with_measure(**fields: object) -> bytes:
    return changed(
        lambda whole: whole["payload"]["places"][0]["measures"][0].update(fields)
    )


def with_frame(**fields: object) -> bytes:
    return changed(lambda whole: whole.update(fields))


def without(*path: str | int) -> bytes:
    def change(whole: Any) -> None:
        for part in path[:-1]:
            whole = whole[part]
        del whole[path[-1]]

    return changed(change)


def small_values(count: int, value: object) -> bytes:
    """Fill two megabytes with the smallest wrong things, each a complaint."""
    made = json.loads(GOOD)
    made["payload"]["places"] = [value] * count
    return json.dumps(made, separators=(",", ":")).encode()


KINDS: dict[str, tuple[bytes, str]] = {
    # text that is no JSON
    "nothing": (b"", "not-json"),
    "spaces": (b" " * 1_000_000, "not-json"),
    "half": (GOOD[: len(GOOD) // 2], "not-json"),
    "something behind it": (GOOD + b"{}", "not-json"),
    "a comment": (b"// x\n" + GOOD, "not-json"),
    "a mark in front": (b"\xef\xbb\xbf" + GOOD, "not-json"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "not-json"),
    "Latin-1": (with_text("ï").decode().encode("latin-1"), "not-json"),
    "overlong UTF-8": (GOOD.replace(b"report_id", b"report\xc1\x9fid"), "not-json"),
    "NaN": (with_value("NaN"), "not-json"),
    "Infinity": (with_value("-Infinity"), "not-json"),
    "overflow": (with_value("1e999"), "not-json"),
    "16 digits": (with_value("1" * 16), "not-json"),
    "2,000,000 digits": (with_value("9" * 2_000_000), "not-json"),
    "a name twice": (GOOD[:-2] + b',"format":1}', "not-json"),
    "a name twice, spelled otherwise": (GOOD[:-2] + b',"f\\u006frmat":1}', "not-json"),
    "21 deep": (with_value("[" * 18 + "]" * 18), "not-json"),
    "1,000,000 deep": (b"[" * 1_000_000, "not-json"),
    "a list": (b"[]", "not-json"),
    "null": (b"null", "not-json"),
    "700,000 small values": (small_values(600_000, {}), "not-json"),
    # texts
    "lone surrogate": (with_text("\\ud800"), "bad-text"),
    "surrogates the wrong way": (with_text("\\udc00\\ud800"), "bad-text"),
    "NUL": (with_text("\\u0000"), "bad-text"),
    "raw NUL": (with_text("\0"), "not-json"),
    "bell": (with_text("\\u0007"), "bad-text"),
    "C1 control": (with_text("\x85"), "bad-text"),
    "not NFC": (with_text("e\u0301"), "bad-text"),
    "4,001 characters": (with_text("x" * 4_001), "bad-text"),
    "201 in a name": (with_person(name="x" * 201), "wrong-shape"),
    "NUL in a name of a field": (with_frame(**{"a\0": 1}), "bad-text"),
    # another thing
    "other kind": (with_frame(kind="worker-file"), "other-kind"),
    "kind is a list": (with_frame(kind=[["x"] * 9] * 9), "other-kind"),
    "newer format": (with_frame(format=99), "newer-format"),
    "format below all": (with_frame(format=-1), "wrong-shape"),
    "format is a yes": (with_frame(format=True), "wrong-shape"),
    "format is a text": (with_frame(format="1"), "wrong-shape"),
    "format is broken": (with_frame(format=1.0), "wrong-shape"),
    # shape
    "a field more in the frame": (with_frame(more=1), "wrong-shape"),
    "a field more": (with_payload(home_address="x"), "wrong-shape"),
    "a field more, deep": (with_answer(pain="yes"), "wrong-shape"),
    "a field less": (without("payload", "places"), "wrong-shape"),
    "no payload": (without("payload"), "wrong-shape"),
    "payload is null": (with_frame(payload=None), "wrong-shape"),
    "number as text": (with_payload(version="1"), "wrong-shape"),
    "yes as number": (with_payload(version=True), "wrong-shape"),
    "broken number": (with_payload(version=1.5), "wrong-shape"),
    "text as number": (with_person(name=5), "wrong-shape"),
    "object as list": (with_payload(places={}), "wrong-shape"),
    "list as text": (with_person(name=["x"]), "wrong-shape"),
    "version of zero": (with_payload(version=0), "wrong-shape"),
    "share above all": (with_place(share_percent=101), "wrong-shape"),
    "share below zero": (with_place(share_percent=-1), "wrong-shape"),
    "hours above a week": (with_finding(weekly_hours=169), "wrong-shape"),
    "severity of nine": (with_finding(severity=9), "wrong-shape"),
    "unknown state": (with_measure(state="stolen"), "wrong-shape"),
    "a day with a time": (with_payload(day="2026-11-23T00:00:00Z"), "wrong-shape"),
    "a day that is not": (with_payload(day="2026-02-30"), "wrong-shape"),
    "a day as number": (with_payload(day=1_700_000_000), "wrong-shape"),
    "10,000 wrong values": (small_values(9_000, 0), "wrong-shape"),
    # meaning
    "a day before 2000": (with_payload(day="1999-12-31"), "bad-date"),
    "a day after 2100": (with_payload(day="2101-01-01"), "bad-date"),
    "the day after tomorrow": (with_payload(day="2026-11-25"), "bad-date"),
    "checked in the future": (with_place(checked_on="2027-01-01"), "bad-date"),
    "due in 2200": (with_measure(due="2200-01-01"), "bad-date"),
    "unknown question": (with_answer(question="q"), "unknown-question"),
    "private question": (with_answer(question="health-neck-arm"), "unknown-question"),
    "question by path": (with_answer(question="../../x"), "unknown-question"),
    "unknown answer": (with_answer(value="perhaps"), "bad-answer"),
    "answer of another kind": (with_answer(value=[]), "bad-answer"),
}

# What looks dangerous and is only text: read as it stands, shown as it stands.
TEXTS = (
    "'; DROP TABLE reports; --",
    "=cmd|' /C calc'!A0",
    "<img src=x onerror=alert(1)>",
    '<img src="file:///etc/passwd"/>',
    "\\\\host\\share\\x",
    "../../etc/passwd",
    "%s%s%n{0}{__class__}",
    "CON",
    "\u202etxt.exe",
    "é" * 200,
    "🦽" * 100,
)
