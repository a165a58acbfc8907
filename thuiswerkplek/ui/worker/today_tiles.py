"""The four large choices of *Vandaag*; made before the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.choice_tile import CHECK_PX, ChoiceTile
from thuiswerkplek.ui.widgets.even_row import EvenRow

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.today_head import TileWords
    from thuiswerkplek.ui.worker.today_models import TileState

LEAST_PX, NARROW_PX, ODD = 152, 120, 3
_CORNER = QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignTop


class DayTile(ChoiceTile):
    """A tile with a note in its corner: that it was planned, or else its key."""

    def __init__(self, words: TileWords) -> None:
        self._note = ""
        super().__init__(words.title, words.text, icon=words.icon)
        self._words = words

    def show_state(self, state: TileState) -> None:
        """Show whether this is the choice, or what was planned."""
        self._note = state.note
        said = [_("chosen") if state.is_chosen else "", state.note, self._words.text]
        self.set_chosen(chosen=state.is_chosen)
        self.setAccessibleDescription(", ".join(part for part in said if part))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the tile, and the note left of where its check mark goes."""
        super().paintEvent(event)
        look = theme.current()
        side = look.space(4)
        check = look.px(CHECK_PX) + look.space(1) if self.is_chosen() else 0
        room = self.rect().adjusted(side, side, -side - check, -side)
        painter = QtGui.QPainter(self)
        painter.setFont(look.font("small", strong=bool(self._note)))
        painter.setPen(look.colour("accent" if self._note else "muted"))
        text = self._note or ("" if self.is_chosen() else self._words.key)
        painter.drawText(room, _CORNER, text)


class TileRow(EvenRow):
    """Four tiles beside each other, or two and two, or one by one."""

    def __init__(self, tiles: tuple[DayTile, ...]) -> None:
        super().__init__(tiles, least=LEAST_PX)

    def columns(self, width: int) -> int:
        """Return how many tiles stand beside each other: never three and one."""
        found = super().columns(width)
        return ODD - 1 if found == ODD else found

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which one tile still reads well."""
        return QtCore.QSize(theme.current().px(NARROW_PX), 1)
