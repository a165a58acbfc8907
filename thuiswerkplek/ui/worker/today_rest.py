"""Everything of *Vandaag* under its tiles; made once the window has been painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.widgets.week_columns import WeekColumns
from thuiswerkplek.ui.worker.today_models import Other
from thuiswerkplek.ui.worker.today_options import OptionRow, QuestionList, WayForm
from thuiswerkplek.ui.worker.today_waiting_view import OpenDaysPart, WaitingList

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.today_models import OpenDays, TodayPage, WayWords
    from thuiswerkplek.ui.worker.today_presenter import TodayPresenter
    from thuiswerkplek.ui.worker.today_view import TodayView

TAB = QtCore.Qt.FocusReason.TabFocusReason


class TodayRest(QtCore.QObject):
    """The other days, the small questions, the week, open days and what waits."""

    def __init__(self, page: TodayView, presenter: TodayPresenter) -> None:
        super().__init__(page)
        self._page, self._presenter = page, presenter
        self.back = buttons.secondary(_("Back to today"), icon="today")
        self.others, self.questions = OptionRow(), QuestionList()
        self.week, self.waiting = WeekColumns(), WaitingList()
        self.way: WayForm | None = None
        self.open_days: OpenDaysPart | None = None
        self._open_model: OpenDays | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._week_title, self._sentence = Text("", "title"), Text("")
        self._way_place, self._open_place = _place(), _place()
        self.back.hide()
        self._page.set_action(self.back)
        week = Card(gap=3)
        week.add(self._week_title)
        week.add(self.week)
        week.add(self._sentence)
        for part in (self.others, self.questions, self._way_place, week):
            self._page.add(part)
        self._page.add(self._open_place)
        self._page.add(self.waiting)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.others.chosen.connect(self._on_other)
        self.questions.answered.connect(self._presenter.answer)
        self.week.picked.connect(self._presenter.show_day)
        self.waiting.wanted.connect(self._presenter.go_to)

    def show_page(self, page: TodayPage) -> None:
        """Show what belongs to the day, and what waits."""
        self._show_back(is_shown=page.is_other_day)
        self.others.show_options(page.others)
        self.questions.show_questions(page.questions)
        self._show_way(page.way)
        week = page.week
        self._week_title.setText(week.title)
        self.week.show_week(week.title, week.weekdays, week.days, week.shown)
        self._sentence.setText(week.sentence)
        self._sentence.setVisible(bool(week.sentence))
        self._show_open(page.open_days)
        self.waiting.show_waiting(page.waiting_title, page.waiting)
        chain(self._stops())

    def _stops(self) -> list[QtWidgets.QWidget]:
        return [
            *self._page.tiles.values(),
            *self.others.stops(),
            *self.questions.stops(),
            *([] if self.way is None else self.way.stops()),
            *self.week.cells,
            *([] if self.open_days is None else self.open_days.stops()),
            *self.waiting.lines,
        ]

    def _first_stop(self) -> QtWidgets.QWidget:
        """Return where the keyboard goes when a card under the tiles is done with."""
        return next(iter(self.questions.stops()), self.week.selected())

    def focus_others(self) -> None:
        """Give the keyboard to the row that the last tile opened."""
        chips = self.others.chips.values()
        chosen = next((chip for chip in chips if chip.isChecked()), None)
        first = chosen or next(iter(chips), None)
        if first is not None:
            first.setFocus(TAB)

    def _show_back(self, *, is_shown: bool) -> None:
        if not is_shown and self.back.hasFocus():
            self.week.selected().setFocus(TAB)
        self.back.setVisible(is_shown)

    def _on_back(self) -> None:
        self._presenter.show_day()

    def _on_other(self, code: str) -> None:
        self._presenter.choose_other(Other(code))

    def _show_way(self, form: WayWords | None) -> None:
        if (form is None) == (self.way is None):
            return
        if form is None:
            if self.way is not None and _holds_focus(self.way):
                self._first_stop().setFocus(TAB)
            _empty(self._way_place)
            self.way = None
            return
        self.way = WayForm(form)
        self.way.kept.connect(self._presenter.keep_way)
        self.way.put_off.connect(self._presenter.skip_way)
        _fill(self._way_place, self.way)

    def _show_open(self, model: OpenDays | None) -> None:
        if model == self._open_model:
            return
        old = self.open_days
        had_focus = old is not None and _holds_focus(old)
        was_open = old is not None and old.is_open()
        if had_focus:
            self.week.selected().setFocus(TAB)
        _empty(self._open_place)
        self.open_days, self._open_model = None, model
        if model is None:
            return
        self.open_days = OpenDaysPart(model, is_open=was_open)
        self.open_days.as_planned.connect(self._presenter.confirm_open)
        self.open_days.chosen.connect(self._presenter.choose_open)
        self.open_days.put_off.connect(self._presenter.skip_open)
        _fill(self._open_place, self.open_days)
        if had_focus:
            self.open_days.focus_first()


def _place() -> QtWidgets.QWidget:
    """Return room for a card that comes and goes."""
    place = QtWidgets.QWidget()
    policy = QtWidgets.QSizePolicy.Policy
    place.setSizePolicy(policy.Preferred, policy.Minimum)
    Column(place)
    place.hide()
    return place


def _fill(place: QtWidgets.QWidget, card: QtWidgets.QWidget) -> None:
    layout = place.layout()
    if layout is not None:
        layout.addWidget(card)
    place.show()


def _empty(place: QtWidgets.QWidget) -> None:
    place.hide()
    layout = place.layout()
    while layout is not None and layout.count():
        item = layout.takeAt(0)
        widget = None if item is None else item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _holds_focus(card: QtWidgets.QWidget) -> bool:
    focus: QtWidgets.QWidget | None = card.window().focusWidget()
    return focus is not None and card.isAncestorOf(focus)
