"""The themes of a check as a row of small dials that tell their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.dial import DialRow, ThemeDial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.ui.worker.check_models import Dial

CELL_PX, RING_PX = 44, 26


class SmallDial(ThemeDial):
    """A dial without words under it; they show elsewhere while it is pointed at."""

    ring_radius = 10
    pointed = QtCore.Signal(bool)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a square that is easy to hit."""
        side = theme.current().px(CELL_PX)
        return QtCore.QSize(side, side)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw ring, sign and badge."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        self._paint_ground(painter)
        ring = QtCore.QRectF(0, 0, look.px(RING_PX), look.px(RING_PX))
        ring.moveCenter(QtCore.QRectF(self.rect()).center())
        self._paint_ring(painter, ring)
        if self._findings:
            inset = look.px(4)  # the badge stays inside the square
            self._paint_badge(painter, ring.adjusted(0, inset, -inset, 0))

    def event(self, event: QtCore.QEvent) -> bool:
        """Tell when it is pointed at, by mouse or keyboard."""
        kinds = QtCore.QEvent.Type
        if event.type() in (kinds.Enter, kinds.FocusIn):
            self.pointed.emit(True)  # noqa: FBT003 - Qt's way
        elif event.type() in (kinds.Leave, kinds.FocusOut):
            self.pointed.emit(False)  # noqa: FBT003 - Qt's way
        return super().event(event)


class CheckDials(QtWidgets.QWidget):
    """The row; `chosen` tells a theme's code, `pointed` its words or nothing."""

    chosen = QtCore.Signal(str)
    pointed = QtCore.Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.row = DialRow(name=name)
        self._words: dict[str, str] = {}
        layout = QtWidgets.QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.row)
        self.row.chosen.connect(self.chosen)

    def show_dials(self, dials: Sequence[Dial], current: str) -> None:
        """Show how far each theme is, and which one it is now."""
        if [dial.code for dial in dials] != list(self.row.dials):
            self._build(dials)
        for dial in dials:
            shown = self.row.dials[dial.code]
            shown.show_progress(dial.share, dial.findings, dial.description)
            shown.setToolTip("")
            self._words[dial.code] = f"{dial.title} · {dial.description}"
            shown.setFocusPolicy(
                QtCore.Qt.FocusPolicy.StrongFocus
                if dial.code == current
                else QtCore.Qt.FocusPolicy.ClickFocus
            )
        self.row.set_current(current)

    def _build(self, dials: Sequence[Dial]) -> None:
        self.row.clear()
        self.row.dials.clear()
        for dial in dials:
            small = SmallDial(dial.code, dial.title)
            small.pointed.connect(
                lambda is_on, code=dial.code: self._on_pointed(code, is_on=is_on)
            )
            self.row.add_dial(small)

    def _on_pointed(self, code: str, *, is_on: bool) -> None:
        self.pointed.emit(self._words.get(code, "") if is_on else "")
