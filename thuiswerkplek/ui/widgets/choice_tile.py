"""A large tile to choose with: a sign, a title and a line that explains."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.sizing import Policy, height_follows_width

ICON_PX, LEAST_PX, CHECK_PX = 32, 176, 20


class ChoiceTile(painted.Pressable):
    """A tile that is a button; `set_chosen` marks the one in force."""

    ring_radius = 12

    def __init__(
        self,
        title: str,
        description: str = "",
        *,
        icon: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        self._icon, self._description, self._chosen = icon, description, False
        super().__init__(title, parent)
        self.setAccessibleDescription(description)
        height_follows_width(self, Policy.Expanding)

    def is_chosen(self) -> bool:
        """Tell whether this is the choice in force."""
        return self._chosen

    def set_chosen(self, *, chosen: bool, words: str = "") -> None:
        """Mark or unmark; the words, such as "chosen", are for screen readers."""
        self._chosen = chosen
        spoken = [words if chosen else "", self._description]
        self.setAccessibleDescription(". ".join(part for part in spoken if part))
        self.update()

    def _lines(self) -> tuple[painted.Line, painted.Line]:
        look = theme.current()
        title = painted.Line(self.text(), look.font("lead", strong=True))
        return title, painted.Line(self._description, look.font(), "muted")

    def _icon_height(self) -> int:
        look = theme.current()
        return look.px(ICON_PX) + look.space(3) if self._icon else 0

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped."""
        look = theme.current()
        side, gap = look.space(5), look.space(1)
        words = painted.lines_height(self._lines(), width - 2 * side, gap=gap)
        return self._icon_height() + words + 2 * side

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a comfortable width."""
        width = theme.current().px(LEAST_PX)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words still wrap well."""
        width = theme.current().px(LEAST_PX)
        return QtCore.QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the surface, the icon and the words."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        active = self._chosen or self.underMouse()
        painted.box(
            painter,
            self.rect(),
            fill=look.colour("accent_soft" if self._chosen else "surface"),
            edge=look.colour("accent" if active else "control"),
            width=look.palette.edge + int(active),
            radius=look.px(12),
        )
        side = look.space(5)
        room = self.rect().adjusted(side, side, -side, -side)
        if self._icon:
            sign = look.pixmap(self._icon, "accent", ICON_PX)
            painter.drawPixmap(room.topLeft(), sign)
        room.setTop(room.top() + self._icon_height())
        painted.draw_lines(painter, room, self._lines(), gap=look.space(1))
        if self._chosen:
            self._paint_check(painter)

    def _paint_check(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        size, side = look.px(CHECK_PX), look.space(4)
        mark = QtCore.QRectF(self.width() - side - size, side, size, size)
        glyphs.paint(painter, "check", mark, look.colour("accent"), weight=2.75)
