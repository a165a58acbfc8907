"""Unique words in everything private: found in no byte that is not the worker's own."""

from __future__ import annotations

import base64
import io
from itertools import count

import pikepdf
import pytest

from tests.fakes import TODAY, FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import Answer, Kind, Visibility
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.paths import DataFolder

CATALOGUE = bootstrap.catalogue()


class Life:
    """One worker's whole life in a data folder, with a canary in every secret."""

    def __init__(self, folder):
        self.folder = folder
        self.private, self.unreleased, self.released = [], [], []
        self._numbers = count(1)

    def canary(self, kind):
        word = f"kanarie{next(self._numbers):04}zang"
        kind.append(word)
        return word

    def live(self):
        with bootstrap.worker_services(
            self.folder, keys=MemoryKeyStore(), clock=FixedClock()
        ) as services:
            services.private.make(Keeping.KEY_STORE)
            place = services.places.add("Boven")
            self._answer_everything(services, place.id)
            self._act_and_undo(services, place.id)
            services.sharing.name_person(Person("Noor", "7", "HR"))
            self.drafts = [
                services.sharing.draft(language) for language in ("nl", "en")
            ]
            self.pdfs = [
                services.paper.make(
                    draft.report,
                    CATALOGUE,
                    language=draft.language,
                    key=services.sharing.key(),
                )
                for draft in self.drafts
            ]
            services.sharing.save(
                self.drafts[0], self.pdfs[0], self.folder.root / "r.pdf"
            )
            backups.copy_of_the_day(self.folder, TODAY)

    def _answer_everything(self, services, place):
        for question in services.checking.round(place).questions:
            kind = self.private if _is_private(question) else self.unreleased
            answer = Answer(_any(question), remark=self.canary(kind))
            services.checking.answer(place, question.id, answer)
        key = sharing.remark_key(place, "desk-size")
        word = self.canary(self.released)
        services.checking.answer(place, "desk-size", Answer("no", remark=word))
        services.sharing.release(key, is_released=True)

    def _act_and_undo(self, services, place):
        for line in services.measuring.lines():
            kind = self.private if _is_private(line.question) else self.unreleased
            services.measuring.advance(line, State.DECLINED, note=self.canary(kind))
        question = CATALOGUE.question("health-neck-arm")
        gone = self.canary(self.private)
        services.checking.answer(place, question.id, Answer("often", remark=gone))
        services.checking.clear(place, question.id)


def _is_private(question):
    return question.visibility is Visibility.PRIVATE


def _any(question):
    if question.kind is Kind.NUMBER:
        return question.number.maximum
    if question.kind is Kind.MULTIPLE:
        return question.options[:1]
    return next(
        (code for code in question.options if code in question.risks),
        question.options[-1],
    )


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    folder = DataFolder(tmp_path_factory.mktemp("life"))
    lived = Life(folder)
    lived.live()
    return lived


def shapes(word):
    """Return a word as it could hide in a file."""
    plain = word.encode()
    yield plain
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield plain.hex().encode()
    yield plain.hex().upper().encode()
    for start in range(3):  # base64 depends on where the word begins
        middle = base64.b64encode(b"x" * start + plain)
        yield middle[4:-4]


def decoded(pdf):
    """Return every byte of a PDF: as it is, and every object with its stream decoded."""
    yield pdf
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for found in file.objects:
            yield found.unparse(resolved=True)
            if isinstance(found, pikepdf.Stream):
                yield found.read_bytes()


def hits(words, places):
    return [
        word
        for place in places
        for word in words
        if any(shape in place for shape in shapes(word))
    ]


def test_no_secret_is_in_any_byte_of_the_report(life):
    for pdf in life.pdfs:
        places = list(decoded(pdf))
        assert len(places) > 50
        assert not hits((*life.private, *life.unreleased), places)


def test_what_was_released_is_found_so_the_search_can_find(life):
    for pdf in life.pdfs:
        assert hits(life.released, decoded(pdf)) == life.released * len(
            hits(life.released[:1], decoded(pdf))
        )


def test_no_private_word_is_in_any_file_of_the_data_folder(life):
    files = [path for path in life.folder.root.rglob("*") if path.is_file()]
    names = {path.name for path in files}

    assert {"worker.db", "private.db", "r.pdf"} <= names
    assert any(path.parent == life.folder.backups for path in files)
    for path in files:
        assert not hits(life.private, [path.read_bytes()]), path.name


def test_general_words_are_in_the_workers_own_file(life):
    own = life.folder.worker_file.read_bytes()

    assert hits(life.unreleased[:3], [own]) == life.unreleased[:3]
