"""The parts of a result: a heavy point, a theme as a tile, a point in its theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons, glyphs, painted
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.fact_lines import FactLines
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.severity_mark import SeverityMark
from thuiswerkplek.ui.widgets.sizing import height_follows_width
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.result_models import MatterCard, PointLine, ThemeCard

LEFT = QtCore.Qt.AlignmentFlag.AlignLeft
MARK_PX = 16


class MatterView(Card):
    """One of the points that matter most, with what can be done from here."""

    stepped = QtCore.Signal(object)
    taken_back = QtCore.Signal()
    listed = QtCore.Signal()

    def __init__(self, card: MatterCard) -> None:
        super().__init__(gap=3)
        self.setAccessibleName(f"{card.word}: {card.title}")
        self.body.addWidget(SeverityMark(card.severity, card.word), 0, LEFT)
        self.body.addLayout(
            Column(gap=1, items=[Text(card.title, "title"), Text(card.advice)])
        )
        if card.personal:
            self.add(Text(card.personal, "strong"))
        self.add(FactLines(card.lines))
        if card.private_word:
            self.add(IconLine("lock", card.private_word))
        self.buttons: list[buttons.Button] = []
        self.add(self._row(card))

    def _row(self, card: MatterCard) -> FlowRow:
        row = FlowRow()
        for step in card.steps:
            button = buttons.secondary(step.text)
            button.setAccessibleName(step.spoken)
            button.clicked.connect(
                lambda _on=False, state=step.state: self.stepped.emit(state)
            )
            self.buttons.append(button)
            row.add(button)
        if card.taken:
            row.add(SeverityMark(None if card.is_declined else 0, card.taken))
            back = buttons.quiet(card.take_back)
            back.setAccessibleName(f"{card.take_back}: {card.title}")
            back.clicked.connect(self.taken_back)
            self.buttons.append(back)
            row.add(back)
        listed = buttons.quiet(_("On my list"))
        listed.setAccessibleName(_("See {name} on my list").format(name=card.title))
        listed.clicked.connect(self.listed)
        row.add(listed)
        return row


class ThemeTile(painted.Pressable):
    """A theme with its mark and word; a press opens its points."""

    ring_radius = 12

    def __init__(self, card: ThemeCard) -> None:
        super().__init__(card.title)
        self._card = card
        spoken = ", ".join(part for part in (card.word, card.progress) if part)
        self.setAccessibleDescription(spoken)
        height_follows_width(self)

    def _heights(self, width: int) -> tuple[int, int]:
        look = theme.current()
        room = width - 2 * look.space(3)
        title = painted.text_height(self.text(), look.font("body", strong=True), room)
        room -= look.px(MARK_PX) + look.space(2)
        return title, painted.text_height(self._card.word, look.font("small"), room)

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped."""
        look = theme.current()
        return sum(self._heights(width)) + 2 * look.space(3) + look.space(1)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words wrap well."""
        width = theme.current().px(160)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for no less."""
        return self.sizeHint()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the surface, the title, the mark and the word."""
        look, level = theme.current(), self._card.severity
        painter = QtGui.QPainter(self)
        painted.box(
            painter,
            self.rect(),
            fill=look.colour("sunken" if self.underMouse() else "surface"),
            edge=look.colour("line"),
            width=look.palette.edge,
            radius=look.px(12),
        )
        title, word = self._heights(self.width())
        side = look.space(3)
        room = self.rect().adjusted(side, side, -side, -side)
        painter.setFont(look.font("body", strong=True))
        painter.setPen(look.colour("text"))
        painter.drawText(room, painted.WRAP, self.text())
        room.setTop(room.top() + title + look.space(1))
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        if level is not None:
            colour = QtGui.QColor(look.palette.severity(level))
            line = painter.fontMetrics().height() / 2
            mark = glyphs.square(room.left(), room.top() + line, look.px(MARK_PX))
            sign = glyphs.SEVERITY_MARKS[level]
            glyphs.paint(painter, sign, mark, colour, weight=2.5)
            painter.setPen(colour)
            room.setLeft(room.left() + look.px(MARK_PX) + look.space(2))
        room.setHeight(word)
        painter.drawText(room, painted.WRAP, self._card.word)


class PointView(Card):
    """One point in the list of its theme; `chosen` tells its question."""

    chosen = QtCore.Signal(str)

    def __init__(self, point: PointLine) -> None:
        super().__init__(gap=1, padding=4)
        self.body.addWidget(SeverityMark(point.severity, point.word), 0, LEFT)
        self.add(Text(point.title, "strong"))
        self.add(Text(point.answered, "muted"))
        self.add(Text(point.advice))
        if point.private_word:
            self.add(IconLine("lock", point.private_word))
        change = buttons.link(_("See the question"))
        change.setAccessibleName(_("See the question: {name}").format(name=point.title))
        change.clicked.connect(lambda: self.chosen.emit(point.question))
        self.body.addWidget(change, 0, LEFT)
