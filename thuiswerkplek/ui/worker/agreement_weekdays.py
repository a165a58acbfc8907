"""Seven small toggles, one for each day of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.agreement_controls import Complaint

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.agreement_models import Weekdays

HEIGHT_PX, SIGN_PX = 40, 14


class DayToggle(painted.Pressable):
    """One day, on or off; a check mark and a soft fill tell that it is on."""

    ring_radius = 20

    def __init__(self, word: str, spoken: str) -> None:
        super().__init__(word)
        self.setCheckable(True)
        self.setAccessibleName(spoken)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for the sign and the word, on or off alike."""
        look = theme.current()
        metrics = QtGui.QFontMetrics(look.font(strong=True))
        words = metrics.horizontalAdvance(self.text())
        edges = 2 * look.space(3) + look.space(2)
        return QtCore.QSize(words + look.px(SIGN_PX) + edges + 2, look.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for all of it; the row breaks before a day is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the pill, its sign and the word."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        is_on = self.isChecked()
        fill = "sunken" if self.underMouse() else "surface"
        painted.box(
            painter,
            self.rect(),
            fill=look.colour("accent_soft" if is_on else fill),
            edge=look.colour("accent" if is_on else "control"),
            width=look.palette.edge + int(is_on),
            radius=self.height() / 2,
        )
        side = look.px(SIGN_PX)
        sign = glyphs.square(look.space(3), self.height() / 2, side)
        if is_on:
            ink = look.colour("accent")
            glyphs.paint(painter, "check", sign, ink, weight=3.25)
        else:
            self._paint_empty(painter, sign)
        painter.setFont(look.font(strong=is_on))
        painter.setPen(look.colour("text"))
        left = look.space(3) + side + look.space(2)
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(room, QtCore.Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_empty(self, painter: QtGui.QPainter, sign: QtCore.QRectF) -> None:
        look = theme.current()
        painted.box(
            painter,
            sign.toRect(),
            fill=look.colour("surface"),
            edge=look.colour("control"),
            width=look.palette.edge,
            radius=look.px(4),
        )


class WeekdayRow(QtWidgets.QWidget):
    """The days of the week under a label; `edited` tells that one was pressed."""

    edited = QtCore.Signal()

    def __init__(self, part: Weekdays) -> None:
        super().__init__()
        self.toggles: dict[int, DayToggle] = {}
        row = FlowRow(gap=2)
        for day, word, name in part.days:
            toggle = DayToggle(word, f"{part.label} {name}")
            toggle.toggled.connect(lambda _on: self.edited.emit())
            self.toggles[day] = toggle
            row.add(toggle)
        self.complaint = Complaint()
        label = Text(part.label, "strong")
        Column(self, gap=1, items=[label, row, self.complaint])
        self.setAccessibleName(part.label)

    def days(self) -> tuple[int, ...]:
        """Return the days that are on."""
        return tuple(day for day, one in self.toggles.items() if one.isChecked())

    def set_days(self, days: tuple[int, ...]) -> None:
        """Show which days are on."""
        for day, toggle in self.toggles.items():
            toggle.setChecked(day in days)

    def complain(self, text: str) -> None:
        """Say what is wrong under the days, or that nothing is."""
        self.complaint.say(text)
        for toggle in self.toggles.values():
            toggle.setAccessibleDescription(text)

    def focus(self) -> None:
        """Give the keyboard to the first day."""
        next(iter(self.toggles.values())).setFocus()
