"""A part and a trip of a day as a row of fields, with what is wrong beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.daylog import Band, Purpose, Where
from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.buttons import Button
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker import day_editor_texts
from thuiswerkplek.ui.worker.day_editor_models import Box, TypedPart, TypedTrip
from thuiswerkplek.ui.worker.day_editor_reading import read_minutes, show_minutes
from thuiswerkplek.ui.worker.plan_beside import TopField
from thuiswerkplek.ui.worker.plan_line import LineField
from thuiswerkplek.ui.worker.plan_models import TextBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.ui.worker.day_editor_models import Choice, Choices

TIME_PX, KM_PX, COUNTRY_PX, LEAST_PX, WIDEST_PX = 88, 72, 72, 96, 208
STEP = 15
LETTERS = 2


class _Fields(FlowRow):
    """Fields that begin at one height, whatever stands under them."""

    _centred = False


class _Row(QtWidgets.QWidget):
    """Fields of one kind of line; `edited` and `removed` tell what happened to it."""

    edited = QtCore.Signal()
    removed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Minimum)
        self.name = Text("", "small")
        self.name.setWordWrap(False)
        self.remove = Button("", "quiet", icon="remove")
        self.remove.clicked.connect(self.removed)
        self.problem = Text("", "small")
        self.problem.set_severity(3)
        self.problem.hide()
        self.fields = _Fields(gap=3)
        self._named: dict[str, QtWidgets.QWidget] = {}
        self._lines: list[TopField] = []
        head = FlowRow([self.name, self.remove], gap=1)
        Column(self, gap=0, items=[head, self.fields, self.problem])
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        """Let what is wrong wrap under its own field."""
        for field in self._lines:
            field.setMaximumWidth(theme.current().px(WIDEST_PX))

    def _add(self, label: str, control: QtWidgets.QWidget) -> TopField:
        field = TopField(label, control)
        if isinstance(control, LineField):
            field.label.setBuddy(control.edit)
            self._named[label] = control.edit
            self._lines.append(field)
        else:
            self._named[label] = control
        self.fields.add(field)
        self._restyle()
        return field

    def _line(self, label: str, width: int) -> LineField:
        line = LineField(name=label, width=width)
        # Without it Tab would come by twice, in a row that is made later.
        line.setFocusProxy(None)  # type: ignore[arg-type]
        line.edit.textEdited.connect(self.edited)
        return line

    def show_name(self, name: str) -> None:
        """Show which line of the day this is, and say it with every field."""
        self.name.setText(name)
        for label, control in self._named.items():
            control.setAccessibleName(day_editor_texts.named(name, label))
        removing = _("Remove: {name}").format(name=name)
        self.remove.setAccessibleName(removing)
        self.remove.setToolTip(removing)

    def lines(self) -> dict[Box, LineField]:
        """Return the fields that say themselves what is wrong with them."""
        return {}

    def complain(self, box: Box, text: str) -> QtWidgets.QWidget:
        """Say what is wrong beside a field; return the field."""
        line = self.lines().get(box)
        if line is None:
            self.problem.setText(text)
            self.problem.show()
            return self.first()
        line.show_box(TextBox(line.edit.text(), text))
        return line.edit

    def content_again(self) -> None:
        """Take all complaints away."""
        self.problem.hide()
        for line in self.lines().values():
            line.show_box(TextBox(line.edit.text(), ""))

    def first(self) -> QtWidgets.QWidget:
        """Return the field to begin with."""
        raise NotImplementedError


class PartRow(_Row):
    """Where, how long, at which workplace, and in which country."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.where = select(choices.places)
        self.time = self._line(_("Hours"), TIME_PX)
        self.workplace = select(choices.workplaces)
        self.country = self._line(_("Country"), COUNTRY_PX)
        self._add(_("Where"), self.where)
        self._add(_("Hours"), self.time)
        self._workplace = self._add(_("Which place"), self.workplace)
        self._has_workplaces = len(choices.workplaces) > 1
        self._country = self._add(_("Country"), self.country)
        self.country.edit.setMaxLength(LETTERS)
        self._is_abroad = False
        self.where.activated.connect(self._on_where)
        self.workplace.activated.connect(lambda _at: self.edited.emit())
        self.time.stepped.connect(self._on_stepped)

    def show_part(self, part: TypedPart) -> None:
        """Show a part."""
        _choose(self.where, part.where)
        self.time.show_box(TextBox(part.time, ""))
        _choose(self.workplace, part.workplace)
        self.country.show_box(TextBox(part.country, ""))
        self._fit()

    def set_abroad(self, *, is_abroad: bool) -> None:
        """Ask for the country, or not."""
        self._is_abroad = is_abroad
        self._fit()

    def typed(self) -> TypedPart:
        """Return what stands in the fields."""
        where = Where(self.where.currentData())
        return TypedPart(
            where,
            self.time.edit.text(),
            self.workplace.currentData() if where is Where.HOME else "",
            "" if where is Where.OFF else self.country.edit.text(),
        )

    def lines(self) -> dict[Box, LineField]:
        """Return the fields that say themselves what is wrong with them."""
        return {Box.TIME: self.time, Box.COUNTRY: self.country}

    def first(self) -> QtWidgets.QWidget:
        """Return the field to begin with."""
        return self.where

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return [
            *(self.remove, self.where, self.time.edit),
            *(self.workplace, self.country.edit),
        ]

    def _fit(self) -> None:
        where = Where(self.where.currentData())
        self._workplace.setVisible(where is Where.HOME and self._has_workplaces)
        self._country.setVisible(where is not Where.OFF and self._is_abroad)

    @QtCore.Slot()
    def _on_where(self) -> None:
        self._fit()
        self.edited.emit()

    @QtCore.Slot(int)
    def _on_stepped(self, count: int) -> None:
        minutes = read_minutes(self.time.edit.text() or "0")
        if minutes is not None:
            there = max(0, minutes + count * STEP)
            self.time.show_box(TextBox(show_minutes(there), ""))
            self.edited.emit()


class TripRow(_Row):
    """What for, how, how far and when."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.purpose = select(choices.purposes)
        self.mode = select(choices.modes)
        self.km = self._line(_("Km"), KM_PX)
        self.band = select(choices.bands)
        self._add(_("What for"), self.purpose)
        self._add(_("How"), self.mode)
        self._add(_("Km"), self.km)
        self._add(_("When"), self.band)

    def show_trip(self, trip: TypedTrip) -> None:
        """Show a trip."""
        _choose(self.purpose, trip.purpose)
        _choose(self.mode, trip.mode)
        self.km.show_box(TextBox(trip.km, ""))
        _choose(self.band, trip.band)

    def typed(self) -> TypedTrip:
        """Return what stands in the fields."""
        return TypedTrip(
            Purpose(self.purpose.currentData()),
            self.mode.currentData(),
            self.km.edit.text(),
            Band(self.band.currentData()),
        )

    def lines(self) -> dict[Box, LineField]:
        """Return the fields that say themselves what is wrong with them."""
        return {Box.KM: self.km}

    def first(self) -> QtWidgets.QWidget:
        """Return the field to begin with."""
        return self.mode

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return [self.remove, self.purpose, self.mode, self.km.edit, self.band]


class NarrowSelect(Select):
    """A list that may be narrower than its words where room is short."""

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for room to read the beginning of a choice."""
        look = theme.current()
        return QtCore.QSize(look.px(LEAST_PX), super().minimumSizeHint().height())


def select(items: Sequence[Choice]) -> Select:
    """Return a list of choices."""
    found = NarrowSelect()
    for code, word in items:
        found.addItem(word, code)
    return found


def _choose(one: Select, code: str) -> None:
    one.setCurrentIndex(max(0, one.findData(str(code))))
