"""A severity as a shape with its word; a dash for what is not weighed any more."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs
from thuiswerkplek.ui.widgets.text import Text

MARK_PX = 16


class SeverityMark(Text):
    """A shape and a word in the colour of a severity: 3, 2, 1, or 0 for fine.

    None is neither: a dash in the ink of the text, such as for what was declined.
    """

    def __init__(
        self,
        severity: int | None,
        word: str,
        *,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(word, "strong", parent=parent)
        self._severity = severity
        self.set_severity(severity)
        self.setWordWrap(False)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self.setContentsMargins(look.px(MARK_PX) + look.space(2), 0, 0, 0)

    def show_severity(self, severity: int | None, word: str) -> None:
        """Show another severity."""
        self._severity = severity
        self.set_severity(severity)
        self.setText(word)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the shape before the word."""
        super().paintEvent(event)
        look = theme.current()
        middle = self._line_height() / 2 + 0.5
        colour = self.palette().color(self.foregroundRole())
        weight = glyphs.STROKE if self._severity else 3
        painter = QtGui.QPainter(self)
        glyphs.paint(
            painter,
            glyphs.SEVERITY_MARKS[self._severity],
            glyphs.square(0, middle, look.px(MARK_PX)),
            colour,
            weight=weight,
        )
