"""Push buttons in the five kinds of the program; they know no domain."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui import theme

ICON_PX = 20
_INK = {"primary": "on_accent", "danger": "severity_3", "link": "accent"}


class Button(QtWidgets.QPushButton):
    """A push button; kinds are primary, secondary, quiet, link and danger.

    Use one primary button on a page: the one next step.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        name: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setProperty("square", not text)
        self.setAutoDefault(True)  # so that Enter presses it, besides the space bar
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Maximum, QtWidgets.QSizePolicy.Policy.Fixed
        )
        if name:
            self.setAccessibleName(name)
        if name and not text:
            self.setToolTip(name)
        if icon:
            theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        ink = _INK.get(str(self.property("kind")), "text")
        side = look.px(ICON_PX)
        gap = 1 if self.text() else 0
        self.setIconSize(QtCore.QSize(side + look.space(gap), side))
        self.setIcon(look.icon(self._icon, ink, ICON_PX, gap=gap))


def primary(text: str, *, icon: str = "") -> Button:
    """Return the button for the one next step of a page."""
    return Button(text, "primary", icon=icon)


def secondary(text: str, *, icon: str = "") -> Button:
    """Return a button with an edge."""
    return Button(text, "secondary", icon=icon)


def quiet(text: str, *, icon: str = "") -> Button:
    """Return a button without an edge, for what is seldom needed."""
    return Button(text, "quiet", icon=icon)


def link(text: str) -> Button:
    """Return a button that reads as a link."""
    return Button(text, "link")


def danger(text: str, *, icon: str = "") -> Button:
    """Return a button for what cannot be taken back."""
    return Button(text, "danger", icon=icon)


def icon_only(icon: str, name: str) -> Button:
    """Return a square button with an icon; the name is for readers and the tooltip."""
    return Button("", "quiet", icon=icon, name=name)
