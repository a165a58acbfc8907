"""Fields of the form *Agreement*, each with what is wrong beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.people import NAME_LENGTH
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.sizing import Policy, height_follows_width
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.agreement_models import Room

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.agreement_models import Line

WIDTHS_PX = {Room.NUMBER: 96, Room.DATE: 150}
TEXT_PX, LEAST_PX = 88, 140


class SideBySide(EvenRow):
    """Equal tiles that go under each other before they ask for too much width."""

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for the width in which one tile can still be read."""
        return QtCore.QSize(theme.current().px(LEAST_PX), 1)


class Complaint(Text):
    """What is wrong with a field; takes no room when nothing is."""

    def __init__(self) -> None:
        super().__init__("", "small")
        self.set_severity(3)
        self.hide()

    def say(self, text: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self.setText(text)
        self.setVisible(bool(text))


class TypedField(QtWidgets.QWidget):
    """A field with its label above it; `edited` tells that its text is done."""

    edited = QtCore.Signal()

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        height_follows_width(self)
        self.edit = (
            _ParagraphEdit() if line.room is Room.TEXT else QtWidgets.QLineEdit()
        )
        self.complaint = Complaint()
        self._lay_out()
        self._name()
        self._connect()
        theme.follow(self._restyle)

    def _lay_out(self) -> None:
        line = self._line
        self._label = Text(line.label, "strong")
        self._label.setBuddy(self.edit)
        column = Column(self, gap=1, items=[self._label])
        if line.help:
            column.addWidget(Text(line.help, "small"))
        column.addStretch(1)  # so that fields side by side stand on one line
        if line.unit or line.sign:
            sides = (_sign(line.sign), self.edit, _sign(line.unit))
            row = Row(gap=2, items=[one for one in sides if one is not None])
            row.addStretch(1)
            column.addLayout(row)
        else:
            column.addWidget(self.edit)
        column.addWidget(self.complaint)
        self.setFocusProxy(self.edit)

    def _name(self) -> None:
        line = self._line
        unit = line.unit or line.sign
        name = f"{line.label} ({unit})" if unit else line.label
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(line.help)

    def _connect(self) -> None:
        if isinstance(self.edit, QtWidgets.QLineEdit):
            self.edit.setMaxLength(NAME_LENGTH)
            self.edit.editingFinished.connect(self.edited)
        else:
            self.edit.left.connect(self.edited)

    def _restyle(self) -> None:
        look, room = theme.current(), self._line.room
        if room in WIDTHS_PX:
            self.edit.setFixedWidth(look.px(WIDTHS_PX[room]))
        if room is Room.TEXT:
            self.edit.setFixedHeight(look.px(TEXT_PX))

    def text(self) -> str:
        """Return what was typed."""
        if isinstance(self.edit, QtWidgets.QLineEdit):
            return self.edit.text()
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Fill the field in."""
        if isinstance(self.edit, QtWidgets.QLineEdit):
            self.edit.setText(text)
        else:
            self.edit.setPlainText(text)

    def complain(self, text: str, *, leaves_room: bool = False) -> None:
        """Say what is wrong under the field, or that nothing is.

        A field leaves room when the one beside it complains, to stay on one line.
        """
        self.complaint.say(text or " " * leaves_room)
        self.edit.setAccessibleDescription(text or self._line.help)
        self.edit.setProperty("wrong", bool(text))
        theme.polish_again(self.edit)

    def focus(self) -> None:
        """Give the keyboard to the field."""
        self.edit.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)


def _sign(text: str) -> Text | None:
    if not text:
        return None
    sign = Text(text, measure=20)
    sign.setWordWrap(False)
    return sign


class _ParagraphEdit(QtWidgets.QPlainTextEdit):
    """A few lines of text; Tab leaves it."""

    left = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(Policy.Expanding, Policy.Fixed)

    def focusOutEvent(self, event: object) -> None:
        """Tell that somebody is done typing."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()
