"""The worker's workplaces: adding, naming, dividing the hours, removing."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import Scope, Visibility
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.people import clean_name
from thuiswerkplek.domain.workplace import WHOLE, Workplace, WorkplaceId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thuiswerkplek.domain.catalogue import Answers, Catalogue
    from thuiswerkplek.services.ports import AnswerStore, WorkerStore
    from thuiswerkplek.services.private_part import PrivatePart


class Places:
    """Use cases around workplaces."""

    def __init__(
        self, store: WorkerStore, private: PrivatePart, catalogue: Catalogue
    ) -> None:
        self._store = store
        self._private = private
        self._catalogue = catalogue

    def all(self) -> tuple[Workplace, ...]:
        """Return the workplaces, oldest first."""
        return self._store.workplaces()

    def add(self, name: str) -> Workplace:
        """Add a workplace; it shares the hours evenly until the worker says otherwise.

        What the intake knows about the person holds here too.

        Raises:
            ValueRefusedError: the name is empty or longer than 200 characters.
        """
        known = self._store.workplaces()
        place = Workplace(WorkplaceId(os.urandom(6).hex()), _named(name))
        self._store.put_workplaces(_evenly((*known, place)))
        if known:
            self._copy_person(known[0].id, place.id)
        return next(item for item in self._store.workplaces() if item.id == place.id)

    def rename(self, place: WorkplaceId, name: str) -> None:
        """Give a workplace another name.

        Raises:
            ValueRefusedError: the name is empty or longer than 200 characters.
        """
        new = _named(name)
        self._store.put_workplaces(
            tuple(
                replace(item, name=new) if item.id == place else item
                for item in self._store.workplaces()
            )
        )

    def divide(self, shares: Mapping[WorkplaceId, int]) -> None:
        """Set each workplace's share of the home hours, in per cent.

        Raises:
            ValueRefusedError: together they are not 100, or one is left out.
        """
        known = self._store.workplaces()
        has_each = {item.id for item in known} == set(shares)
        is_whole = sum(shares.values()) == WHOLE and min(shares.values()) >= 0
        if not has_each or not is_whole:
            raise ValueRefusedError("share", "not-whole")
        self._store.put_workplaces(
            tuple(replace(item, share_percent=shares[item.id]) for item in known)
        )

    def remove(self, place: WorkplaceId) -> None:
        """Forget a workplace and everything about it, private answers included."""
        if self._private.is_open:
            self._remove_private(place)
        self._store.remove_workplace(place)
        left = self._store.workplaces()
        if left and sum(item.share_percent for item in left) != WHOLE:
            self._store.put_workplaces(_evenly(left))

    def _remove_private(self, place: WorkplaceId) -> None:
        private = self._private.store
        for check in self._store.checks(place):
            private.remove_owner(check.id)
        private.remove_owner(place)
        for measure in private.measures():
            if measure.workplace == place:
                private.remove_measure(measure.id)

    def _copy_person(self, source: WorkplaceId, target: WorkplaceId) -> None:
        self._copy(self._store, source, target, is_private=False)
        if self._private.is_open:
            self._copy(self._private.store, source, target, is_private=True)

    def _copy(
        self, store: AnswerStore, source: str, target: str, *, is_private: bool
    ) -> None:
        known = store.answers(source)
        wanted: Answers = {
            question.id: known[question.id]
            for question in self._catalogue.intake
            if question.scope is Scope.PERSON
            and question.id in known
            and (question.visibility is Visibility.PRIVATE) is is_private
        }
        store.put_answers(target, wanted)


def _named(name: str) -> str:
    cleaned = clean_name(name, field="workplace-name")
    if not cleaned:
        raise ValueRefusedError("workplace-name", "empty")
    return cleaned


def _evenly(places: tuple[Workplace, ...]) -> tuple[Workplace, ...]:
    part, rest = divmod(WHOLE, len(places))
    return tuple(
        replace(item, share_percent=part + (number < rest))
        for number, item in enumerate(places)
    )
