"""What a life leaves behind: while it runs, on paper as people read it, and when erased."""

from __future__ import annotations

import shutil

import pytest
from PySide6 import QtCore, QtPdf

from tests.fakes import FixedClock, MemoryKeyStore
from tests.privacy.test_canaries import CATALOGUE, Life, decoded, hits, shapes
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.paths import DataFolder

HEIGHT, CARRIED = 187.123456789012, "kanarie"  # so long that no chance finds it


def bytes_in(folder):
    return {
        path.relative_to(folder.root).as_posix(): path.read_bytes()
        for path in folder.root.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def lived(tmp_path):
    made = Life(DataFolder(tmp_path / "data"))
    made.folder.make()
    made.live()
    return made


def words_read(pdf):
    """Return the text of the pages as a reader or a search engine takes it."""
    buffer = QtCore.QBuffer()
    buffer.setData(pdf)
    buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
    document = QtPdf.QPdfDocument()
    document.load(buffer)
    text = " ".join(
        document.getAllText(page).text() for page in range(document.pageCount())
    )
    document.close()
    return text


def test_no_secret_can_be_read_on_the_pages_and_what_was_released_can(lived, qapp):
    for pdf in lived.pdfs:
        text = words_read(pdf)
        assert len(text) > 1_000
        (released,) = lived.released
        assert released in text.replace("\n", "")
        assert not [w for w in (*lived.private, *lived.unreleased) if w in text]


def test_while_it_is_open_the_journals_tell_nothing_either(tmp_path):
    folder, keys = DataFolder(tmp_path / "data"), MemoryKeyStore()
    folder.make()
    life = Life(folder)
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        services.private.make(Keeping.KEY_STORE)
        place = services.places.add("Boven").id
        for question in services.checking.round(place).questions:
            if (
                services.checking.catalogue.question(question.id).visibility
                == "private"
            ):
                value = (
                    question.number.maximum if question.number else question.options[0]
                )
                word = life.canary(life.private)
                services.checking.answer(place, question.id, Answer(value, None, word))
                services.checking.stand_at(place, question.id)
        services.checking.answer(place, "intake-body-height", Answer(HEIGHT))
        found = bytes_in(folder)

        assert {"worker.db-wal", "private.db-wal"} <= set(found)
        assert not hits([*life.private, str(HEIGHT)], found.values())
        pdf = services.paper.make(
            services.sharing.draft("nl").report,
            CATALOGUE,
            language="nl",
            key=services.sharing.key(),
        )
        assert not hits([str(HEIGHT)], decoded(pdf))


def test_the_key_is_in_no_file(tmp_path):
    folder, keys = DataFolder(tmp_path / "data"), MemoryKeyStore()
    folder.make()
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        services.private.open_by_itself()
        place = services.places.add("Boven").id
        services.checking.answer(place, "health-neck-arm", Answer("often"))
        (key,) = keys.keys.values()
        during = bytes_in(folder)
    for found in (during, bytes_in(folder)):
        for content in found.values():
            assert key not in content
            assert not any(shape in content for shape in shapes(key.hex()))


def test_a_stolen_folder_without_its_key_tells_nothing(lived, tmp_path):
    """Abuse case 18: the laptop is stolen, the backup read, the helpdesk looks."""
    stolen = DataFolder(tmp_path / "stolen")
    shutil.copytree(lived.folder.root, stolen.root)

    keys = MemoryKeyStore()
    with bootstrap.worker_services(stolen, keys=keys, clock=FixedClock()) as services:
        assert not services.private.open_by_itself()
        everything = repr(services.own_data.everything())

    assert not [word for word in lived.private if word in everything]


def test_after_erasing_no_word_is_left_in_the_data_folder(lived):
    """Abuse case 23, with the copies; only the report the worker saved stays theirs."""
    with bootstrap.worker_services(
        lived.folder, keys=MemoryKeyStore(), clock=FixedClock()
    ) as services:
        services.own_data.erase()
        backups.forget_all(lived.folder)
        found = bytes_in(lived.folder)
        found.pop("r.pdf")

        assert not hits(
            (*lived.private, *lived.unreleased, *lived.released), found.values()
        )
        assert not [
            name for name, content in found.items() if CARRIED.encode() in content
        ]
        assert b"Boven" not in b"".join(found.values())
    assert not any(b"Noor" in content for content in found.values())
