"""Progress of a theme as a small round dial, and a row of them on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH_PX, LEAST_PX, HEIGHT_PX = 48, 37, 44
RING_PX, STROKE_PX, BADGE_PX = 26, 4, 20
FULL, MOST_SHOWN = 1.0, 9


class ThemeDial(painted.Pressable):
    """A button with a ring that fills: empty, part or done, and a number of findings.

    The caller gives the whole sentence for screen readers as `description`;
    `pointed` tells whether mouse or keyboard is at it, so that its words show.
    """

    ring_radius = 12
    pointed = QtCore.Signal(bool)

    def __init__(
        self,
        code: str,
        label: str,
        *,
        share: float = 0.0,
        findings: int = 0,
        description: str = "",
    ) -> None:
        super().__init__(label)
        self.code = code
        self._current = False
        self.show_progress(share, findings, description)

    def show_progress(self, share: float, findings: int, description: str) -> None:
        """Show how far the theme is, 0 to 1, and how many findings it has."""
        self._share = min(max(share, 0.0), FULL)
        self._findings = findings
        self.setAccessibleDescription(description)
        self.update()

    def state(self) -> str:
        """Return empty, part or done."""
        if self._share <= 0:
            return "empty"
        return "done" if self._share >= FULL else "part"

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - Qt's way
        """Mark the theme that is shown now; Tab stops at it alone."""
        self._current = current
        policy = QtCore.Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if current else policy.ClickFocus)
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a place that is easy to hit."""
        look = theme.current()
        return QtCore.QSize(look.px(WIDTH_PX), look.px(HEIGHT_PX))

    def event(self, event: QtCore.QEvent) -> bool:
        """Tell when it is pointed at, by mouse or keyboard."""
        kinds = QtCore.QEvent.Type
        if event.type() in (kinds.Enter, kinds.FocusIn):
            self.pointed.emit(True)  # noqa: FBT003 - Qt's way
        elif event.type() in (kinds.Leave, kinds.FocusOut):
            self.pointed.emit(False)  # noqa: FBT003 - Qt's way
        return super().event(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw ground, ring, sign and badge."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        if self._current or self.underMouse():
            painted.box(
                painter,
                self.rect(),
                fill=look.colour("surface" if self._current else "sunken"),
                edge=look.colour("accent" if self._current else "sunken"),
                width=look.palette.edge,
                radius=look.px(12),
            )
        ring = QtCore.QRectF(0, 0, look.px(RING_PX), look.px(RING_PX))
        ring.moveCenter(QtCore.QRectF(self.rect()).center())
        paint_ring(painter, ring, self._share)
        paint_badge(painter, ring, self._findings, right_end=self.width())


def paint_ring(painter: QtGui.QPainter, ring: QtCore.QRectF, share: float) -> None:
    """Draw a ring that is filled for a share, with a check mark when it is whole."""
    look = theme.current()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    width = look.px(STROKE_PX)
    inner = ring.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    pen = QtGui.QPen(look.colour("line"), width)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    if share > 0:
        pen.setColor(look.colour("accent"))
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, round(-360 * 16 * share))
    if share >= FULL:
        mark = QtCore.QRectF(0, 0, ring.width() / 2, ring.width() / 2)
        mark.moveCenter(ring.center())
        glyphs.paint(painter, "check", mark, look.colour("accent"), weight=2.75)


def paint_badge(
    painter: QtGui.QPainter, ring: QtCore.QRectF, findings: int, *, right_end: float
) -> None:
    """Draw the number of findings at the upper right of a ring, if there are any."""
    if not findings:
        return
    look = theme.current()
    side = look.px(BADGE_PX)
    left = min(ring.right() - look.px(4) - side * 0.45, right_end - side - 1)
    badge = QtCore.QRectF(left, ring.top() + look.px(4) - side * 0.4, side, side)
    painter.setPen(QtGui.QPen(look.colour("surface"), look.px(2)))
    painter.setBrush(look.colour("text"))
    painter.drawEllipse(badge)
    painter.setFont(look.font("badge", strong=True))
    painter.setPen(look.colour("surface"))
    shown = f"{MOST_SHOWN}+" if findings > MOST_SHOWN else str(findings)
    painter.drawText(badge, QtCore.Qt.AlignmentFlag.AlignCenter, shown)


class DialRow(FlowRow):
    """Dials side by side, closer together where room is short.

    `chosen` tells the code of the one pressed; the arrows go from one to the next.
    """

    chosen = QtCore.Signal(str)

    def __init__(self, dials: Iterable[ThemeDial] = (), *, name: str) -> None:
        super().__init__(gap=0)
        self.setAccessibleName(name)
        self.dials: dict[str, ThemeDial] = {}
        for dial in dials:
            self.add_dial(dial)

    def add_dial(self, dial: ThemeDial) -> None:
        """Put a dial at the end."""
        self.dials[dial.code] = dial
        self.add(dial)
        dial.clicked.connect(lambda: self.chosen.emit(dial.code))

    def clear(self) -> None:
        """Take all dials away."""
        self.dials.clear()
        super().clear()

    def set_current(self, code: str) -> None:
        """Mark one dial as shown now."""
        for one, dial in self.dials.items():
            dial.set_current(one == code)

    def least_width(self) -> int:
        """Return the width in which all dials still stand on one line."""
        return len(self.dials) * theme.current().px(LEAST_PX)

    def _arrange(self, width: int, *, place: bool) -> int:
        look, dials = theme.current(), self._shown()
        share = min(width // max(len(dials), 1), look.px(WIDTH_PX))
        across = max(share, look.px(LEAST_PX))
        columns, high = max(width // across, 1), look.px(HEIGHT_PX)
        if place:
            for number, dial in enumerate(dials):
                row, column = divmod(number, columns)
                dial.setGeometry(column * across, row * high, across, high)
        return -(-len(dials) // columns) * high

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
