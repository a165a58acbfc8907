"""Drawings in the colours of the theme, alone or as a right and a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.sizing import Policy, height_follows_width
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6 import QtSvg

LEAST_PX = 200


class DrawingView(QtWidgets.QWidget):
    """One drawing by name, keeping its shape; the words for it are its name."""

    spoken_role = "Graphic"

    def __init__(
        self,
        drawing: str = "",
        alt: str = "",
        *,
        width: int = 280,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._width = width
        self._drawing = ""
        self._renderer: QtSvg.QSvgRenderer | None = None
        self._ratio = 0.75
        height_follows_width(self, Policy.Preferred, Policy.Preferred)
        self.show_drawing(drawing, alt)
        theme.follow(self._restyle)

    def show_drawing(self, drawing: str, alt: str) -> None:
        """Show a drawing of the resources by its name, with what it shows in words."""
        self._drawing = drawing
        self.setAccessibleName(alt)
        self._restyle()

    def _restyle(self) -> None:
        self._renderer = self._load()
        if self._renderer is not None:
            size = self._renderer.viewBoxF().size()
            if size.width() > 0:
                self._ratio = size.height() / size.width()
        self.updateGeometry()
        self.update()

    def _load(self) -> QtSvg.QSvgRenderer | None:
        if not self._drawing:
            return None
        from PySide6 import QtSvg

        return QtSvg.QSvgRenderer(theme.current().drawing(self._drawing), self)

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the shape."""
        return round(width * self._ratio)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for the usual width at this text size."""
        width = theme.current().px(self._width)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for no less than half of it."""
        return self.sizeHint() / 2

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw as large as fits, in the middle."""
        if self._renderer is None:
            return
        width = min(float(self.width()), self.height() / self._ratio)
        target = QtCore.QRectF(0, 0, width, width * self._ratio)
        target.moveCenter(QtCore.QRectF(self.rect()).center())
        self._renderer.render(QtGui.QPainter(self), target)


class _Verdict(Text):
    """A caption that begins with a check mark or a cross."""

    def __init__(self, caption: str, *, right: bool) -> None:
        super().__init__(caption, "small")
        self._right = right
        self.set_severity(0 if right else 3)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self.setContentsMargins(look.px(20) + look.space(1), 0, 0, 0)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.current()
        sign, token = ("check", "fine") if self._right else ("cross", "severity_3")
        mark = glyphs.square(0, self._line_height() / 2, look.px(20))
        painter = QtGui.QPainter(self)
        glyphs.paint(painter, sign, mark, look.colour(token), weight=2.75)


class DrawingPair(EvenRow):
    """How it should be and how it should not, side by side where there is room."""

    def __init__(
        self,
        right: DrawingView,
        wrong: DrawingView,
        *,
        right_caption: str,
        wrong_caption: str,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(gap=4, least=LEAST_PX, parent=parent)
        for view, caption, good in (
            (right, right_caption, True),
            (wrong, wrong_caption, False),
        ):
            half = QtWidgets.QWidget()
            column = Column(half, gap=2)
            column.addWidget(view)
            column.addWidget(_Verdict(caption, right=good))
            column.addStretch(1)
            self.add(half)
