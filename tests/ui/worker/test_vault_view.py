"""The card before the private questions as a person meets it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from tests.fakes import FixedClock, ImmediateTasks, MemoryKeyStore, RecordingShell
from thuiswerkplek import bootstrap, i18n
from thuiswerkplek.domain.private import Vault
from thuiswerkplek.storage.private_store import PrivateStore
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.worker import workplace_view

pytestmark = pytest.mark.gui
PRIVATE, PASSPHRASE = "posture-change", "een lange zin om te onthouden"
LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def english():
    with i18n.using(i18n.Language.EN):
        yield


@pytest.fixture
def services(folder):
    keys = MemoryKeyStore(works=False)
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as found:
        yield found


@pytest.fixture
def page(qtbot, qapp, services):
    theme.Theme(theme.Scheme.LIGHT).apply(qapp)
    page = workplace_view.create_page(
        services, RecordingShell(), ImmediateTasks(), theme.current()
    )
    qtbot.addWidget(page)
    page.resize(1000, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.presenter.open_check(services.places.add("Upstairs").id, PRIVATE)
    page.show_screen()
    QtWidgets.QApplication.processEvents()
    return page


def way(page, text):
    QtWidgets.QApplication.processEvents()  # what was just added shows now
    return next(button for button in page.check.vault.ways if button.text() == text)


def test_the_card_stands_in_place_of_the_question(page):
    assert page.check.question is None
    assert page.window().focusWidget() is page.check.vault.passphrase
    assert not page.check.foot.next.isVisible()


def test_a_passphrase_opens_the_question_after_a_moment(qtbot, page, services):
    vault = page.check.vault
    qtbot.keyClicks(vault.passphrase, PASSPHRASE)
    qtbot.keyClicks(vault.repeat, PASSPHRASE)

    qtbot.keyClick(vault.repeat, QtCore.Qt.Key.Key_Return)

    assert vault.problem.text() == "One moment, the answers are being locked…"
    assert not vault.confirm.isEnabled()
    qtbot.waitUntil(lambda: page.check.question is not None)
    assert services.private.state is Vault.OPEN


def test_a_mistake_keeps_what_was_typed_and_says_why(qtbot, page):
    vault = page.check.vault
    qtbot.keyClicks(vault.passphrase, PASSPHRASE)

    qtbot.mouseClick(vault.confirm, LEFT)

    qtbot.waitUntil(lambda: vault.problem.text().startswith("The two passphrases"))
    assert page.check.vault is vault
    assert vault.passphrase.text() == PASSPHRASE
    assert vault.confirm.isEnabled()


def test_not_keeping_shows_the_question(qtbot, page):
    qtbot.mouseClick(way(page, "Do not keep my answers"), LEFT)

    assert page.check.vault is None
    assert page.check.question is not None


def test_skipping_goes_on(qtbot, page):
    qtbot.mouseClick(way(page, "Skip these questions"), LEFT)

    assert page.presenter.check.sheet().question.id == "break-lunch"


def test_a_lost_key_offers_trying_again_and_starting_anew(qtbot, qapp, folder):
    keys = MemoryKeyStore()
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        services.private.open_by_itself()
        place = services.places.add("Upstairs").id
    keys.keys.clear()
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        page = workplace_view.create_page(
            services, RecordingShell(), ImmediateTasks(), theme.current()
        )
        qtbot.addWidget(page)
        page.presenter.open_check(place, PRIVATE)
        page.show_screen()
        page.show()

        qtbot.mouseClick(page.check.vault.confirm, LEFT)
        assert page.check.vault.problem.text() == "The key is still not there."
        qtbot.mouseClick(way(page, "Start anew"), LEFT)

        assert page.check.question is not None


def test_a_damaged_file_is_replaced_by_its_copy_on_the_card(qtbot, qapp, folder):
    keys = MemoryKeyStore()
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        services.private.open_by_itself()
        place = services.places.add("Upstairs").id
    PrivateStore(folder, keys).keep_copy(FixedClock().today())
    content = bytearray(folder.private_store.read_bytes())
    content[100] ^= 1
    folder.private_store.write_bytes(content)
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        page = workplace_view.create_page(
            services, RecordingShell(), ImmediateTasks(), theme.current()
        )
        qtbot.addWidget(page)
        page.presenter.open_check(place, PRIVATE)
        page.show_screen()
        page.show()

        put_back = page.check.vault.confirm
        assert put_back.text() == "Put the copy back"
        assert way(page, "Try again")
        qtbot.mouseClick(put_back, LEFT)

        assert page.check.question is not None
        assert services.private.is_open


def test_a_newer_file_does_not_stop_the_window_at_the_start(qtbot, qapp, folder):
    """It is looked for before anybody asks; it is said where its questions come."""
    keys = MemoryKeyStore()
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        services.private.open_by_itself()
        place = services.places.add("Upstairs").id
        services.private.store._file.connection.execute("PRAGMA user_version=99")
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        page = workplace_view.create_page(
            services, RecordingShell(), ImmediateTasks(), theme.current()
        )
        qtbot.addWidget(page)
        page.show()
        page.wake()

        page.presenter.open_check(place, PRIVATE)
        page.show_screen()

        assert page.check.vault.confirm.text() == "Try again"
        qtbot.mouseClick(page.check.vault.confirm, LEFT)
        assert page.check.vault.problem.text() == "That did not help yet."
