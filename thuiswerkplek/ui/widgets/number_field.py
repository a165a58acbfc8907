"""A number with a unit: typed with comma or point, or stepped with two buttons."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek import i18n
from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.buttons import Button
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.text import Text

Check = Callable[[str, float | None], str | None]
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,6})?")


def read(text: str) -> float | None:
    """Return the number in a text with comma or point, or None."""
    tidy = text.strip().replace("\u2212", "-")
    return float(tidy.replace(",", ".")) if _NUMBER.fullmatch(tidy) else None


def show(value: float, decimals: int) -> str:
    """Return a number in the user's format: a comma in Dutch, no idle zeros."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if i18n.current() is i18n.Language.NL else text


class NumberField(QtWidgets.QWidget):
    """A number between two bounds; `committed` tells a new valid one.

    `check` gets the text and the number in it (or None) and returns the sentence
    to show, or None when all is well; without it the bounds are checked here.
    """

    committed = QtCore.Signal(float)

    def __init__(  # noqa: PLR0913 - a field is its unit, bounds, step and name
        self,
        unit: str,
        minimum: float,
        maximum: float,
        step: float = 1.0,
        *,
        name: str,
        decimals: int = 1,
        check: Check | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unit, self._bounds, self._step = unit, (minimum, maximum), step
        self._decimals, self._check = decimals, check
        self._value: float | None = None
        self.edit = QtWidgets.QLineEdit()
        self.edit.setAccessibleName(f"{name} ({unit})" if unit else name)
        self.edit.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight)
        self.less = Button("", "secondary", name=_("{name}: less").format(name=name))
        self.more = Button("", "secondary", name=_("{name}: more").format(name=name))
        self.complaint = Text(role="small")
        self.complaint.set_severity(3)
        self.complaint.hide()
        self._lay_out(Text(unit, measure=20))
        self._connect()
        theme.follow(self._restyle)

    def _lay_out(self, unit: Text) -> None:
        unit.setWordWrap(False)
        if not unit.text():
            unit.hide()  # it would still take its gap
        row = Row(gap=2, items=[self.less, self.edit, unit, self.more])
        row.addStretch(1)
        column = Column(self, gap=1)
        column.addLayout(row)
        column.addWidget(self.complaint)
        self.setFocusProxy(self.edit)

    def _connect(self) -> None:
        self.less.setText("\u2212")
        self.more.setText("+")
        for button, sign in ((self.less, -1), (self.more, 1)):
            button.setProperty("square", "true")
            button.setAutoRepeat(True)
            button.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(lambda _checked, sign=sign: self.step(sign))
        self.edit.editingFinished.connect(self._on_edited)

    def _restyle(self) -> None:
        self.edit.setFixedWidth(theme.current().px(104))

    def value(self) -> float | None:
        """Return the last valid number, or None."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Show a number without telling anybody; None empties the field."""
        self._value = value
        self.edit.setText("" if value is None else show(value, self._decimals))
        self._complain(None)

    def step(self, count: int) -> None:
        """Go up or down by so many steps, within the bounds."""
        low, high = self._bounds
        typed = read(self.edit.text())
        start = typed if typed is not None else self._value
        there = low if start is None else start + count * self._step
        self.edit.setText(show(min(max(there, low), high), self._decimals))
        self._on_edited()

    def problem(self) -> str | None:
        """Return the sentence that the text in the field calls for, if any."""
        text = self.edit.text()
        number = read(text)
        if self._check is not None:
            return self._check(text, number)
        return self._outside(text, number)

    def _outside(self, text: str, number: float | None) -> str | None:
        if not text.strip():
            return None
        low, high = self._bounds
        if number is None:
            example = show((low + high) / 2, self._decimals)
            return _("Enter a number, such as {example}.").format(example=example)
        if low <= number <= high:
            return None
        least, most = show(low, self._decimals), show(high, self._decimals)
        if not self._unit:
            sentence = _("Choose a number from {low} to {high}.")
            return sentence.format(low=least, high=most)
        sentence = _("Choose a number from {low} to {high} {unit}.")
        return sentence.format(low=least, high=most, unit=self._unit)

    @QtCore.Slot()
    def _on_edited(self) -> None:
        problem = self.problem()
        self._complain(problem)
        number = read(self.edit.text())
        if problem is not None or number is None:
            return
        number = round(number, self._decimals)
        self.edit.setText(show(number, self._decimals))
        if number != self._value:
            self._value = number
            self.committed.emit(number)

    def _complain(self, problem: str | None) -> None:
        wrong = problem is not None
        self.complaint.setText(problem or "")
        self.complaint.setVisible(wrong)
        self.edit.setAccessibleDescription(problem or "")
        if self.edit.property("wrong") != wrong:
            self.edit.setProperty("wrong", wrong)
            theme.polish_again(self.edit)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Step with the up and down arrows."""
        steps = {QtCore.Qt.Key.Key_Up: 1, QtCore.Qt.Key.Key_Down: -1}
        step = steps.get(QtCore.Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step(step)
