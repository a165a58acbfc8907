"""The parts of reportlab the tagged layer builds on, with types; reportlab has none."""

# ruff: noqa: ANN401, D102, N802, N803, N815, N816 - the names are reportlab's
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from io import BytesIO

    class PDFObject:
        """Anything that can be written into a file."""

    class PDFDictionary(PDFObject):
        """Names with values; values are written as they are."""

        def __init__(self, entries: dict[str, object], /) -> None: ...

    class PDFStream(PDFObject):
        """Bytes with a dictionary."""

        content: str | bytes

        def __init__(
            self, dictionary: PDFDictionary, content: str | bytes, filters: list[object]
        ) -> None: ...

    class PDFDocument(PDFObject):
        """The objects of one file."""

        Catalog: Any
        Pages: Any
        Outlines: Any
        info: PDFObject
        delayedFonts: list[TTFont]
        numberToId: dict[int, str]
        idToObject: dict[str, PDFObject]
        idToObjectNumberAndVersion: dict[str, tuple[int, int]]

        def __init__(
            self,
            *,
            compression: int,
            invariant: int,
            pdfVersion: tuple[int, int],
            lang: str,
        ) -> None: ...
        def Reference(self, obj: PDFObject) -> Any: ...

    class PDFTextObject:
        """Strings being placed."""

        def __init__(
            self, canvas: Canvas, x: float, y: float, direction: str | None
        ) -> None: ...
        def _formatText(self, text: str) -> str: ...

    class Canvas:
        """What draws one file."""

        _annotationrefs: list[object]
        _code: list[str]
        _filename: BytesIO
        _pageNumber: int

        def __init__(
            self,
            filename: BytesIO,
            *,
            pagesize: tuple[float, float],
            initialFontName: str,
        ) -> None: ...
        def showPage(self) -> None: ...
        def setFont(
            self, psfontname: str, size: float, leading: float | None = None
        ) -> None: ...
        def beginText(
            self, x: float = 0, y: float = 0, direction: str | None = None
        ) -> PDFTextObject: ...
        def saveState(self) -> None: ...
        def restoreState(self) -> None: ...
        def scale(self, x: float, y: float) -> None: ...
        def absolutePosition(self, x: float, y: float) -> tuple[float, float]: ...
        def bookmarkPage(
            self, key: str, fit: str, left: float, top: float, zoom: float
        ) -> None: ...
        def addOutlineEntry(
            self, title: str, key: str, level: int, *, closed: bool
        ) -> None: ...
        def _restartAccumulators(self) -> None: ...
        def _make_preamble(self) -> None: ...

    class Flowable:
        """Something that takes its place on the paper, one below the other."""

        canv: Any
        width: float
        height: float
        spaceBefore: float
        spaceAfter: float
        keepWithNext: bool

        def wrap(self, width: float, height: float, /) -> tuple[float, float]: ...
        def wrapOn(
            self, canv: object, width: float, height: float
        ) -> tuple[float, float]: ...
        def split(self, width: float, height: float, /) -> Sequence[Flowable]: ...
        def drawOn(self, canvas: Canvas, x: float, y: float) -> None: ...
        def draw(self) -> None: ...
        def getKeepWithNext(self) -> bool: ...
        def getSpaceBefore(self) -> float: ...
        def getSpaceAfter(self) -> float: ...

    class BaseDocTemplate:
        """The maker of pages."""

        frame: Any
        canv: Canvas

        def __init__(
            self, filename: BytesIO, *, pagesize: tuple[float, float]
        ) -> None: ...
        def addPageTemplates(self, pageTemplates: object) -> None: ...
        def build(
            self, flowables: list[Flowable], *, canvasmaker: Callable[..., Canvas]
        ) -> None: ...

    class TTFont:
        """A TrueType face that is embedded by the glyphs used."""

        face: Any
        state: Any
        fontName: str

        def __init__(self, name: str, filename: str) -> None: ...
        def addObjects(self, doc: PDFDocument) -> None: ...
        def splitString(
            self, text: str, doc: PDFDocument
        ) -> list[tuple[int, bytes]]: ...
        def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str: ...

    class Color:
        """Red, green and blue, from nothing to one."""

        red: float
        green: float
        blue: float

    class Shape:
        """A part of a drawing."""

    class Group(Shape):
        """Shapes as one."""

        contents: list[Shape]
        transform: tuple[float, ...]

    class Drawing(Group):
        """Shapes with a width and a height in points."""

        width: float
        height: float

    class Line(Shape):
        """A straight line."""

        x1: float
        y1: float
        x2: float
        y2: float
        strokeColor: Color | None
        strokeWidth: float
        strokeDashArray: Sequence[float] | None

    class Rect(Shape):
        """A rectangle, its corners perhaps round."""

        x: float
        y: float
        width: float
        height: float
        rx: float
        ry: float
        fillColor: Color | None
        fillOpacity: float | None
        strokeColor: Color | None
        strokeOpacity: float | None
        strokeWidth: float
        strokeDashArray: Sequence[float] | None

    class String(Shape):
        """Text on one line."""

        x: float
        y: float
        text: str
        fontName: str
        fontSize: float
        fillColor: Color | None
        textAnchor: str

    registerFont: Callable[[TTFont], None]
    write_object: Callable[..., bytes]
    draw_shapes: Callable[[Drawing, Canvas, float, float], None]
    Frame: Callable[..., object]
    PageTemplate: Callable[..., object]
    FrameBreak: Callable[[], Flowable]
    PageBreak: Callable[[], Flowable]
    CondPageBreak: Callable[[float], Flowable]
    Spacer: Callable[[float, float], Flowable]
    PDFZCompress: object
else:
    from reportlab.graphics.renderPDF import draw as draw_shapes
    from reportlab.graphics.shapes import (
        Drawing,
        Group,
        Line,
        Rect,
        Shape,
        String,
    )
    from reportlab.lib.colors import Color
    from reportlab.pdfbase.pdfdoc import (
        PDFDictionary,
        PDFDocument,
        PDFObject,
        PDFStream,
        PDFZCompress,
    )
    from reportlab.pdfbase.pdfdoc import format as write_object
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject
    from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer
    from reportlab.platypus.doctemplate import (
        BaseDocTemplate,
        FrameBreak,
        PageTemplate,
    )
    from reportlab.platypus.frames import Frame

__all__ = [
    "BaseDocTemplate",
    "Canvas",
    "Color",
    "CondPageBreak",
    "Drawing",
    "Flowable",
    "Frame",
    "FrameBreak",
    "Group",
    "Line",
    "PDFDictionary",
    "PDFDocument",
    "PDFObject",
    "PDFStream",
    "PDFTextObject",
    "PDFZCompress",
    "PageBreak",
    "PageTemplate",
    "Rect",
    "Shape",
    "Spacer",
    "String",
    "TTFont",
    "draw_shapes",
    "registerFont",
    "write_object",
]
