"""The steps of something that takes a while: dots on a line, or one under another."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.sizing import height_follows_width

if TYPE_CHECKING:
    from collections.abc import Sequence

DOT_PX, LEAST_PX = 20, 88


class StepState(StrEnum):
    """Where a step is in time."""

    DONE = "done"
    STOPPED = "stopped"
    CURRENT = "current"
    TO_COME = "to-come"


class Step(NamedTuple):
    """One step: its word, its state, that state in words, and a line such as a date."""

    word: str
    state: StepState
    state_word: str
    detail: str = ""

    def spoken(self) -> str:
        """Return the step as a screen reader says it."""
        parts = [self.word, self.state_word, self.detail]
        return ", ".join(part for part in parts if part)


class StepLine(QtWidgets.QWidget):
    """Labelled dots in a row, or in a column when the words need more room."""

    spoken_role = "Graphic"

    def __init__(
        self, steps: Sequence[Step] = (), *, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        height_follows_width(self)
        self.show_steps(steps)
        theme.follow(self._restyle)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        self.setAccessibleName("; ".join(step.spoken() for step in steps))
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def is_column(self, width: int) -> bool:
        """Tell whether the dots stand one under another in this width."""
        return bool(self._steps) and self._part(width) < self._widest_word()

    def _part(self, width: int) -> int:
        return width // max(len(self._steps), 1)

    def _widest_word(self) -> int:
        look = theme.current()
        metrics = QtGui.QFontMetrics(look.font("small", strong=True))
        words = (word for step in self._steps for word in step.word.split())
        widest = max(map(metrics.horizontalAdvance, words), default=0)
        return max(widest + look.space(2), look.px(LEAST_PX))

    def _words_height(self, step: Step, width: int) -> int:
        look = theme.current()
        font = look.font("small", strong=step.state is StepState.CURRENT)
        high = painted.text_height(step.word, font, width)
        if step.detail:
            high += painted.text_height(step.detail, look.font("small"), width)
        return high

    def _row_height(self, step: Step, width: int) -> int:
        look = theme.current()
        room = width - look.px(DOT_PX) - look.space(3)
        return max(look.px(DOT_PX), self._words_height(step, room)) + look.space(3)

    def heightForWidth(self, width: int) -> int:
        """Return the height in this width, as a row or as a column."""
        look = theme.current()
        if self.is_column(width):
            high = sum(self._row_height(step, width) for step in self._steps)
            return high - look.space(3)
        room = self._part(width) - look.space(2)
        words = max((self._words_height(s, room) for s in self._steps), default=0)
        return look.px(DOT_PX) + look.space(2) + words

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a row."""
        width = self._widest_word() * max(len(self._steps), 1)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for the width of one step; the column needs no more."""
        width = self._widest_word() + theme.current().px(DOT_PX)
        return QtCore.QSize(width, theme.current().px(DOT_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the line, the dots and the words."""
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        look = theme.current()
        column = self.is_column(self.width())
        side = look.px(DOT_PX)
        places: list[tuple[Step, QtCore.QRectF, QtCore.QRect]] = []
        top = 0
        for number, step in enumerate(self._steps):
            if column:
                high = self._row_height(step, self.width())
                dot = QtCore.QRectF(0, top, side, side)
                left = side + look.space(3)
                words = QtCore.QRect(left, top, self.width() - left, high)
                top += high
            else:
                left = number * self._part(self.width())
                dot = QtCore.QRectF(left, 0, side, side)
                room = self._part(self.width()) - look.space(2)
                below = side + look.space(2)
                words = QtCore.QRect(left, below, room, self.height() - below)
            places.append((step, dot, words))
        _paint_line(painter, [(step, dot) for step, dot, _words in places])
        for step, dot, words in places:
            _paint_dot(painter, step.state, dot)
            _paint_words(painter, step, words)


def _paint_line(
    painter: QtGui.QPainter, dots: Sequence[tuple[Step, QtCore.QRectF]]
) -> None:
    look = theme.current()
    for (_, one), (step, other) in pairwise(dots):
        went_on = step.state in (StepState.DONE, StepState.CURRENT)
        pen = QtGui.QPen(look.colour("accent" if went_on else "control"), look.px(2))
        if step.state is StepState.TO_COME:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        gap = one.width() / 2 + look.px(4)
        line = QtCore.QLineF(one.center(), other.center())
        if line.length() > 2 * gap:
            share = gap / line.length()
            painter.drawLine(line.pointAt(share), line.pointAt(1 - share))


def _paint_dot(painter: QtGui.QPainter, state: StepState, rect: QtCore.QRectF) -> None:
    look = theme.current()
    width = look.px(2)
    dot = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    edge = "accent" if state in (StepState.DONE, StepState.CURRENT) else "control"
    painter.setPen(QtGui.QPen(look.colour(edge), width))
    fill = "accent" if state is StepState.DONE else "surface"
    painter.setBrush(look.colour(fill))
    painter.drawEllipse(dot)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    inset = rect.width() * 0.18
    mark = rect.adjusted(inset, inset, -inset, -inset)
    if state is StepState.DONE:
        glyphs.paint(painter, "check", mark, look.colour("on_accent"), weight=3.5)
    elif state is StepState.STOPPED:
        glyphs.paint(painter, "minus", mark, look.colour("text"), weight=3.5)
    elif state is StepState.CURRENT:
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(rect.center(), rect.width() / 4, rect.width() / 4)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)


def _paint_words(painter: QtGui.QPainter, step: Step, rect: QtCore.QRect) -> None:
    look = theme.current()
    current = step.state is StepState.CURRENT
    font = look.font("small", strong=current)
    painter.setFont(font)
    painter.setPen(look.colour("muted" if step.state is StepState.TO_COME else "text"))
    painter.drawText(rect, painted.WRAP, step.word)
    if step.detail:
        high = painted.text_height(step.word, font, rect.width())
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        painter.drawText(rect.adjusted(0, high, 0, 0), painted.WRAP, step.detail)
