"""The room of a question: words in a column, its drawings beside or above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.drawing_view import DrawingPair, DrawingView
from thuiswerkplek.ui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.check_models import Pictures

WORDS_PX, PICTURES_PX, PICTURE_PX = 560, 320, 200
ABOVE_PX, LARGE_TEXT = 480, 1.5
ABOVE, BESIDE, BELOW = (0, 0), (1, 1), (2, 0)


class PicturesView(QtWidgets.QWidget):
    """A drawing, or a right and a wrong one, as they fit."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        shown: QtWidgets.QWidget
        right = DrawingView(pictures.right, pictures.right_words, width=PICTURE_PX)
        if pictures.wrong:
            wrong = DrawingView(pictures.wrong, pictures.wrong_words, width=PICTURE_PX)
            shown = DrawingPair(
                right,
                wrong,
                right_caption=pictures.right_words,
                wrong_caption=pictures.wrong_words,
            )
        else:
            shown = right
        self._drawing = None if pictures.wrong else right
        row = Row(self, gap=0)
        row.addWidget(shown, 1)
        row.addStretch(0)

    def fit(self, cell: tuple[int, int]) -> None:
        """Take no more room than fits the place the drawings have now."""
        look = theme.current()
        if self._drawing is not None:  # alone it would grow as wide as the words
            is_above = cell == ABOVE
            single = look.px(PICTURE_PX if is_above else PICTURES_PX)
            self._drawing.setMaximumWidth(single)
        self.setMaximumWidth(look.px(PICTURES_PX if cell == BESIDE else WORDS_PX))


class CheckBody(QtWidgets.QWidget):
    """A column for words, `words`, and drawings that take the room that is left."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: Pictures | None = None
        self._view: PicturesView | None = None
        self._inside = QtWidgets.QWidget()
        self.words = Column(self._inside, gap=4)
        self._beside = Column(gap=0)
        self._beside.addStretch(1)
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setRowStretch(3, 1)
        self._grid.setColumnStretch(2, 1)
        self._cell_now = (-1, -1)
        theme.follow(self._arrange)

    def show_pictures(self, pictures: Pictures | None) -> None:
        """Show these drawings; the ones that show already stay."""
        if pictures == self._pictures:
            return
        self._pictures = pictures
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
            self._view = None
        if pictures is not None and pictures.right:
            self._view = PicturesView(pictures)
            self._beside.insertWidget(0, self._view)
        self._arrange()

    def is_wide(self) -> bool:
        """Tell whether there is room for the drawings beside the words."""
        look = theme.current()
        room = look.px(WORDS_PX * 0.75 + PICTURES_PX * 0.75) + look.space(12)
        return self.width() >= room

    def _arrange(self) -> None:
        look, cell = theme.current(), self._cell()
        if cell != self._cell_now:
            self._cell_now = cell
            self._place(cell)
        self._grid.setHorizontalSpacing(look.space(12) if cell == BESIDE else 0)
        self._grid.setVerticalSpacing(look.space(5))
        self._inside.setMaximumWidth(look.px(WORDS_PX))
        if self._view is not None:
            self._view.fit(cell)

    def _cell(self) -> tuple[int, int]:
        """Return where the drawings go: beside the words, above, or else below."""
        look = theme.current()
        if self.is_wide():
            return BESIDE
        fits = self.width() >= look.px(ABOVE_PX) and look.text_scale < LARGE_TEXT
        return ABOVE if fits else BELOW

    def _place(self, cell: tuple[int, int]) -> None:
        self._grid.removeItem(self._beside)
        self._grid.removeWidget(self._inside)
        self._grid.addLayout(self._beside, *cell)
        self._grid.addWidget(self._inside, 1, 0)
        self._grid.setColumnStretch(0, WORDS_PX)
        self._grid.setColumnStretch(1, PICTURES_PX if cell[1] else 0)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Put the drawings beside or above the words."""
        super().resizeEvent(event)
        self._arrange()
