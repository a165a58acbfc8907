"""Stories of every kind, that the tagged paper must carry in any file it makes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache

from reportlab.graphics.shapes import Drawing, Rect, String

from thuiswerkplek.report import tagged

DAY = date(2026, 11, 23)
INFO = tagged.DocumentInfo("Werkplekcheck", "nl-NL", DAY)
SENTENCE = "Zet je beeldscherm op ooghoogte, zodat je nek ontspannen blijft. "
HOSTILE = (
    '<img src="/etc/passwd"> <b>&amp; <para> </font>\x00\x07\x1b[31m\x7f',
    "emoji 😀 🪑 👩🏽\u200d💻 ❤\ufe0f, private \ue000 \U000f0000, \ufeff\ufffe\uffff",
    "שלום (עולם) 12-3, مرحبا بالعالم ١٢٣ ok",
    "中文 ไทย हिन्दी \ud800 a\u0301\u0327 \u202eevil\u202c \u2066x\u2069",
    "line\nline\r\nline\u2028line\u2029 tab\ttab nbsp\xa0thin\u2009soft\xadhyphen",
    "x" * 700,
    "",
    " \n \n",
)


def chart() -> Drawing:
    drawing = Drawing(300, 80)
    for place, value in enumerate((30, 60, 45)):
        drawing.add(Rect(20 + place * 60, 15, 40, value, strokeColor=None))
        for font in ("Helvetica", "Times-Bold"):
            label = String(40 + place * 60, 3, f"{value} 😀 שלום \x00中", fontName=font)
            drawing.add(label)
    return drawing


def plain() -> list[tagged.Flowable]:
    return [tagged.heading(1, "Verslag"), tagged.paragraph(SENTENCE)]


def small() -> list[tagged.Flowable]:
    return [
        tagged.heading(1, "Verslag"),
        tagged.paragraph(SENTENCE, tagged.LEAD),
        tagged.heading(2, "Grafiek"),
        tagged.figure(chart(), "Staven: 30, 60 en 45"),
        tagged.ornament(chart()),
        tagged.rule(),
        tagged.heading(2, "Tabel"),
        tagged.table(
            [tagged.Column("Vraag", 3), tagged.Column("cm", align="right")],
            [["Hoogte", "74,5"], ["Diepte", ""]],
            summary="Twee maten",
            caption="Maten",
            row_headers=True,
        ),
        tagged.space(12),
    ]


def forty_pages() -> list[tagged.Flowable]:
    columns = [tagged.Column("Vraag", 3), tagged.Column("Antwoord", 2)]
    story = [tagged.heading(1, "Alle antwoorden")]
    for theme in range(40):
        story += [
            tagged.heading(2, f"Thema {theme}"),
            tagged.table(columns, [[SENTENCE * 2, "Een beetje"] for _ in range(16)]),
            tagged.paragraph(SENTENCE * 8),
        ]
    return story


def long_pieces() -> list[tagged.Flowable]:
    cell = [tagged.paragraph(SENTENCE * 90), tagged.bullets([SENTENCE * 40] * 2)]
    return [
        tagged.heading(1, "Lange stukken"),
        tagged.paragraph(SENTENCE * 120),
        tagged.card([tagged.paragraph(SENTENCE * 130)]),
        tagged.heading(2, SENTENCE * 150),
        tagged.table([tagged.Column("Een"), tagged.Column("Twee")], [[cell, "kort"]]),
    ]


def cards() -> list[tagged.Flowable]:
    story = [tagged.heading(1, "Kaarten")]
    for number in range(14):
        story += [
            tagged.heading(2, f"Onderwerp {number}"),
            tagged.card(
                [
                    tagged.heading(3, f"◆ Advies {number}"),
                    tagged.paragraph(SENTENCE * (number % 5 + 1)),
                    tagged.bullets([SENTENCE, "kort"]),
                    tagged.figure(chart(), "Drie staven"),
                ],
                keep=number % 2 == 0,
            ),
            tagged.keep_together([tagged.paragraph(SENTENCE * 4)] * 2),
            tagged.card([tagged.card([tagged.paragraph(SENTENCE)])], bar=None),
        ]
    return [*story, tagged.page_break(), tagged.paragraph("Slot")]


def lists() -> list[tagged.Flowable]:
    inner = tagged.bullets([SENTENCE * 3, SENTENCE], numbered=True)
    return [
        tagged.heading(1, "Lijsten"),
        tagged.bullets([SENTENCE, tagged.Run("vet", bold=True), ["a", "b"]]),
        tagged.bullets([[tagged.paragraph("Genest"), inner]]),
        tagged.bullets([tagged.paragraph("Los")]),
        tagged.bullets(["goed", "beter"], marks=["✓", "▲"]),
        tagged.bullets([SENTENCE * 2] * 40, numbered=True),
    ]


def runs() -> list[tagged.Flowable]:
    link = tagged.link(SENTENCE * 2, "https://example.org/é?a=(1)&b=%20#x")
    english = tagged.Run("screen (height) ", language="en")
    parts: list[str | tagged.Run] = [
        SENTENCE,
        english,
        tagged.Run("vet", bold=True),
        ", ",
        link,
        " en ",
        english,
    ]
    far = tagged.link("far", "mailto:someone@example.org", language="en")
    unsafe = tagged.link("niet klikbaar", "javascript:alert(1)")
    return [
        tagged.heading(1, ["Kop met ", english, tagged.link("link", "https://a.nl")]),
        *(tagged.paragraph(parts) for _ in range(20)),
        tagged.bullets([parts, far]),
        tagged.table([tagged.Column(far)], [[parts], [unsafe]]),
        tagged.card([tagged.paragraph([far, unsafe], tagged.MUTED)]),
    ]


def columns() -> list[tagged.Flowable]:
    """Columns, bands and jumps: short ones, and ones longer than a page."""
    short = [tagged.heading(2, "Links"), tagged.paragraph(SENTENCE)]
    titles = [tagged.Column("Vraag", 2), tagged.Column("Antwoord")]
    table = tagged.table(
        titles,
        [
            tagged.Band(f"Thema {number // 4}") if number % 4 == 0 else [SENTENCE, "Ja"]
            for number in range(60)
        ],
        row_headers=True,
        style=tagged.SMALL,
        padding=3,
    )
    tag = tagged.figure(chart(), "Drie staven")
    banded = tagged.table(titles, [tagged.Band(tag), ["een", "twee"]])
    to_end = tagged.jump("naar het slot", "slot")
    return [
        tagged.heading(1, "Kolommen"),
        tagged.paragraph(["Zie ", to_end, " of ", tagged.jump("hier", "begin"), "."]),
        tagged.beside([short, [tagged.bullets([SENTENCE, to_end])]], (2, 1)),
        tagged.heading(2, "Begin", anchor="begin"),
        tagged.beside([[table], [tagged.paragraph(SENTENCE * 60)], [banded]]),
        tagged.card([tagged.beside([short, [tagged.figure(chart(), "Staven")]])]),
        tagged.keep_together([tagged.paragraph(SENTENCE)], with_next=True),
        tagged.card([tagged.paragraph(SENTENCE)], bar_width=6),
        tagged.page_break(unless=0.9),
        tagged.heading(2, "Slot", anchor="slot"),
    ]


def hostile() -> list[tagged.Flowable]:
    story = [tagged.heading(1, "Vrije tekst")]
    for text in HOSTILE:
        story += [
            tagged.heading(2, text),
            tagged.paragraph(text),
            tagged.paragraph([text, tagged.link(text, f"https://a.nl/{text}")]),
            tagged.bullets([text, tagged.Run(text, bold=True, language="en")]),
            tagged.table([tagged.Column(text), tagged.Column("x")], [[text, text]]),
            tagged.card([tagged.paragraph(text)]),
            tagged.figure(chart(), f"Alt {text}"),
        ]
    return story


Story = Callable[[], list[tagged.Flowable]]
STORIES: tuple[Story, ...] = (
    plain,
    small,
    forty_pages,
    long_pieces,
    cards,
    lists,
    runs,
    columns,
    hostile,
)


@cache
def made(story: Story) -> bytes:
    """Return the file of a story."""
    text = HOSTILE[0] + HOSTILE[2]
    info = INFO if story is not hostile else tagged.DocumentInfo(text, "nl-NL", DAY)
    data = json.dumps({"kind": "test"}).encode()
    name = "report.json" if story is not hostile else text.replace("/", "")
    file = tagged.Attachment(name, data, "application/json", text, DAY)
    return tagged.build(
        story,
        info,
        [file],
        header=text,
        footer=lambda page, pages: f"Pagina {page} van {pages}",
    )
