"""What stays near for the day log: an icon in the tray and a reminder; no Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker.settings_models import DayLogChoices

if TYPE_CHECKING:
    from thuiswerkplek.domain.preferences import Preferences
    from thuiswerkplek.ui.worker.settings_choices import ChoiceKeeper

MINUTES_AN_HOUR = 60
USUAL_TIME = 16 * MINUTES_AN_HOUR + 30  # near the end of a day, when it is known


class DayLogSettingsPresenter:
    """Two choices, both off at first."""

    def __init__(self, choices: ChoiceKeeper) -> None:
        self._choices = choices

    def choices(self, *, has_tray: bool) -> DayLogChoices:
        """Return what is chosen, on a desktop with or without a system tray."""
        known = self._choices.known()
        return DayLogChoices(
            title=_("Day log"),
            tray_word=_("Keep an icon in the system tray"),
            tray_help=_tray_help(has_tray=has_tray),
            stays_in_tray=known.stays_in_tray,
            can_choose_tray=has_tray or known.stays_in_tray,
            remind_word=_("Remind me"),
            remind_help=_remind_help(stays=has_tray and known.stays_in_tray),
            reminds=known.reminds_at is not None,
            time_label=_("Time of the reminder"),
            time_help=_("Hours and minutes, such as 16:30."),
            time=USUAL_TIME if known.reminds_at is None else known.reminds_at,
        )

    def choose_tray(self, *, stays: bool) -> None:
        """Have an icon in the tray from now on, or none."""
        new = replace(self._choices.known(), stays_in_tray=stays)
        self._choices.choose(new, _said_tray)

    def choose_reminder(self, minutes: int | None) -> None:
        """Remind at this time of the day from now on, or not at all."""
        new = replace(self._choices.known(), reminds_at=minutes)
        self._choices.choose(new, _said_reminder)


def _tray_help(*, has_tray: bool) -> str:
    if has_tray:
        return _(
            "Say there where you work today. When you close the window, the program"
            " stays there until you choose Stop."
        )
    return _("This desktop has no system tray. A reminder works all the same.")


def _remind_help(*, stays: bool) -> str:
    what = _(
        "Once a day: when you work today and it is not filled in yet, and on the day"
        " to talk your agreement over again."
    )
    if stays:
        return what
    only_open = _("The window has to be open for that.")
    return f"{what} {only_open}"


def _said_tray(new: Preferences) -> str:
    if new.stays_in_tray:
        return _("The icon is in the system tray.")
    return _("The icon is gone from the system tray.")


def _said_reminder(new: Preferences) -> str:
    if new.reminds_at is None:
        return _("There is no reminder any more.")
    hours, minutes = divmod(new.reminds_at, MINUTES_AN_HOUR)
    time = f"{hours:02}:{minutes:02}"
    return _("The reminder comes at {time}.").format(time=time)
