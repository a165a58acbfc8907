"""The left of *Delen*: reader, sender, requests, what goes along and what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.people import NAME_LENGTH
from thuiswerkplek.i18n import Language, _
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.checks import CheckBox
from thuiswerkplek.ui.widgets.choice_tile import ChoiceTile
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.share_lists import GoingList, StayingList

if TYPE_CHECKING:
    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.ui.worker.share_models import (
        PersonFields,
        RequestTick,
        SharePage,
    )

BESIDE_PX = 190


class ShareForm(QtWidgets.QWidget):
    """Everything the worker decides about the report."""

    person_named = QtCore.Signal(str, str, str)
    language_chosen = QtCore.Signal(str)
    request_set = QtCore.Signal(object, bool)
    tick_set = QtCore.Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.requests: dict[Request, CheckBox] = {}
        self.going = GoingList()
        self.staying = StayingList()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.reader = ChoiceTile(
            _("My employer"),
            _(
                "Reads about the place, the equipment, your agreements and what you ask"
                " for. Never about your body or health."
            ),
            icon="employer",
        )
        self.reader.set_chosen(chosen=True, words=_("chosen"))
        column = Column(self, gap=6)
        column.addLayout(_section(_("Who reads it"), self.reader))
        column.addLayout(_section(_("Who it is from"), self._person_card()))
        column.addLayout(_section(_("What you ask for"), self._request_card()))
        column.addLayout(_section(_("This goes along"), self.going))
        column.addLayout(_section(_("This stays with you"), self.staying))

    def _person_card(self) -> Card:
        card = Card(gap=4)
        self.name = _line()
        self.staff_number = _line()
        self.department = _line()
        self.name_field = Field(_("Your name"), self.name)
        card.add(self.name_field)
        card.add(
            EvenRow(
                (
                    Field(_("Staff number"), self.staff_number),
                    Field(_("Department"), self.department),
                ),
                least=BESIDE_PX,
            )
        )
        card.add(
            Text(
                _(
                    "Your home address, date of birth and private number do not belong"
                    " in this report; there is no field for them."
                ),
                "small",
            )
        )
        self.language = Select(name=_("Language of the report"))
        self.language.addItem("Nederlands", str(Language.NL))
        self.language.addItem("English", str(Language.EN))
        card.add(Field(_("Language of the report"), self.language))
        return card

    def _request_card(self) -> Card:
        card = Card(gap=1)
        self._request_column = card.body
        self._request_line = Text("", "muted")
        card.add(self._request_line)
        return card

    def _connect(self) -> None:
        for line in (self.name, self.staff_number, self.department):
            line.editingFinished.connect(self._on_person)
        self.language.activated.connect(self._on_language)
        self.going.tick_set.connect(self.tick_set)

    def _on_person(self) -> None:
        self.person_named.emit(
            self.name.text(), self.staff_number.text(), self.department.text()
        )

    def _on_language(self, row: int) -> None:
        self.language_chosen.emit(self.language.itemData(row))

    def show_page(self, page: SharePage) -> None:
        """Show what is known now; what has the keyboard keeps it."""
        self._show_person(page.person)
        self.language.setCurrentIndex(self.language.findData(page.language))
        self._show_requests(page.requests, page.request_line)
        self.going.show_ticks(page)
        self.staying.show_groups(page.staying)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        return [
            self.reader,
            self.name,
            self.staff_number,
            self.department,
            self.language,
            *self.requests.values(),
            *self.going.stops(),
            *self.staying.stops(),
        ]

    def _show_person(self, person: PersonFields) -> None:
        for line, text in (
            (self.name, person.name),
            (self.staff_number, person.staff_number),
            (self.department, person.department),
        ):
            if line.text() != text and not (line.hasFocus() and line.isModified()):
                line.setText(text)
        self.name_field.help.setText(person.problem)
        self.name_field.help.setVisible(bool(person.problem))
        self.name.setAccessibleDescription(person.problem)

    def _show_requests(self, requests: tuple[RequestTick, ...], line: str) -> None:
        for number, one in enumerate(requests):
            box = self.requests.get(one.request)
            if box is None:
                box = CheckBox(one.text)
                box.clicked.connect(
                    lambda on, kind=one.request: self.request_set.emit(kind, on)
                )
                self.requests[one.request] = box
                self._request_column.insertWidget(number, box)
            box.setChecked(one.is_asked)
        self._request_line.setText(line)


def _section(title: str, content: QtWidgets.QWidget) -> Column:
    return Column(gap=3, items=[Text(title, "title"), content])


def _line() -> QtWidgets.QLineEdit:
    line = QtWidgets.QLineEdit()
    line.setMaxLength(NAME_LENGTH)
    return line
