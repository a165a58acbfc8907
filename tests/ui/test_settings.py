"""The page *Instellingen*: every choice is kept at once, and nothing goes by accident."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from tests.fakes import MemoryKeyStore
from thuiswerkplek import bootstrap, i18n
from thuiswerkplek.domain.catalogue import Answer, Kind
from thuiswerkplek.domain.preferences import Preferences, Role, Scheme
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.storage.paths import DataFolder
from thuiswerkplek.storage.private_store import PrivateStore
from thuiswerkplek.ui.contracts import Level, PageName
from thuiswerkplek.ui.worker import typed_time
from thuiswerkplek.ui.worker.settings_presenter import SettingsPresenter
from thuiswerkplek.ui.worker.settings_view import SettingsView

LEFT = QtCore.Qt.MouseButton.LeftButton
PASSPHRASE = "tulips in the rain"


@pytest.fixture
def presenter(services, frame, english):
    services.preferences.write(Preferences(Role.WORKER, "en"))
    return SettingsPresenter(services, frame)


def answer_private(services):
    """Answer one private question, in a vault that is open."""
    place = services.places.add("Attic")
    question = next(
        one
        for one in services.checking.round(place.id).questions
        if services.private.is_open
        and one.visibility == "private"
        and one.kind is Kind.CHOICE
    )
    services.checking.answer(place.id, question.id, Answer(question.options[0]))
    return place, question


@pytest.fixture
def exported(tmp_path, catalogue):
    """Return a complete copy made on another computer, with a private answer in it."""
    other = DataFolder(tmp_path / "other")
    other.make()
    with bootstrap.worker_services(other, keys=MemoryKeyStore()) as services:
        services.private.make(Keeping.NOT_KEPT)
        answer_private(services)
        services.own_data.export(tmp_path / "copy.json")
    return tmp_path / "copy.json"


# Choices


@pytest.mark.parametrize(
    ("choose", "kept"),
    [
        (lambda p: p.choose_language("nl"), {"language": "nl"}),
        (lambda p: p.choose_scheme("high-contrast"), {"scheme": Scheme.HIGH_CONTRAST}),
        (lambda p: p.choose_text_size("175"), {"text_percent": 175}),
        (lambda p: p.choose_pace(goes_on=False), {"goes_on_by_itself": False}),
        (lambda p: p.day_log.choose_tray(stays=True), {"stays_in_tray": True}),
        (lambda p: p.day_log.choose_reminder(990), {"reminds_at": 990}),
    ],
)
def test_a_choice_is_kept_told_and_taken_back(presenter, services, frame, choose, kept):
    before = services.preferences.read()

    choose(presenter)
    now = services.preferences.read()

    assert {key: getattr(now, key) for key in kept} == kept
    assert frame.takeovers == 1
    assert frame.notices[0].action == "Undo"

    frame.notices[0].on_action()
    assert services.preferences.read() == before
    assert frame.takeovers == 2


def test_the_same_choice_again_is_not_told(presenter, frame):
    presenter.choose_text_size("100")

    assert frame.notices == []
    assert frame.takeovers == 0


def test_a_choice_that_cannot_be_kept_is_told(presenter, folder, frame, services):
    folder.settings.unlink()
    folder.settings.mkdir()

    presenter.choose_text_size("150")

    assert frame.notices[0].level is Level.PROBLEM
    assert str(folder.settings) in frame.notices[0].text
    assert frame.takeovers == 0


def test_all_choices_are_offered_in_words(presenter):
    page = presenter.page()

    assert [word for _, word in page.language.items] == ["Nederlands", "English"]
    assert [code for code, _ in page.scheme.items] == list(Scheme)
    assert [word for _, word in page.text_size.items] == [
        "100%",
        "125%",
        "150%",
        "175%",
        "200%",
    ]
    assert page.language.current == "en"


# The day log


def test_tray_and_reminder_are_off_at_first(presenter):
    choices = presenter.day_log.choices(has_tray=True)

    assert not choices.stays_in_tray
    assert choices.can_choose_tray
    assert not choices.reminds
    assert "until you choose Stop" in choices.tray_help
    assert "has to be open" in choices.remind_help


def test_a_desktop_without_a_tray_is_told_and_still_has_the_reminder(
    presenter, services
):
    choices = presenter.day_log.choices(has_tray=False)

    assert not choices.can_choose_tray
    assert choices.tray_help == (
        "This desktop has no system tray. A reminder works all the same."
    )
    assert "has to be open" in choices.remind_help

    presenter.day_log.choose_reminder(0)
    assert services.preferences.read().reminds_at == 0
    assert presenter.day_log.choices(has_tray=False).reminds


def test_an_icon_chosen_on_another_desktop_can_be_left_out_here(presenter):
    presenter.day_log.choose_tray(stays=True)

    choices = presenter.day_log.choices(has_tray=False)

    assert choices.stays_in_tray
    assert choices.can_choose_tray
    assert "has to be open" in choices.remind_help


def test_with_the_icon_the_window_need_not_be_open(presenter):
    presenter.day_log.choose_tray(stays=True)

    help_text = presenter.day_log.choices(has_tray=True).remind_help

    assert "has to be open" not in help_text


def test_what_was_chosen_for_the_day_log_is_told(presenter, frame):
    presenter.day_log.choose_tray(stays=True)
    presenter.day_log.choose_tray(stays=False)
    presenter.day_log.choose_reminder(9 * 60 + 5)
    presenter.day_log.choose_reminder(None)

    assert [notice.text for notice in frame.notices] == [
        "The icon is in the system tray.",
        "The icon is gone from the system tray.",
        "The reminder comes at 09:05.",
        "There is no reminder any more.",
    ]


def test_about_names_version_licence_and_question_list(presenter, catalogue):
    text = " ".join(presenter.page().about)

    assert catalogue.version in text
    assert "EUPL-1.2" in text


# Private answers


def test_how_private_answers_are_kept_is_said_in_every_state(folder, frame, english):
    texts = {}
    keys = MemoryKeyStore()

    def note():
        with bootstrap.worker_services(folder, keys=keys) as services:
            private = SettingsPresenter(services, frame).page().private
            texts[services.private.state] = private.text
            assert private.can_erase is (services.private.state is not Vault.EMPTY)

    note()
    with bootstrap.worker_services(folder, keys=keys) as services:
        services.private.make(Keeping.KEY_STORE)
        texts[services.private.state] = (
            SettingsPresenter(services, frame).page().private.text
        )
    note()
    with bootstrap.worker_services(folder, keys=keys) as services:
        services.private.erase()
        services.private.make(Keeping.PASSPHRASE, PASSPHRASE)
    note()

    assert set(texts) == set(Vault)
    assert len(set(texts.values())) == len(Vault)


@pytest.mark.parametrize(
    ("keeping", "said"),
    [
        (Keeping.KEY_STORE, "this computer keeps the key for your account"),
        (Keeping.PASSPHRASE, "kept encrypted behind your passphrase"),
        (Keeping.NOT_KEPT, "They are not kept: they vanish when you close"),
    ],
)
def test_how_an_open_vault_is_kept_is_said(presenter, services, keeping, said):
    services.private.make(keeping, PASSPHRASE)

    text = presenter.page().private.text

    assert text.startswith("They are open in this window.")
    assert said in text
    others = {"your account", "behind your passphrase", "not kept"}
    assert sum(other in text for other in others) == 1


def test_a_private_file_that_cannot_be_used_is_said_here_too(
    folder, frame, english, keys
):
    with bootstrap.worker_services(folder, keys=keys) as services:
        services.private.make(Keeping.KEY_STORE)
    make_newer(folder, keys)
    with bootstrap.worker_services(folder, keys=keys) as services:
        services.private.open_by_itself()
        page = SettingsPresenter(services, frame).page()

    assert "newer version" in page.private.text
    assert str(folder.private_store) in page.private.text


def make_newer(folder, keys):
    store = PrivateStore(folder, keys)
    store.open_by_itself()
    store._file.connection.execute("PRAGMA user_version=99")
    store.close()


def test_private_questions_that_were_left_out_can_be_asked_again(
    presenter, services, frame
):
    every = tuple(services.catalogue.items)
    assert not presenter.page().private.can_ask

    services.private.leave_out()
    page = presenter.page()
    assert "leaves the private questions out" in page.private.text
    assert page.private.can_ask
    assert services.private.askable(every) != every

    presenter.ask_private()

    assert services.private.askable(every) == every
    assert not presenter.page().private.can_ask
    assert frame.changes == 1
    assert "again" in frame.notices[0].text


def test_an_open_vault_has_nothing_left_out(presenter, services):
    services.private.leave_out()
    services.private.make(Keeping.NOT_KEPT)

    assert not presenter.page().private.can_ask


def test_private_answers_go_alone(presenter, services, frame):
    services.private.make(Keeping.KEY_STORE)
    answer_private(services)

    presenter.erase_private()

    assert services.private.state is Vault.EMPTY
    assert len(services.places.all()) == 1
    assert frame.changes == 1


# All data


def test_export_writes_everything(presenter, services, frame, tmp_path):
    services.places.add("Attic")

    presenter.export(tmp_path / "mine.json")

    assert json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))
    assert "mine.json" in frame.notices[0].text


def test_export_says_when_private_answers_are_not_in_it(
    folder, frame, english, tmp_path
):
    with bootstrap.worker_services(folder, keys=MemoryKeyStore()) as services:
        services.private.make(Keeping.PASSPHRASE, PASSPHRASE)
    with bootstrap.worker_services(folder, keys=MemoryKeyStore()) as services:
        SettingsPresenter(services, frame).export(tmp_path / "mine.json")

    assert "without your private answers" in frame.notices[0].text


def test_export_that_fails_says_why(presenter, frame, tmp_path):
    presenter.export(tmp_path / "no-such-folder" / "mine.json")

    assert frame.notices[0].level is Level.PROBLEM
    assert "mine.json" in frame.notices[0].text


def test_a_copy_comes_back_whole_where_the_key_is_kept(
    presenter, services, frame, exported
):
    assert presenter.needs_keeping(exported) is False

    assert presenter.take_in(exported)

    assert [place.name for place in services.places.all()] == ["Attic"]
    assert services.private.is_open
    assert frame.pages == [PageName.WORKPLACE]


@pytest.mark.parametrize(
    ("passphrase", "state"), [(PASSPHRASE, Vault.NEEDS_PASSPHRASE), ("", Vault.EMPTY)]
)
def test_without_a_key_store_the_worker_chooses(
    folder, frame, english, exported, passphrase, state
):
    keys = MemoryKeyStore(works=False)
    with bootstrap.worker_services(folder, keys=keys) as services:
        presenter = SettingsPresenter(services, frame)

        assert presenter.needs_keeping(exported) is True
        assert presenter.take_in(exported, passphrase)

        assert services.private.is_open
    with bootstrap.worker_services(folder, keys=keys) as services:
        assert services.private.state is state


def test_a_passphrase_that_is_too_short_keeps_nothing(folder, frame, english, exported):
    with bootstrap.worker_services(
        folder, keys=MemoryKeyStore(works=False)
    ) as services:
        presenter = SettingsPresenter(services, frame)
        presenter.needs_keeping(exported)

        assert not presenter.take_in(exported, "short")

        assert "ten characters" in frame.notices[0].text
        assert services.places.all() == ()


def test_what_does_not_fit_is_counted_and_named_by_its_file(
    presenter, services, frame, exported
):
    found = json.loads(exported.read_text("utf-8"))
    intake = found["payload"]["general"]["places"][0]["intake"]
    intake["intake-shoe-size"] = {"value": "44"}
    exported.write_text(json.dumps(found), "utf-8")
    assert presenter.needs_keeping(exported) is False

    assert presenter.take_in(exported)

    assert [place.name for place in services.places.all()] == ["Attic"]
    (notice,) = frame.notices
    assert notice.level is Level.WARNING
    assert notice.text.startswith("Your answers are back. Left out: 1 answer")
    assert "copy.json" in notice.text


def test_a_private_file_in_the_way_stops_a_copy_with_its_own_reason(
    folder, frame, english, keys, exported
):
    with bootstrap.worker_services(folder, keys=keys) as services:
        services.private.make(Keeping.KEY_STORE)
    make_newer(folder, keys)
    with bootstrap.worker_services(folder, keys=keys) as services:
        presenter = SettingsPresenter(services, frame)

        assert presenter.needs_keeping(exported) is None

    assert "newer version" in frame.notices[0].text


def test_a_file_that_is_no_copy_is_refused_in_words(presenter, frame, tmp_path):
    strange = tmp_path / "strange.json"
    strange.write_text("[]", encoding="utf-8")

    assert presenter.needs_keeping(strange) is None

    assert frame.notices[0].level is Level.PROBLEM


def test_a_copy_is_not_taken_in_over_answers(presenter, services, frame, exported):
    services.places.add("Kitchen")

    page = presenter.page()
    assert not page.data.can_take_in
    assert page.data.take_in_help != ""
    assert not presenter.take_in(exported)

    assert [place.name for place in services.places.all()] == ["Kitchen"]
    assert frame.notices[0].level is Level.PROBLEM


def test_erasing_takes_everything_and_says_so(presenter, services, frame):
    services.private.make(Keeping.KEY_STORE)
    answer_private(services)

    presenter.erase()

    assert services.places.all() == ()
    assert services.private.state is Vault.EMPTY
    assert frame.notices[-1].text == "All your answers are gone."
    assert frame.pages == [PageName.WORKPLACE]


# The view


@pytest.fixture
def view(qtbot, presenter):
    found = SettingsView(presenter)
    qtbot.addWidget(found)
    found.resize(900, 1600)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


@pytest.mark.gui
def test_erasing_asks_once_more_and_staying_comes_first(qtbot, view, services):
    services.places.add("Attic")
    qtbot.mouseClick(view.erase, LEFT)

    assert view.confirm.isVisible()
    assert view.confirm.no.hasFocus()
    assert len(services.places.all()) == 1

    qtbot.keyClick(view.confirm.no, QtCore.Qt.Key.Key_Escape)
    assert not view.confirm.isVisible()
    assert view.erase.hasFocus()

    qtbot.mouseClick(view.erase, LEFT)
    qtbot.mouseClick(view.confirm.yes, LEFT)
    assert services.places.all() == ()


@pytest.mark.gui
def test_private_answers_are_erased_after_a_second_step(qtbot, view, services):
    services.private.make(Keeping.KEY_STORE)
    view.refresh()
    qtbot.mouseClick(view.erase_private, LEFT)
    assert services.private.is_open

    qtbot.mouseClick(view.confirm_private.yes, LEFT)

    assert services.private.state is Vault.EMPTY
    assert view.erase_private.isHidden()


@pytest.mark.gui
def test_the_private_questions_come_back_by_a_button(qtbot, view, services):
    assert view.ask_private.isHidden()
    services.private.leave_out()
    view.refresh()
    view.ask_private.setFocus()

    qtbot.mouseClick(view.ask_private, LEFT)

    assert not services.private.is_left_out
    assert view.ask_private.isHidden()
    assert view.window().focusWidget() is not view.ask_private


@pytest.mark.gui
def test_a_name_without_an_ending_gets_one(qtbot, view, services, tmp_path):
    """The dialog itself adds it, and so asks before it replaces such a file."""

    def fill_in():
        dialog = QtWidgets.QApplication.activeModalWidget()
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("mine")
        dialog.accept()

    QtCore.QTimer.singleShot(0, view, fill_in)
    qtbot.mouseClick(view.export, LEFT)

    assert [path.name for path in tmp_path.glob("mine*")] == ["mine.json"]


@pytest.mark.gui
def test_a_dialog_that_is_closed_saves_nothing(qtbot, view, tmp_path, frame):
    def close():
        QtWidgets.QApplication.activeModalWidget().reject()

    QtCore.QTimer.singleShot(0, view, close)
    qtbot.mouseClick(view.export, LEFT)

    assert frame.notices == []


@pytest.mark.gui
@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("language", "nl", {"language": "nl"}),
        ("scheme", "dark", {"scheme": Scheme.DARK}),
        ("text_size", "200", {"text_percent": 200}),
    ],
)
def test_choosing_in_a_list_is_enough(view, services, name, value, kept):
    select = getattr(view, name)
    select.setCurrentIndex(select.findData(value))
    select.activated.emit(select.currentIndex())

    now = services.preferences.read()
    assert {key: getattr(now, key) for key in kept} == kept


@pytest.mark.gui
def test_the_pace_is_a_tick(qtbot, view, services):
    view.pace.click()
    assert not services.preferences.read().goes_on_by_itself

    services.preferences.write(Preferences(Role.WORKER, "en"))
    view.refresh()
    assert view.pace.isChecked()
    assert services.preferences.read().goes_on_by_itself


@pytest.fixture
def card(view, monkeypatch):
    """Return the card of the day log on a desktop with a tray."""
    monkeypatch.setattr(
        QtWidgets.QSystemTrayIcon, "isSystemTrayAvailable", lambda: True
    )
    view.refresh()
    view.ensureWidgetVisible(view.day_log)
    return view.day_log


@pytest.mark.gui
def test_the_icon_is_a_tick(qtbot, card, services):
    qtbot.keyClick(card.tray, QtCore.Qt.Key.Key_Space)
    assert services.preferences.read().stays_in_tray

    qtbot.keyClick(card.tray, QtCore.Qt.Key.Key_Space)
    assert not services.preferences.read().stays_in_tray


@pytest.mark.gui
def test_without_a_tray_the_tick_cannot_be_set(view):
    assert not view.day_log.tray.isEnabled()
    assert view.day_log.remind.isEnabled()
    assert "no system tray" in view.day_log.tray.accessibleDescription()


@pytest.mark.gui
def test_the_reminder_has_a_time_once_it_is_on(qtbot, card, services):
    assert card.time_field.isHidden()

    qtbot.keyClick(card.remind, QtCore.Qt.Key.Key_Space)

    assert not card.time_field.isHidden()
    assert card.time.edit.text() == "16:30"
    assert card.time.edit.accessibleName() == "Time of the reminder"
    assert services.preferences.read().reminds_at == 16 * 60 + 30


@pytest.mark.gui
def test_the_time_is_typed_and_kept_with_enter(qtbot, card, services):
    card.remind.click()
    card.time.edit.selectAll()

    qtbot.keyClicks(card.time.edit, "9.05")
    qtbot.keyClick(card.time.edit, QtCore.Qt.Key.Key_Return)

    assert services.preferences.read().reminds_at == 9 * 60 + 5
    assert card.time.edit.text() == "09:05"


@pytest.mark.gui
def test_a_time_comes_back_when_the_reminder_is_put_on_again(card, services):
    card.remind.click()
    card.time.step(1)
    card.remind.click()
    assert services.preferences.read().reminds_at is None

    card.remind.click()

    assert services.preferences.read().reminds_at == 16 * 60 + 45


@pytest.mark.gui
def test_what_is_taken_back_shows_when_the_page_is_asked(card, view, frame):
    card.remind.click()

    frame.notices[0].on_action()
    view.refresh()

    assert not card.remind.isChecked()
    assert card.time_field.isHidden()


@pytest.mark.gui
@pytest.mark.parametrize("typed", ["", "half five", "25:00", "9:60", "24", "-1"])
def test_what_is_no_time_is_told_and_not_kept(qtbot, card, services, typed):
    card.remind.click()
    card.time.edit.clear()
    qtbot.keyClicks(card.time.edit, typed)
    qtbot.keyClick(card.time.edit, QtCore.Qt.Key.Key_Return)

    assert card.time.complaint.text() == "Enter a time, such as 16:30."
    assert not card.time.complaint.isHidden()
    assert card.time.edit.accessibleDescription() == card.time.complaint.text()
    assert services.preferences.read().reminds_at == 16 * 60 + 30

    card.time.step(1)
    assert card.time.complaint.isHidden()
    assert services.preferences.read().reminds_at == 16 * 60 + 45


@pytest.mark.gui
@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("16:30", 990),
        ("16.30", 990),
        ("1630", 990),
        (" 9:05 ", 545),
        ("905", 545),
        ("9", 540),
        ("0", 0),
        ("23:59", 1439),
    ],
)
def test_times_are_read_as_people_write_them(text, minutes):
    assert typed_time.read(text) == minutes


@pytest.mark.gui
@pytest.mark.parametrize(
    ("start", "key", "shown"),
    [
        ("16:30", QtCore.Qt.Key.Key_Up, "16:45"),
        ("16:30", QtCore.Qt.Key.Key_Down, "16:15"),
        ("16:35", QtCore.Qt.Key.Key_Up, "16:45"),
        ("16:35", QtCore.Qt.Key.Key_Down, "16:30"),
        ("23:50", QtCore.Qt.Key.Key_Up, "00:00"),
        ("0:00", QtCore.Qt.Key.Key_Down, "23:45"),
    ],
)
def test_arrows_go_by_quarters_of_an_hour(qtbot, card, start, key, shown):
    card.remind.click()
    card.time.edit.setText(start)

    qtbot.keyClick(card.time.edit, key)

    assert card.time.edit.text() == shown


@pytest.mark.gui
def test_the_folder_is_shown_and_hidden_when_unknown(qtbot, services, frame, english):
    shown = SettingsView(SettingsPresenter(services, frame))
    qtbot.addWidget(shown)
    words = [label.text() for label in shown.findChildren(QtWidgets.QLabel)]

    assert f"Kept in {frame.data_place}" in words


@pytest.mark.gui
def test_a_copy_with_private_answers_asks_how_to_keep_them(
    qtbot, folder, frame, english, exported
):
    with bootstrap.worker_services(
        folder, keys=MemoryKeyStore(works=False)
    ) as services:
        view = SettingsView(SettingsPresenter(services, frame))
        qtbot.addWidget(view)
        view.show()

        view.take_file(exported)
        assert view.keeping.isVisible()
        view.keeping.passphrase.setText("short")
        qtbot.keyClick(view.keeping.passphrase, QtCore.Qt.Key.Key_Return)
        assert view.keeping.isVisible()

        view.keeping.passphrase.setText(PASSPHRASE)
        qtbot.keyClick(view.keeping.passphrase, QtCore.Qt.Key.Key_Return)

        assert not view.keeping.isVisible()
        assert len(services.places.all()) == 1


@pytest.mark.gui
def test_the_dialogs_hand_a_path_to_the_presenter(
    qtbot, view, services, tmp_path, monkeypatch
):
    target = tmp_path / "mine.json"
    services.places.add("Attic")
    monkeypatch.setattr(view, "ask_where", lambda: target)
    monkeypatch.setattr(
        QtWidgets.QFileDialog, "getOpenFileName", lambda *_: (str(target), "")
    )

    qtbot.mouseClick(view.export, LEFT)
    services.own_data.erase()
    view.refresh()
    qtbot.mouseClick(view.take_in, LEFT)

    assert [place.name for place in services.places.all()] == ["Attic"]
    assert Path(target).exists()


def test_language_of_the_page_follows(services, frame):
    with i18n.using(i18n.Language.EN):
        title = SettingsPresenter(services, frame).page().title

    assert title == "Settings"
