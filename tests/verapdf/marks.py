"""Our own check beside veraPDF: the marks on the pages are those of the tree.

veraPDF passes a file whose tree points every mark at the wrong page.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = {"Tj", "TJ", "'", '"'}
_PAINTING = _TEXT | {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI"}
_Number = tuple[int, int]
Mark = tuple[int, int, str, _Number]  # page, MCID, role and number of the element


def differences(pdf: bytes) -> list[str]:
    """Return what does not fit between the pages and the structure tree."""
    with pikepdf.open(BytesIO(pdf)) as file:
        check = _Check(file)
        in_tree = set(check.marks_of(file.Root.StructTreeRoot.K))
        drawn = {
            mark
            for number, page in enumerate(file.pages)
            for mark in check.marks_on(page, number)
        }
        check.found += [f"in the tree only: {mark}" for mark in in_tree - drawn]
        check.found += [f"on a page only: {mark}" for mark in drawn - in_tree]
        return sorted(check.found)


class _Check:
    def __init__(self, file: pikepdf.Pdf) -> None:
        nums = file.Root.StructTreeRoot.ParentTree.Nums
        self._back = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        self._pages: dict[Any, int] = {
            page.objgen: place for place, page in enumerate(file.pages)
        }
        self.found: list[str] = []

    def marks_of(self, element: Any) -> Iterator[Mark]:
        """Walk the tree: every mark that an element claims."""
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                page = self._pages[element.Pg.objgen]
                yield page, int(kid), str(element.S), element.objgen
            elif kid.get("/Type") == "/MCR":
                page = self._pages[kid.Pg.objgen]
                yield page, int(kid.MCID), str(element.S), element.objgen
            elif kid.get("/Type") == "/OBJR":
                self._check_annotation(kid, element)
            else:
                if kid.P.objgen != element.objgen:
                    self.found.append(f"{kid.objgen} names another parent")
                yield from self.marks_of(kid)

    def _check_annotation(self, kid: Any, element: Any) -> None:
        on_page = {annotation.objgen for annotation in kid.Pg.Annots}
        if kid.Obj.objgen not in on_page:
            self.found.append(f"{kid.Obj.objgen} is not on its page")
        if self._back[int(kid.Obj.StructParent)].objgen != element.objgen:
            self.found.append(f"{kid.Obj.objgen} leads back to another element")

    def marks_on(self, page: Any, place: int) -> Iterator[Mark]:
        """Read the page: every mark that it draws, with the element it leads to."""
        key = page.obj.get("/StructParents")
        owners: Any = [] if key is None else self._back[int(key)]
        is_marked: list[bool] = []
        in_text = False
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            operands: Any = instruction.operands
            if name == "BDC":
                is_marked.append(True)
                mcid = operands[1].get("/MCID")
                if mcid is not None:
                    owner = owners[int(mcid)]
                    yield place, int(mcid), str(operands[0]), owner.objgen
            elif name == "EMC":
                is_marked.pop()
            elif name in {"BT", "ET"}:
                in_text = name == "BT"
            elif name in _PAINTING and not is_marked:
                self.found.append(f"page {place}: {name} is no content, no artifact")
        if is_marked or in_text:
            self.found.append(f"page {place}: something is left open")
