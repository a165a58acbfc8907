"""The looks: contrast of every pair, sizes, icons, drawings and a change of theme."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import re

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek import assets
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.palette import DARK, HIGH_CONTRAST, LIGHT, Palette
from thuiswerkplek.ui.theme import Scheme, Theme

PALETTES = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}
SURFACES = ("ground", "surface", "sunken")
TEXT_PAIRS = [
    *((ink, under) for ink in ("text", "muted", "accent") for under in SURFACES),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("text", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent", "accent_soft"),
    ("surface", "text"),
    *(("severity_" + n, "severity_" + n + "_soft") for n in "123"),
    *(("severity_" + n, "surface") for n in "123"),
    *(("text", "severity_" + n + "_soft") for n in "123"),
    ("fine", "fine_soft"),
    ("fine", "surface"),
    ("text", "fine_soft"),
]
EDGE_PAIRS = [
    ("control", "surface"),
    ("control", "ground"),
    ("accent", "surface"),
    ("accent", "ground"),
    ("focus", "surface"),
    ("focus", "ground"),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(autouse=True)
def _light_afterwards(qapp):
    yield
    Theme(Scheme.LIGHT).apply(qapp)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize(("ink", "under"), TEXT_PAIRS)
def test_text_can_be_read(palette: Palette, ink: str, under: str):
    assert contrast(palette.colour(ink), palette.colour(under)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize(("edge", "under"), EDGE_PAIRS)
def test_edges_of_controls_can_be_seen(palette: Palette, edge: str, under: str):
    assert contrast(palette.colour(edge), palette.colour(under)) >= 3


def test_an_unknown_token_is_refused():
    with pytest.raises(ValueError, match="red"):
        LIGHT.colour("red")


def test_high_contrast_has_no_soft_fills_and_thick_edges():
    soft = {HIGH_CONTRAST.severity_soft(level) for level in range(4)}

    assert soft == {HIGH_CONTRAST.ground}
    assert HIGH_CONTRAST.edge == 2


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (1.0, {"small": 13, "body": 15, "lead": 17, "title": 21, "page": 28}),
        (2.0, {"small": 26, "body": 30, "lead": 34, "title": 42, "page": 56}),
    ],
)
def test_type_scale(scale: float, expected: dict[str, int]):
    look = Theme(Scheme.LIGHT, scale)

    assert {role: look.size(role) for role in expected} == expected


def test_space_grows_with_the_text():
    assert [Theme(Scheme.LIGHT, 1.5).space(n) for n in (1, 2, 6)] == [6, 12, 36]


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.25, 1.25), (9.0, 2.0)])
def test_text_size_stays_between_100_and_200_percent(asked: float, given: float):
    assert Theme(Scheme.LIGHT, asked).text_scale == given


def test_style_sheet_has_all_words_filled_in():
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST):
        assert "$" not in Theme(scheme, 1.3).style_sheet()


def test_every_length_in_the_sheet_grows_with_the_text():
    def lengths(scale: float) -> list[int]:
        sheet = Theme(Scheme.LIGHT, scale).style_sheet()
        return [
            int(px) for px in re.findall(r"(?<!solid )\b(\d+)px\b(?! solid)", sheet)
        ]

    doubled = [2 * px for px in lengths(1.0)]

    assert lengths(2.0) == doubled


def test_theme_change_reaches_palette_font_and_widgets(qapp, qtbot):
    label = QtWidgets.QLabel("words")
    label.setProperty("role", "page")
    qtbot.addWidget(label)
    label.show()

    Theme(Scheme.DARK, 2.0).apply(qapp)

    assert qapp.font().pixelSize() == 30
    assert label.font().pixelSize() == 56
    assert label.palette().windowText().color().name().upper() == DARK.text


def test_followers_hear_of_a_change_until_they_are_gone(qapp):
    heard = []

    class Follower(QtCore.QObject):
        def restyle(self) -> None:
            heard.append(theme.current().scheme)

    follower = Follower()
    theme.follow(follower.restyle)
    Theme(Scheme.DARK).apply(qapp)
    del follower
    Theme(Scheme.LIGHT).apply(qapp)

    assert heard[-1] is Scheme.DARK


def test_system_becomes_a_scheme_that_can_be_shown(qapp):
    Theme(Scheme.SYSTEM).apply(qapp)

    assert theme.current().scheme in {Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST}


def test_a_chosen_scheme_is_told_to_the_desktop(qapp):
    Theme(Scheme.DARK).apply(qapp)

    assert theme.resolve(Scheme.HIGH_CONTRAST) is Scheme.HIGH_CONTRAST
    assert theme.current().palette is DARK


def test_icon_has_the_colour_of_its_token(qapp):
    image = Theme(Scheme.LIGHT).pixmap("add", "severity_3", 24).toImage()

    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }

    assert solid == {LIGHT.severity_3}


def test_icon_grows_with_the_text(qapp):
    pixmap = Theme(Scheme.LIGHT, 2.0).pixmap("add", "text", 20)

    assert pixmap.deviceIndependentSize().toSize() == QtCore.QSize(40, 40)


def test_icon_is_made_once(qapp):
    look = Theme(Scheme.LIGHT)

    assert look.pixmap("add", "text", 20).cacheKey() == (
        look.pixmap("add", "text", 20).cacheKey()
    )


def test_a_missing_icon_leaves_an_empty_place(qapp, caplog):
    pixmap = Theme(Scheme.LIGHT).pixmap("there-is-no-such-icon", "text", 20)

    assert pixmap.toImage().pixelColor(10, 10).alpha() == 0
    assert "there-is-no-such-icon" in caplog.text


def test_icon_for_a_button_can_have_room_after_it(qapp):
    icon = Theme(Scheme.LIGHT).icon("add", "text", 20, gap=1)

    assert icon.availableSizes() == [QtCore.QSize(24, 20)]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
def test_all_drawings_get_their_colours(qapp, scheme: Scheme):
    for path in sorted(assets.path("drawings").glob("*.svg")):
        svg = Theme(scheme).drawing(path.stem).decode()

        assert not re.search(r"\{\w+\}", svg), path.name


def test_nothing_moves_longer_than_it_should(qapp):
    assert 0 <= Theme(Scheme.LIGHT).motion_ms() <= 180


def test_fusion_is_the_style_everywhere(qapp):
    Theme(Scheme.LIGHT).apply(qapp)
    qapp.setStyleSheet("")  # the sheet hides the style under it

    assert QtWidgets.QApplication.style().name() == "fusion"


def test_no_looks_outside_the_theme():
    folder = assets.root().parent / "thuiswerkplek"
    found = [
        path.name
        for path in folder.rglob("*.py")
        if path.name != "theme.py" and "setStyleSheet(" in path.read_text("utf-8")
    ]

    assert found == []


def test_disabled_text_is_dimmer(qapp):
    Theme(Scheme.LIGHT).apply(qapp)
    group = QtGui.QPalette.ColorGroup.Disabled

    colour = qapp.palette().color(group, QtGui.QPalette.ColorRole.WindowText)

    assert colour.name().upper() == LIGHT.control
