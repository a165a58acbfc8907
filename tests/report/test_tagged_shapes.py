"""Drawings: the quick way looks as reportlab's own, which still draws the rest."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops
from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect, String
from reportlab.lib.colors import HexColor

from tests.verapdf.marks import differences
from thuiswerkplek.report import charts, tagged, tagged_shapes
from thuiswerkplek.report.tagged_reportlab import draw_shapes

INFO = tagged.DocumentInfo("T", "nl-NL", date(2026, 11, 23))
INK, SOFT = HexColor("#A4262C"), HexColor("#FBE6E4")


def drawing() -> Drawing:
    made = Drawing(300, 120)
    made.add(Rect(5, 5, 60, 40, rx=8, ry=8, fillColor=SOFT, strokeColor=INK))
    made.add(Rect(80, 5, 60, 40, fillColor=None, strokeColor=INK, strokeWidth=3))
    made.add(Rect(150, 5, 60, 40, rx=20, ry=20, fillColor=INK, strokeColor=None))
    made.add(Rect(220, 5, 60, 40, fillColor=None, strokeColor=None))
    made.add(Group(Line(5, 60, 280, 70, strokeColor=INK, strokeDashArray=(4, 2))))
    for place, anchor in enumerate(("start", "middle", "end")):
        made.add(
            String(
                150, 80 + 12 * place, f"◆ {anchor} é", fontName="DejaVuSans-Bold",
                fontSize=10, textAnchor=anchor, fillColor=INK,
            )
        )  # fmt: skip
    return made


def built(one: Drawing) -> bytes:
    story = [tagged.heading(1, "Kop"), tagged.figure(one, "Vormen")]
    return tagged.build(lambda: story, INFO, header="", footer=lambda *_: "")


def picture(pdf: bytes) -> Image.Image:
    done = subprocess.run(
        ["pdftoppm", "-r", "100", "-png", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    return Image.open(BytesIO(done.stdout)).convert("L")


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="no pdftoppm here")
def test_it_looks_as_reportlab_draws_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = picture(built(drawing()))
    monkeypatch.setattr(
        "thuiswerkplek.report.tagged_flowables.paint",
        lambda one, canvas: draw_shapes(one, canvas, 0, 0),
    )
    theirs = picture(built(drawing()))

    _least, most = ImageChops.difference(ours, theirs).getextrema()
    assert most < 64  # edges are rounded to a hundredth of a point


@pytest.mark.parametrize(
    "shape",
    [
        Circle(20, 20, 10),
        Rect(0, 0, 9, 9, rx=2, ry=4),
        Rect(0, 0, 9, 9, fillOpacity=1),
        Group(Rect(0, 0, 9, 9), transform=(1, 0, 0, 1, 5, 5)),
        String(0, 0, "1,5", textAnchor="numeric"),
    ],
    ids=lambda shape: type(shape).__name__,
)
def test_what_it_does_not_know_is_left_to_reportlab(
    shape: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[object] = []

    def note(one: Drawing, canvas: object, x: float, y: float) -> None:
        left.append(one)
        draw_shapes(one, canvas, x, y)  # type: ignore[arg-type]

    monkeypatch.setattr(tagged_shapes, "draw_shapes", note)
    one = drawing()
    one.add(shape)

    assert differences(built(one)) == []
    assert left == [one]


def test_charts_are_drawn_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(tagged_shapes, "draw_shapes")
    bars = [charts.ThemeBar("Stoel", 3, "Pak aan", 2, 5, "2 van 5")]

    pdf = built(charts.theme_picture(bars))

    with pikepdf.open(BytesIO(pdf)) as file:
        code = file.pages[0].Contents.read_bytes()
    assert code.count(b" B Q") == 5  # a box for every answer


def test_many_answers_become_a_bar() -> None:
    bars = [charts.ThemeBar("Stoel", 3, "Pak aan", 20, 50, "20 van 50")]

    with pikepdf.open(BytesIO(built(charts.theme_picture(bars)))) as file:
        code = file.pages[0].Contents.read_bytes()
    assert code.count(b" B Q") == 2


def test_layers_differ_in_form_too() -> None:
    from thuiswerkplek.domain.catalogue import Layer

    edges = {
        layer: [
            (shape.strokeDashArray, round(shape.width))
            for group in charts.layers(((layer, "woord"),)).contents
            for shape in group.contents
            if isinstance(shape, Rect)
        ]
        for layer in Layer
    }

    assert len(edges[Layer.LAW]) == 2
    assert len(edges[Layer.STANDARD]) == 1
    assert edges[Layer.ADVICE][0][0] is not None
    assert edges[Layer.TIP] == []
