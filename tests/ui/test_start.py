"""The first start and the trouble card, behind their views."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from thuiswerkplek import i18n
from thuiswerkplek.domain.errors import (
    BusyFileError,
    DamagedFileError,
    NewerFileError,
    UnwritableFileError,
)
from thuiswerkplek.domain.preferences import Preferences, Role, Scheme
from thuiswerkplek.storage.settings import SettingsFile
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.start.first_start_presenter import FirstStartPresenter, limits
from thuiswerkplek.ui.start.first_start_view import FirstStartCard
from thuiswerkplek.ui.start.missed_copy import missed_copy
from thuiswerkplek.ui.start.trouble_presenter import TroublePresenter
from thuiswerkplek.ui.start.trouble_view import TroubleCard

LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def preferences(folder):
    return SettingsFile(folder.settings)


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def first(preferences, chosen):
    return FirstStartPresenter(preferences, lambda: chosen.append(1))


def test_the_card_asks_one_thing_and_says_where_answers_stay(first, english):
    model = first.model()

    assert [tile.title for tile in model.roles] == ["I work at home"]
    assert model.kept_here == "Your answers stay on this computer."
    assert len(model.lines) == 2


def test_every_limit_that_touches_a_worker_is_said(english):
    text = " ".join(limits())

    for word in ("controls this computer", "passphrase", "passes your report on"):
        assert word in text
    assert "mailed" in text
    assert "printed" in text
    assert len(limits()) == 6


def test_the_language_switches_at_once(first, language):
    other = next(one for one in i18n.Language if one is not language)

    assert first.model().language is language
    switched = first.switch_language(other)

    assert switched.language is other
    assert switched.kept_here != ""


def test_the_role_is_kept_with_the_language(first, preferences, chosen, english):
    preferences.write(Preferences(scheme=Scheme.DARK, text_percent=150))

    first.choose(Role.WORKER)

    assert preferences.read() == Preferences(Role.WORKER, "en", Scheme.DARK, 150)
    assert chosen == [1]


def test_a_role_that_cannot_be_kept_goes_nowhere(first, folder, chosen, english):
    folder.settings.mkdir()

    with pytest.raises(UnwritableFileError):
        first.choose(Role.WORKER)

    assert chosen == []


@pytest.mark.gui
def test_the_card_speaks_the_language_chosen_on_it(qtbot, first, english):
    card = FirstStartCard(first)
    qtbot.addWidget(card)

    card.language.setCurrentIndex(card.language.findData(i18n.Language.NL))
    card.language.activated.emit(card.language.currentIndex())

    assert i18n.current() is i18n.Language.NL
    assert card.language.currentData() == i18n.Language.NL
    assert card.accessibleName() == first.model().title


@pytest.mark.gui
def test_the_card_begins_at_its_one_choice_and_enter_takes_it(
    qtbot, first, chosen, english
):
    card = FirstStartCard(first)
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.tiles[0].hasFocus)

    qtbot.keyClick(card.tiles[0], QtCore.Qt.Key.Key_Return)

    assert chosen == [1]


@pytest.mark.gui
def test_the_card_says_why_a_role_is_not_kept(qtbot, first, folder, english):
    folder.settings.mkdir()
    card = FirstStartCard(first)
    qtbot.addWidget(card)

    qtbot.mouseClick(card.tiles[0], LEFT)
    qtbot.mouseClick(card.tiles[0], LEFT)

    words = [label.text() for label in card.findChildren(QtWidgets.QLabel)]
    assert sum(str(folder.settings) in text for text in words) == 1


@pytest.mark.gui
@pytest.mark.parametrize(("width", "is_shown"), [(900, True), (400, False)])
def test_the_drawing_leaves_where_words_need_the_room(
    qtbot, qapp, first, english, width, is_shown
):
    theme.Theme(theme.Scheme.LIGHT).apply(qapp)
    card = FirstStartCard(first)
    qtbot.addWidget(card)
    card.resize(width, 800)
    card.show()

    assert card.drawing.isVisible() is is_shown


# Trouble


class Opened(list):
    """Remembers the services that were opened."""


@pytest.fixture
def trouble(door):
    def make(error):
        opened = Opened()
        return TroublePresenter(door, error, opened.append), opened

    return make


def test_a_second_window_is_calm(trouble, english):
    model = trouble(BusyFileError("worker.db"))[0].model()

    assert model.title == "There is a window open already"
    assert "Nothing is lost" in model.advice
    assert model.copy_word == ""


@pytest.mark.parametrize(
    "error",
    [
        DamagedFileError("worker.db"),
        NewerFileError("worker.db"),
        UnwritableFileError("x"),
    ],
)
def test_trouble_says_what_happened_and_that_nothing_changed(trouble, error, english):
    model = trouble(error)[0].model()

    assert model.title == "Your answers cannot be opened now"
    assert model.text.endswith(".")
    assert model.advice == "Nothing was changed."
    assert model.copy_word == ""


@pytest.fixture
def copied(door):
    """Return the door to a folder with a workplace and a copy of today."""
    door.open().places.add("Attic")
    door.close()
    door.keep_copy_of_today()
    return door


def test_only_a_damaged_file_is_replaced_and_only_by_a_copy_of_itself(
    trouble, copied, folder, english
):
    path = folder.worker_file
    damaged = trouble(DamagedFileError(path))[0].model()
    others = [DamagedFileError(folder.private_store), NewerFileError(path)]

    assert damaged.copy_word == "Put back the copy of 23 November 2026"
    assert [trouble(error)[0].model().copy_word for error in others] == ["", ""]


def test_a_copy_that_cannot_be_put_back_is_said_on_the_card(
    trouble, copied, folder, english
):
    folder.worker_file.write_bytes(b"not a database" * 400)
    presenter, opened = trouble(DamagedFileError(folder.worker_file))
    in_the_way = folder.root / "worker.fresh"
    in_the_way.mkdir()

    still = presenter.put_copy_back()

    assert str(in_the_way) in still.text
    assert still.advice.startswith("That did not help yet.")
    assert still.copy_word == "Put back the copy of 23 November 2026"
    assert opened == []
    assert folder.worker_file.read_bytes() == b"not a database" * 400

    in_the_way.rmdir()
    assert presenter.put_copy_back() is None
    assert [place.name for place in opened[0].places.all()] == ["Attic"]


@pytest.mark.gui
def test_the_card_says_it_where_it_stands(qtbot, trouble, copied, folder, english):
    folder.worker_file.write_bytes(b"not a database" * 400)
    (folder.root / "worker.fresh").mkdir()
    presenter, _opened = trouble(DamagedFileError(folder.worker_file))
    card = TroubleCard(presenter, lambda: None)
    qtbot.addWidget(card)
    card.show()

    qtbot.mouseClick(card.put_back, LEFT)

    words = [label.text() for label in card.findChildren(QtWidgets.QLabel)]
    assert any(str(folder.root / "worker.fresh") in text for text in words)
    assert not card.put_back.isHidden()


def test_trying_again_opens_once_the_trouble_is_over(trouble, english):
    presenter, opened = trouble(BusyFileError("worker.db"))

    assert presenter.try_again() is None
    assert len(opened) == 1


def test_trying_again_says_when_it_did_not_help(trouble, folder, english):
    folder.worker_file.write_bytes(b"not a database" * 400)
    presenter, opened = trouble(BusyFileError("worker.db"))

    still = presenter.try_again()

    assert still.title == "Your answers cannot be opened now"
    assert still.advice.startswith("That did not help yet.")
    assert opened == []


# A daily copy that was missed


@pytest.mark.parametrize(
    ("error", "what", "to_do"),
    [
        (
            UnwritableFileError("/data/backups/worker-2026-11-23.db", "full"),
            "/data/backups: the disk is full",
            "Make room there.",
        ),
        (
            UnwritableFileError("/data/backups/private-2026-11-23.db", "refused"),
            "nothing can be written in /data/backups",
            "Check that you may.",
        ),
        (BusyFileError("/data/worker.db"), "was not made", "The next start tries"),
    ],
)
def test_a_missed_copy_says_what_where_and_what_to_do(
    door, error, what, to_do, english
):
    notice = missed_copy(error, door, lambda _error: None)

    assert what in notice.text
    assert to_do in notice.text
    assert "Your answers themselves are kept." in notice.text
    assert notice.level is Level.WARNING
    assert notice.action == ""


def test_damage_that_the_copy_found_offers_the_copy_there_is(copied, folder, english):
    asked = []
    error = DamagedFileError(folder.worker_file)

    notice = missed_copy(error, copied, asked.append)
    notice.on_action()

    assert str(folder.worker_file) in notice.text
    assert notice.action == "See the newest copy"
    assert asked == [error]


def test_damage_without_a_copy_offers_none(door, folder, english):
    notice = missed_copy(DamagedFileError(folder.private_store), door, lambda _: None)

    assert str(folder.private_store) in notice.text
    assert notice.action == ""
