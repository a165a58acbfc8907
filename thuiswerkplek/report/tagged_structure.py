"""The structure tree: what a screen reader walks through, element by element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.report.tagged_reportlab import PDFObject

if TYPE_CHECKING:
    from thuiswerkplek.report.tagged_document import TaggedDocument


@dataclass(slots=True, eq=False)
class Tag:
    """What a piece of the story is; both halves of a split piece share it.

    The element itself lives on the canvas, so that one story never carries
    elements of an earlier file.
    """

    role: str
    attributes: bytes = b""


class MarkedContent(NamedTuple):
    """A marked part of a page's drawing."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """A link's clickable area, as a kid of its element."""

    page: int
    number: int


class Element(PDFObject):
    """One element of the tree, as it is written into the file."""

    def __init__(self, role: str, parent: Element | None, attributes: bytes) -> None:
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | MarkedContent | Annotation] = []
        self.number = 0

    def format(self, document: TaggedDocument) -> bytes:
        """Return the element's dictionary."""
        above = self.parent.number if self.parent else document.tree_root_number
        page = next((k.page for k in self.kids if isinstance(k, MarkedContent)), 0)
        on_page = b"/Pg %d 0 R" % document.page_number(page) if page else b""
        kids = b" ".join([self._kid(kid, page, document) for kid in self.kids])
        return b"<</S/%b/P %d 0 R%b%b%b>>" % (
            self.role.encode(),
            above,
            on_page,
            b"/K[%b]" % kids if kids else b"",
            self.attributes,
        )

    @staticmethod
    def _kid(
        kid: Element | MarkedContent | Annotation, page: int, document: TaggedDocument
    ) -> bytes:
        if isinstance(kid, Element):
            return b"%d 0 R" % kid.number
        if isinstance(kid, MarkedContent) and kid.page == page:
            return b"%d" % kid.mcid
        on_page = document.page_number(kid.page)
        if isinstance(kid, Annotation):
            return b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (kid.number, on_page)
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (on_page, kid.mcid)


class StructureTree:
    """The elements of one file, and the way back from a page to its elements."""

    def __init__(self, document: TaggedDocument) -> None:
        self._document = document
        self.root = self._new("Document", None, b"")
        self._elements: dict[Tag, Element] = {}
        self._back: list[list[Element] | Element] = []
        self._owners: list[Element] = []  # of the page's marked contents, in order
        self._page_key: int | None = None

    def element(self, tag: Tag, parent: Element) -> Element:
        """Return the element of a tag, made under this parent at the first call."""
        found = self._elements.get(tag)
        if found is None:
            found = self._new(tag.role, parent, tag.attributes)
            parent.kids.append(found)
            self._elements[tag] = found
        return found

    def mark(self, element: Element, page: int) -> int:
        """Give the element the page's next marked content; return its number."""
        if self._page_key is None:
            self._page_key = len(self._back)
            self._owners = []
            self._back.append(self._owners)
        mcid = len(self._owners)
        self._owners.append(element)
        element.kids.append(MarkedContent(page, mcid))
        return mcid

    def next_key(self, element: Element) -> int:
        """Return the key under which an annotation leads back to its element."""
        self._back.append(element)
        return len(self._back) - 1

    def end_page(self) -> int | None:
        """Return the key of the page that ends, if it has marked content."""
        key, self._page_key = self._page_key, None
        return key

    def parent_tree(self) -> bytes:
        """Return the number tree from keys to elements."""
        entries = []
        for key, owner in enumerate(self._back):
            owners = owner if isinstance(owner, list) else [owner]
            refs = b" ".join(b"%d 0 R" % element.number for element in owners)
            value = b"[%b]" % refs if isinstance(owner, list) else refs
            entries.append(b"%d %b" % (key, value))
        return b"<</Nums[%b]>>" % b"\n".join(entries)

    def dictionary(self, parent_tree_number: int) -> bytes:
        """Return the root of the tree."""
        return b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R%b>>" % (
            self.root.number,
            parent_tree_number,
            b"/ParentTreeNextKey %d" % len(self._back),
        )

    def _new(self, role: str, parent: Element | None, attributes: bytes) -> Element:
        element = Element(role, parent, attributes)
        element.number = self._document.number(element)
        return element
