"""The pen: everything it draws is either content of an element or an artifact."""

from __future__ import annotations

import re
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from thuiswerkplek.report.tagged_document import Raw, text_string
from thuiswerkplek.report.tagged_fonts import BODY_FONT, BOLD_FONT, font
from thuiswerkplek.report.tagged_lines import one_line
from thuiswerkplek.report.tagged_reportlab import (
    Canvas,
    PDFDictionary,
    PDFStream,
    PDFTextObject,
    PDFZCompress,
)
from thuiswerkplek.report.tagged_structure import Annotation, StructureTree
from thuiswerkplek.report.tagged_style import points, rgb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from io import BytesIO

    from thuiswerkplek.report.tagged_document import TaggedDocument
    from thuiswerkplek.report.tagged_structure import Element, Tag

_CLOSED_FROM = 3  # bookmarks of this depth hide what is below them at first
_LITERAL = re.compile(rb"[\x20-\x7e]*")
_SPECIAL = re.compile(rb"([\\()])")


class _DrawnText(PDFTextObject):
    """Text inside drawings, kept to what the embedded faces can show."""

    def _formatText(self, text: str) -> str:  # noqa: N802 - overrides
        return super()._formatText(one_line(text))


class _Below:
    """Puts what is drawn meanwhile below one element; a page has hundreds of them."""

    __slots__ = ("_element", "_parents")

    def __init__(self, parents: list[Element], element: Element) -> None:
        self._parents = parents
        self._element = element

    def __enter__(self) -> None:
        self._parents.append(self._element)

    def __exit__(self, *_error: object) -> None:
        self._parents.pop()


_HERE = nullcontext()


class TaggedCanvas(Canvas):
    """A canvas that writes the structure tree while it draws.

    The footer of a page can name the number of pages: it is added to every page
    when the last one is done, so that no page has to be drawn twice.
    """

    def __init__(
        self,
        filename: BytesIO,
        *,
        document: TaggedDocument,
        furnish: Callable[[TaggedCanvas, int, int], None],
        tagged: bool,
        pagesize: tuple[float, float],
        **_ignored: object,
    ) -> None:
        super().__init__(
            filename, pagesize=pagesize, initialFontName=font(BODY_FONT).fontName
        )
        self._doc = document
        self._make_preamble()
        self._tree = StructureTree(document) if tagged else None
        self._parents = [self._tree.root] if self._tree else []
        # Above zero nothing is tagged: inside an artifact, or in an untagged file.
        self._silence = 0 if tagged else 1
        self._furnish = furnish
        self._pages: list[Any] = []
        self._heading_level = 0
        self._headings = 0
        self._anchors: dict[str, tuple[int, float]] = {}
        self._jumps: list[tuple[Raw, str]] = []

    # What flowables use to tag.

    def inside(self, tag: Tag | None) -> AbstractContextManager[None]:
        """Put the elements drawn meanwhile below this one."""
        if tag is None or self._silence or not self._tree:
            return _HERE
        return _Below(self._parents, self._tree.element(tag, self._parents[-1]))

    def begin(self, tag: Tag | None) -> None:
        """Start content of an element; of the enclosing one without a tag."""
        if self._silence or not self._tree:
            return
        element = self._parents[-1]
        if tag:
            element = self._tree.element(tag, element)
        mcid = self._tree.mark(element, self._pageNumber)
        self._code.append(f"/{element.role} <</MCID {mcid}>> BDC")

    def end(self) -> None:
        """End what `begin` started."""
        if not self._silence:
            self._code.append("EMC")

    @contextmanager
    def artifact(self, properties: str = "/Type /Layout") -> Iterator[None]:
        """Draw something that a screen reader passes over."""
        if self._silence:
            yield
            return
        self._silence += 1
        self._code.append(f"/Artifact <<{properties}>> BDC")
        try:
            yield
        finally:
            self._code.append("EMC")
            self._silence -= 1

    # What flowables use to draw.

    def emit(self, code: str) -> None:
        """Add operators to the page."""
        self._code.append(code)

    def glyphs(self, text: str, name: str) -> list[tuple[str, str]]:
        """Return the text as pairs of a font resource and a string operand."""
        face = font(name)
        return [
            (face.getSubsetInternalName(subset, self._doc), _operand(codes))
            for subset, codes in face.splitString(text, self._doc)
        ]

    def fill_box(
        self, x: float, y: float, width: float, height: float, color: str
    ) -> None:
        """Fill a rectangle, as an artifact."""
        with self.artifact():
            self.emit(f"q {rgb(color)} rg {points(x, y, width, height)} re f Q")

    def stroke_line(
        self, x: float, y: float, width: float, thickness: float, color: str
    ) -> None:
        """Draw a level line, as an artifact."""
        self.fill_box(x, y - thickness / 2, width, thickness, color)

    def text_line(self, x: float, y: float, text: str, size: float, color: str) -> None:
        """Draw one printable line; the caller has begun its content."""
        code = [f"BT {rgb(color)} rg {points(1, 0, 0, 1, x, y)} Tm"]
        code += [
            f"{name} {points(size)} Tf {operand} Tj"
            for name, operand in self.glyphs(text, BODY_FONT)
        ]
        self.emit(" ".join([*code, "ET"]))

    def link(self, box: tuple[float, float, float, float], url: str, text: str) -> None:
        """Make a box clickable; it belongs to the link whose element is open.

        Args:
            box: left, bottom, width and height.
            url: where the link leads to.
            text: the words that a screen reader says for it.
        """
        x, y, width, height = box
        left, bottom = self.absolutePosition(x, y)
        rect = points(left, bottom, left + width, bottom + height).encode()
        annotation = Raw(b"")
        number = self._doc.number(annotation)
        key = b""
        if self._tree and not self._silence:
            element = self._parents[-1]
            element.kids.append(Annotation(self._pageNumber, number))
            key = b"/StructParent %d" % self._tree.next_key(element)
        annotation.content = (
            b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F 4/Contents %b%b"
            % (rect, text_string(text), key)
        )
        if url.startswith("#"):
            self._jumps.append((annotation, url[1:]))
        else:
            annotation.content += b"/A<</S/URI/URI %b>>>>" % text_string(url)
        self._annotationrefs.append(self._doc.Reference(annotation))

    def heading(self, level: int, title: str, anchor: str, x: float, y: float) -> None:
        """Add a bookmark for the heading drawn here, and the place jumps lead to.

        Raises:
            ValueError: the level leaves one out, which PDF/UA forbids.
        """
        if level > self._heading_level + 1:
            message = f"heading {level} follows {self._heading_level}: {title}"
            raise ValueError(message)
        self._heading_level = level
        self._headings += 1
        key = f"heading-{self._headings}"
        _, top = self.absolutePosition(x, y)
        self.bookmarkPage(key, fit="XYZ", left=0, top=round(top, 2), zoom=0)
        is_closed = level >= _CLOSED_FROM
        self.addOutlineEntry(title.replace("\n", " "), key, level - 1, closed=is_closed)
        if anchor:
            self._anchors[anchor] = self._pageNumber, top

    # What reportlab calls.

    def setFont(  # noqa: N802 - overrides
        self, psfontname: str, size: float, leading: float | None = None
    ) -> None:
        """Choose a face; drawings that ask for another one get an embedded one."""
        name = psfontname if psfontname in (BODY_FONT, BOLD_FONT) else BODY_FONT
        super().setFont(BOLD_FONT if "Bold" in psfontname else name, size, leading)

    def beginText(  # noqa: N802 - overrides
        self, x: float = 0, y: float = 0, direction: str | None = None
    ) -> _DrawnText:
        """Return a text object that cannot break the file."""
        return _DrawnText(self, x, y, direction)

    def showPage(self) -> None:  # noqa: N802 - overrides
        """Close the page."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        self._pages.append(page)
        key = self._tree.end_page() if self._tree else None
        if key is not None:
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = key
            page.Tabs = "/S"

    def save(self) -> None:
        """Add the footers, complete the file and write it."""
        if self._code:
            self.showPage()
        for number, page in enumerate(self._pages, start=1):
            self._restartAccumulators()
            self._furnish(self, number, len(self._pages))
            footer = "\n".join(self._code)
            content = f"{page.stream}{footer}\n"
            page.Contents = PDFStream(PDFDictionary({}), content, [PDFZCompress])
        for annotation, anchor in self._jumps:
            annotation.content += b"/Dest%b>>" % self._destination(anchor)
        self._doc.complete(self._tree)
        self._filename.write(self._doc.GetPDFData(self))

    def _destination(self, anchor: str) -> bytes:
        if anchor not in self._anchors:
            message = f"a link leads to {anchor}, which is nowhere"
            raise ValueError(message)
        page, top = self._anchors[anchor]
        place = points(top).encode()
        return b"[%d 0 R/XYZ null %b null]" % (self._doc.page_number(page), place)


def _operand(codes: bytes) -> str:
    if _LITERAL.fullmatch(codes):
        escaped = _SPECIAL.sub(rb"\\\1", codes)
        return f"({escaped.decode()})"
    return f"<{codes.hex()}>"
