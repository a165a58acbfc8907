"""The one module with looks: sizes, icons, colours in use and the style sheet."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek import assets
from thuiswerkplek.ui import lost_references
from thuiswerkplek.ui.palette import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    Palette,
    high_contrast,
)

if TYPE_CHECKING:
    from collections.abc import Callable


TYPE_SCALE = {"badge": 11, "small": 13, "body": 15, "lead": 17, "title": 21, "page": 28}
STRONG_ROLES = frozenset({"strong", "title", "page"})
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0
MOTION_MS = 150
HOLD_AFTER_MS = 100  # once the window stands
_STYLES = ("base.qss", "controls.qss")
_STYLE, _STYLE_VARIABLE = "Fusion", "QT_STYLE_OVERRIDE"


class Scheme(StrEnum):
    """A set of colours to choose; SYSTEM is whatever the desktop asks for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


def _asks_high_contrast(hints: QtGui.QStyleHints) -> bool:
    accessibility = hints.accessibility()
    return (
        accessibility.contrastPreference() is QtCore.Qt.ContrastPreference.HighContrast
    )


def resolve(scheme: Scheme) -> Scheme:
    """Return the scheme to show: SYSTEM becomes what the desktop asks for."""
    if scheme is not Scheme.SYSTEM:
        return scheme
    hints = QtGui.QGuiApplication.styleHints()
    if _asks_high_contrast(hints):
        return Scheme.HIGH_CONTRAST
    if hints.colorScheme() is QtCore.Qt.ColorScheme.Dark:
        return Scheme.DARK
    return Scheme.LIGHT


def _system_high_contrast() -> Palette:
    """Return the desktop's own contrast colours, or ours when it has none."""
    if not _asks_high_contrast(QtGui.QGuiApplication.styleHints()):
        return HIGH_CONTRAST
    QtWidgets.QApplication.setPalette(QtGui.QPalette())  # back to the desktop's own
    system = QtWidgets.QApplication.palette()
    role = QtGui.QPalette.ColorRole
    return high_contrast(
        ground=system.color(role.Window).name(),
        text=system.color(role.WindowText).name(),
        accent=system.color(role.Highlight).name(),
        on_accent=system.color(role.HighlightedText).name(),
        focus=system.color(role.Highlight).name(),
    )


@dataclass(frozen=True, slots=True)
class Theme:
    """One way to look: a scheme and the size of the text, 1.0 to 2.0."""

    scheme: Scheme = Scheme.SYSTEM
    text_scale: float = 1.0

    def __post_init__(self) -> None:
        """Keep the text size within what the layouts are made for."""
        scale = min(max(self.text_scale, SMALLEST_SCALE), LARGEST_SCALE)
        object.__setattr__(self, "text_scale", scale)

    @property
    def palette(self) -> Palette:
        """The colour tokens of this theme."""
        match resolve(self.scheme):
            case Scheme.DARK:
                return DARK
            case Scheme.HIGH_CONTRAST:
                return _looks.high_contrast
            case _:
                return LIGHT

    def px(self, base: float) -> int:
        """Return a length at this text size, from its length at 100 %."""
        return round(base * self.text_scale)

    def size(self, name: str) -> int:
        """Return the text size in px of a role: small, body, lead, title or page."""
        return self.px(TYPE_SCALE.get(name, TYPE_SCALE["body"]))

    def space(self, steps: int) -> int:
        """Return a distance of so many steps of 4 px: `space(4)` is 16 px at 100 %."""
        return self.px(4 * steps)

    def font(self, role: str = "body", *, strong: bool = False) -> QtGui.QFont:
        """Return the interface font for a text role, for painted controls."""
        return QtGui.QFont(_font(self.size(role), strong or role in STRONG_ROLES))

    def colour(self, token: str) -> QtGui.QColor:
        """Return a colour token to paint with."""
        return QtGui.QColor(self.palette.colour(token))

    def pixmap(self, name: str, token: str, base_px: int) -> QtGui.QPixmap:
        """Return an icon in a colour token; `base_px` is its side at 100 %."""
        app = QtWidgets.QApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QtGui.QGuiApplication) else 1
        return _icon_pixmap(name, self.palette.colour(token), self.px(base_px), ratio)

    def icon(self, name: str, token: str, base_px: int, *, gap: int = 0) -> QtGui.QIcon:
        """Return an icon for a button, with so many steps of room after it."""
        pixmap = self.pixmap(name, token, base_px)
        return QtGui.QIcon(_with_room(pixmap, self.space(gap)))

    def drawing(self, name: str) -> bytes:
        """Return a drawing as SVG in this theme's colours."""
        return _coloured(assets.read_text(f"drawings/{name}.svg"), self.palette)

    def motion_ms(self) -> int:
        """Return how long something may move; 0 when the desktop asks for less."""
        return 0 if _reduced_motion() else MOTION_MS

    def style_sheet(self) -> str:
        """Return the one style sheet of the program, filled in for this theme."""
        values = {key: str(value) for key, value in self.palette._asdict().items()}
        values["edge"] = f"{self.palette.edge}px"
        values |= _stand_ins(self.palette)
        values |= {f"size_{role}": f"{self.size(role)}px" for role in TYPE_SCALE}

        def fill(found: re.Match[str]) -> str:
            word = found[1]
            return f"{self.px(int(word))}px" if word.isdigit() else values[word]

        return re.sub(r"\$(\w+)", fill, _style_templates())

    def apply(self, app: QtWidgets.QApplication) -> None:
        """Give the whole program this look, now and on what it shows later."""
        _looks.apply(self, app)


class _Looks(QtCore.QObject):
    """Holds the theme in use and tells when it changes."""

    changed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme(Scheme.LIGHT)
        self.chosen = self.theme
        self.high_contrast = HIGH_CONTRAST
        self._app: QtWidgets.QApplication | None = None

    def apply(self, theme: Theme, app: QtWidgets.QApplication) -> None:
        if self._app is not app:
            self._start(app)
        self.chosen = theme
        _ask_desktop(theme.scheme)
        theme = Theme(resolve(theme.scheme), theme.text_scale)
        self.theme = theme
        if theme.scheme is Scheme.HIGH_CONTRAST:
            self.high_contrast = _system_high_contrast()
        font = QtGui.QFont(app.font())
        font.setPixelSize(theme.size("body"))
        app.setFont(font)
        app.setPalette(_qt_palette(theme.palette))
        app.setStyleSheet(theme.style_sheet())
        self.changed.emit()

    def _start(self, app: QtWidgets.QApplication) -> None:
        # The controls import this module, so these imports wait.
        from thuiswerkplek.ui.widgets import focus_ring

        self._app = app
        if os.environ.get(_STYLE_VARIABLE) != _STYLE:
            app.setStyle(_STYLE)
        if QtGui.QAccessible.isActive():
            speak()
        QtCore.QTimer.singleShot(HOLD_AFTER_MS, lost_references.hold)
        focus_ring.follow_focus(app)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_desktop_changed)
        hints.accessibility().contrastPreferenceChanged.connect(
            self._on_desktop_changed
        )

    @QtCore.Slot()
    def _on_desktop_changed(self) -> None:
        if self.chosen.scheme is Scheme.SYSTEM and self._app is not None:
            self.apply(self.chosen, self._app)


def before_app() -> None:
    """Choose the one style for all desktops before the application is made.

    Qt then starts with it; changing the style later costs 7 ms of the start.
    """
    os.environ[_STYLE_VARIABLE] = _STYLE


@cache
def speak() -> None:
    """Let screen readers hear roles that Qt cannot guess.

    It costs 5 ms of the start: where none listens yet the window asks for it once it
    was painted.
    """
    from thuiswerkplek.ui.widgets import accessible

    accessible.install()


def current() -> Theme:
    """Return the theme in use, its scheme resolved."""
    return _looks.theme


def follow(restyle: Callable[[], None]) -> None:
    """Call a control's method now and after every change of theme.

    The connection ends with the control, because Qt knows the method's owner.
    """
    _looks.changed.connect(restyle)
    restyle()


def polish_again(control: QtWidgets.QWidget) -> None:
    """Let the style sheet take a changed property of a control into account.

    Before its first polish there is nothing to redo, and asking for the style then
    costs 12 ms of the start, since PySide makes all its enumerations.
    """
    if control.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        control.style().unpolish(control)
        control.style().polish(control)


_looks = _Looks()


def _ask_desktop(scheme: Scheme) -> None:
    """Let title bars and file dialogs of the desktop match the chosen scheme."""
    hints = QtGui.QGuiApplication.styleHints()
    match scheme:
        case Scheme.LIGHT:
            hints.setColorScheme(QtCore.Qt.ColorScheme.Light)
        case Scheme.DARK:
            hints.setColorScheme(QtCore.Qt.ColorScheme.Dark)
        case _:
            hints.unsetColorScheme()


def _reduced_motion() -> bool:
    hints = QtGui.QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    preference = getattr(accessibility, "motionPreference", None)  # since Qt 6.11
    return preference is not None and preference().name == "ReducedMotion"


def _qt_palette(tokens: Palette) -> QtGui.QPalette:
    """Return the tokens as Qt's roles, for the parts that no sheet rule names."""
    role = QtGui.QPalette.ColorRole
    palette = QtGui.QPalette()
    for one, token in {
        role.Window: tokens.ground,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.sunken,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
        role.Shadow: tokens.control,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.surface,
        role.Accent: tokens.accent,
    }.items():
        palette.setColor(one, QtGui.QColor(token))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(
            QtGui.QPalette.ColorGroup.Disabled, one, QtGui.QColor(tokens.control)
        )
    return palette


@cache
def _font(px: int, strong: bool) -> QtGui.QFont:  # noqa: FBT001 - a cache key
    font = QtGui.QFont(QtWidgets.QApplication.font())
    font.setPixelSize(px)
    if strong:
        font.setWeight(QtGui.QFont.Weight.DemiBold)
    return font


@cache
def _style_templates() -> str:
    return "\n".join(assets.read_text(f"styles/{name}") for name in _STYLES)


def _stand_ins(tokens: Palette) -> dict[str, str]:
    """Return what tells things apart where soft fills do and where they do not."""
    plain = tokens.accent_soft == tokens.ground
    found = {
        f"tint_edge_{level}": (
            tokens.severity(level) if plain else tokens.severity_soft(level)
        )
        for level in range(4)
    }
    return found | {
        "sunken_edge": tokens.line if plain else tokens.sunken,
        "selected": tokens.accent if plain else tokens.accent_soft,
        "on_selected": tokens.on_accent if plain else tokens.text,
        "disabled_edge": "dashed" if plain else "solid",
    }


def _coloured(svg: str, palette: Palette) -> bytes:
    """Fill in the colour words that drawings use."""
    for word, colour in {
        "line": palette.text,
        "soft": palette.accent_soft,
        "accent": palette.accent,
        "surface": palette.surface,
        "muted": palette.muted,
    }.items():
        svg = svg.replace(f"{{{word}}}", colour)
    return svg.encode()


@cache
def _icon_pixmap(name: str, colour: str, px: int, ratio: float) -> QtGui.QPixmap:
    from PySide6 import QtSvg  # the first icon brings it, not the import of a screen

    pixmap = QtGui.QPixmap(QtCore.QSize(px, px) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QtCore.Qt.GlobalColor.transparent)
    try:
        svg = assets.read_text(f"icons/{name}.svg").replace("currentColor", colour)
    except FileNotFoundError:
        import logging

        logging.getLogger(__name__).warning("no icon %s", name)
        return pixmap
    renderer = QtSvg.QSvgRenderer(svg.encode())
    painter = QtGui.QPainter(pixmap)
    renderer.render(painter, QtCore.QRectF(0, 0, px, px))
    painter.end()
    return pixmap


def _with_room(pixmap: QtGui.QPixmap, room: int) -> QtGui.QPixmap:
    """Return an icon with empty room at its right, which styles cannot give."""
    if not room:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QtGui.QPixmap(pixmap.width() + round(room * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide
