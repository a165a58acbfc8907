"""Labels for our own words and, made safe, for the words of strangers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme

MEASURE = 68
ROOM = 2  # a line takes up to this many px more than its letters
LEADING = 1.5
HEADING_LEADING = 1.25
_TOGETHER = re.compile(
    r"(?<=€) (?=\d)|(?<=\d) (?=(?:%|kg|km|cm|mm|min|[hu])(?!\w))"
)  # an amount and its sign or unit
_HEADINGS = frozenset({"title", "page"})
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


class Text(QtWidgets.QLabel):
    """A plain, wrapping text in one of the type roles, with room between its lines.

    Roles: body, muted, small, lead, strong, title and page.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        measure: int = MEASURE,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._measure = measure
        self._leading = HEADING_LEADING if role in _HEADINGS else LEADING
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        if role in _HEADINGS:
            self.spoken_role = "Heading"
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Preferred,
            QtWidgets.QSizePolicy.Policy.Minimum,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_severity(self, level: int | None) -> None:
        """Colour the text by a severity, 3 to 0; None takes the colour away."""
        self.setProperty("ink", None if level is None else str(level))
        theme.polish_again(self)

    def _line_height(self) -> float:
        font = self.fontInfo().pixelSize()
        return max(self.fontMetrics().height(), round(font * self._leading))

    def _widest(self) -> int:
        return _letter_width(self.font()) * self._measure

    def _laid_out(self, width: int) -> list[QtGui.QTextLayout]:
        """Return one layout per paragraph, its lines placed from its top."""
        widest = min(width, self._widest())
        font, wraps = self.font(), self.wordWrap()
        return [_break(part, font, wraps, widest) for part in self.text().split("\n")]

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text wrapped to a width."""
        self.ensurePolished()
        margins = self.contentsMargins()
        inside = min(width - margins.left() - margins.right(), self._widest())
        lines = _line_count(self.text(), self.font(), self.wordWrap(), max(inside, 1))
        edges = margins.top() + margins.bottom()
        return round(lines * self._line_height()) + edges

    def sizeHint(self) -> QtCore.QSize:
        """Ask for the text on one line, or for the full measure."""
        self.ensurePolished()
        longest = max(
            map(self.fontMetrics().horizontalAdvance, self.text().split("\n"))
        )
        margins = self.contentsMargins()
        width = min(longest + ROOM, self._widest()) + margins.left() + margins.right()
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for no more than a word and a line; height follows from the width."""
        self.ensurePolished()
        if not self.wordWrap():
            return self.sizeHint()
        words = self.text().split() or [""]
        widest = max(map(self.fontMetrics().horizontalAdvance, words))
        limit = _letter_width(self.font()) * 16
        margins = self.contentsMargins()
        edges = margins.left() + margins.right()
        return QtCore.QSize(
            min(widest + ROOM, limit) + edges, round(self._line_height())
        )

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the lines with our own distance between them."""
        painter = QtGui.QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        inside = self.contentsRect()
        height = self._line_height()
        shift = (height - self.fontMetrics().height()) / 2
        parts = self._laid_out(inside.width())
        total = height * sum(part.lineCount() or 1 for part in parts)
        top = float(inside.top())
        if self.alignment() & QtCore.Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (inside.height() - total) / 2)
        for part in parts:
            for number in range(part.lineCount()):
                line = part.lineAt(number)
                line.setPosition(QtCore.QPointF(0, number * height + shift))
            part.draw(painter, QtCore.QPointF(inside.left(), top))
            top += height * (part.lineCount() or 1)


@lru_cache(maxsize=64)
def _letter_width(font: QtGui.QFont) -> int:
    """Return the average width of a letter in px; layouts ask it very often."""
    return QtGui.QFontMetrics(font).averageCharWidth()


def _break(
    text: str,
    font: QtGui.QFont,
    wraps: bool,  # noqa: FBT001 - part of a cache key
    width: int,
) -> QtGui.QTextLayout:
    layout = QtGui.QTextLayout(_TOGETHER.sub("\u00a0", text), font)
    option = QtGui.QTextOption()
    mode = QtGui.QTextOption.WrapMode
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if wraps else mode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


@lru_cache(maxsize=2048)
def _line_count(
    text: str,
    font: QtGui.QFont,
    wraps: bool,  # noqa: FBT001 - part of a cache key
    width: int,
) -> int:
    """Return the number of lines; layouts ask it very often."""
    parts = (_break(part, font, wraps, width) for part in text.split("\n"))
    return sum(part.lineCount() or 1 for part in parts)


def safe(text: str, *, limit: int) -> str:
    """Return a stranger's text with nothing hidden in it, cut at a limit.

    Characters that turn the direction of writing or show nothing become their
    code between brackets; line ends and tabs stay what they are.
    """
    shown = text[:limit]
    tidy = shown.replace("\r\n", "\n").replace("\t", " ")
    plain = "".join(_visible(letter) for letter in tidy)
    return f"{plain}…" if len(text) > limit else plain


def _visible(letter: str) -> str:
    if letter == "\n" or unicodedata.category(letter) not in _HIDDEN:
        return letter
    return f"[U+{ord(letter):04X}]"


class PlainText(Text):
    """A text by somebody else: never markup, never hidden, never endless."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        limit: int = 2000,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        self._limit = limit
        super().__init__(text, role, parent=parent)

    def setText(self, text: str) -> None:
        """Show the text, made safe."""
        super().setText(safe(text, limit=self._limit))
