"""Open days and what waits on *Vandaag*, each gone once nothing is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.chip import Chip
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.lead_line import LeadLine
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.today_options import NamedOptions

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.ui.worker.today_models import OpenDay, OpenDays, Waiting

TAB = QtCore.Qt.FocusReason.TabFocusReason


class OpenDaysPart(QtWidgets.QWidget):
    """Past days that were not filled in, to say in one go or one by one."""

    as_planned = QtCore.Signal()
    chosen = QtCore.Signal(object, str)
    put_off = QtCore.Signal()

    def __init__(self, model: OpenDays, *, is_open: bool) -> None:
        super().__init__()
        self.setAccessibleName(model.title)
        self._body = Column(self, gap=4, items=[Text(model.title, "title")])
        self.later = buttons.quiet(model.later)
        self.confirm: buttons.Button | None = None
        self.days: dict[date, NamedOptions] = {}
        self.fold: Disclosure | None = None
        rows = [self._row(day) for day in model.days]
        if model.as_planned:
            self._build_planned(model, rows, is_open=is_open)
        else:
            self._build_days(rows)
        self.later.clicked.connect(self.put_off)

    def _row(self, day: OpenDay) -> NamedOptions:
        row = NamedOptions(day.name, day.planned, day.options)
        row.chosen.connect(lambda code: self.chosen.emit(day.date, code))
        self.days[day.date] = row
        return row

    def _build_planned(
        self, model: OpenDays, rows: list[NamedOptions], *, is_open: bool
    ) -> None:
        """Offer all in one go; the days one by one are behind a line."""
        self.confirm = buttons.secondary(model.as_planned)
        self.confirm.clicked.connect(self.as_planned)
        self.fold = Disclosure(model.day_by_day)
        self.fold.body.setSpacing(theme.current().space(4))
        for row in rows:
            self.fold.add(row)
        self.fold.set_open(is_open)
        self._body.addWidget(FlowRow([self.confirm, self.later]))
        self._body.addWidget(self.fold)

    def _build_days(self, rows: list[NamedOptions]) -> None:
        for row in rows:
            self._body.addWidget(row)
        self._body.addWidget(FlowRow([self.later]))

    def is_open(self) -> bool:
        """Tell whether the days show one by one."""
        return self.fold is not None and self.fold.is_open()

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        rows = [stop for day in self.days.values() for stop in day.row.stops()]
        if self.confirm is None or self.fold is None:
            return [*rows, self.later]
        return [self.confirm, self.later, self.fold.head, *rows]

    def focus_first(self) -> None:
        """Give the keyboard to the first day, or to what keeps all of them."""
        stops = self.stops()
        days = [stop for stop in stops if isinstance(stop, Chip)]
        (days[0] if self.is_open() or self.fold is None else stops[0]).setFocus(TAB)


class WaitingList(QtWidgets.QWidget):
    """Lines that each lead to the page where the thing is dealt with."""

    wanted = QtCore.Signal(PageName)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LeadLine] = []
        self._shown: tuple[Waiting, ...] = ()
        self._title = Text("", "title")
        self._column = Column(self, gap=0, items=[self._title])

    def show_waiting(self, title: str, waiting: tuple[Waiting, ...]) -> None:
        """Show what waits now."""
        self._title.setText(title)
        self.setVisible(bool(waiting))
        if waiting == self._shown:
            return
        self._shown, self.lines = waiting, []
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in waiting:
            self._column.addWidget(self._line(one))

    def _line(self, one: Waiting) -> LeadLine:
        line = LeadLine(one.icon, one.text, spoken=one.leads)
        line.clicked.connect(lambda: self.wanted.emit(one.page))
        self.lines.append(line)
        return line
