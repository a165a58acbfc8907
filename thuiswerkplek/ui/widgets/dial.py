"""Progress of a theme as a small round dial, and a wrapping row of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH_PX, RING_PX, STROKE_PX, BADGE_PX = 96, 44, 4, 20
FULL, MOST_SHOWN = 1.0, 9


class ThemeDial(painted.Pressable):
    """A button with a ring that fills: empty, part or done, and a number of findings.

    The caller gives the whole sentence for screen readers as `description`.
    """

    ring_radius = 12

    def __init__(
        self,
        code: str,
        label: str,
        *,
        share: float = 0.0,
        findings: int = 0,
        description: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(label, parent)
        self.code = code
        self._current = False
        self.show_progress(share, findings, description)

    def show_progress(self, share: float, findings: int, description: str) -> None:
        """Show how far the theme is, 0 to 1, and how many findings it has."""
        self._share = min(max(share, 0.0), FULL)
        self._findings = findings
        self.setAccessibleDescription(description)
        self.setToolTip(description)
        self.update()

    def state(self) -> str:
        """Return empty, part or done."""
        if self._share <= 0:
            return "empty"
        return "done" if self._share >= FULL else "part"

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - Qt's way
        """Mark the theme that is shown now."""
        self._current = current
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Ask for the ring and its words under it."""
        look = theme.current()
        width = look.px(WIDTH_PX)
        words = painted.text_height(
            self.text(), look.font("small"), width - look.space(2)
        )
        return QtCore.QSize(width, look.px(RING_PX) + words + look.space(7))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for no less than the whole dial."""
        return self.sizeHint()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw ring, sign, badge and words."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        self._paint_ground(painter)
        side = look.px(RING_PX)
        ring = QtCore.QRectF((self.width() - side) / 2, look.space(3), side, side)
        self._paint_ring(painter, ring)
        if self._findings:
            self._paint_badge(painter, ring)
        top = round(ring.bottom()) + look.space(2)
        margin = look.space(1)
        rect = self.rect().adjusted(margin, 0, -margin, 0)
        rect.setTop(top)
        painter.setFont(look.font("small", strong=self._current))
        painter.setPen(look.colour("text" if self._current else "muted"))
        flags = QtCore.Qt.TextFlag.TextWordWrap | QtCore.Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect, flags, self.text())

    def _paint_ground(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        if not (self._current or self.underMouse()):
            return
        painted.box(
            painter,
            self.rect(),
            fill=look.colour("surface" if self._current else "sunken"),
            edge=look.colour("accent" if self._current else "sunken"),
            width=look.palette.edge,
            radius=look.px(12),
        )

    def _paint_ring(self, painter: QtGui.QPainter, ring: QtCore.QRectF) -> None:
        look = theme.current()
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        width = look.px(STROKE_PX)
        inner = ring.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        pen = QtGui.QPen(look.colour("line"), width)
        pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(inner)
        if self._share > 0:
            pen.setColor(look.colour("accent"))
            painter.setPen(pen)
            painter.drawArc(inner, 90 * 16, round(-360 * 16 * self._share))
        if self.state() == "done":
            mark = QtCore.QRectF(0, 0, ring.width() / 2, ring.width() / 2)
            mark.moveCenter(ring.center())
            glyphs.paint(painter, "check", mark, look.colour("accent"), weight=2.75)

    def _paint_badge(self, painter: QtGui.QPainter, ring: QtCore.QRectF) -> None:
        look = theme.current()
        side = look.px(BADGE_PX)
        left, top = ring.right() - side * 0.45, ring.top() - side * 0.4
        badge = QtCore.QRectF(left, top, 0, 0)
        badge.setSize(QtCore.QSizeF(side, side))
        painter.setPen(QtGui.QPen(look.colour("surface"), look.px(2)))
        painter.setBrush(look.colour("text"))
        painter.drawEllipse(badge)
        painter.setFont(look.font("badge", strong=True))
        painter.setPen(look.colour("surface"))
        more = self._findings > MOST_SHOWN
        shown = f"{MOST_SHOWN}+" if more else str(self._findings)
        painter.drawText(badge, QtCore.Qt.AlignmentFlag.AlignCenter, shown)


class DialRow(FlowRow):
    """Dials in a row that wraps; `chosen` tells the code of the one pressed."""

    chosen = QtCore.Signal(str)
    _centred = False

    def __init__(
        self,
        dials: Iterable[ThemeDial] = (),
        *,
        name: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(gap=1, parent=parent)
        self.setAccessibleName(name)
        self.dials: dict[str, ThemeDial] = {}
        for dial in dials:
            self.add_dial(dial)

    def add_dial(self, dial: ThemeDial) -> None:
        """Put a dial at the end."""
        self.dials[dial.code] = dial
        self.add(dial)
        dial.clicked.connect(lambda: self.chosen.emit(dial.code))

    def set_current(self, code: str) -> None:
        """Mark one dial as shown now."""
        for one, dial in self.dials.items():
            dial.set_current(one == code)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Move between dials with the arrows."""
        steps = {QtCore.Qt.Key.Key_Right: 1, QtCore.Qt.Key.Key_Left: -1}
        step = steps.get(QtCore.Qt.Key(event.key()))
        dials = list(self.dials.values())
        at = next((i for i, dial in enumerate(dials) if dial.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        there = dials[(at + step) % len(dials)]
        there.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
