"""The colour tokens of every scheme; contrast is computed in the tests of the theme."""

from typing import NamedTuple


class Palette(NamedTuple):
    """The colour tokens of one scheme, as `#RRGGBB`."""

    ground: str
    surface: str
    sunken: str
    line: str
    control: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    focus: str
    severity_3: str
    severity_3_soft: str
    severity_2: str
    severity_2_soft: str
    severity_1: str
    severity_1_soft: str
    fine: str
    fine_soft: str
    edge: int = 1

    def colour(self, token: str) -> str:
        """Return the colour of a token by its name.

        Raises:
            ValueError: there is no such token.
        """
        value = getattr(self, token, None)
        if isinstance(value, str):
            return value
        raise ValueError(token)

    def severity(self, level: int) -> str:
        """Return the colour of a severity from 3 (most) to 0 (fine)."""
        return self.colour(f"severity_{level}" if level else "fine")

    def severity_soft(self, level: int) -> str:
        """Return the soft fill that belongs to a severity."""
        return self.colour(f"severity_{level}_soft" if level else "fine_soft")


LIGHT = Palette(
    ground="#F6F5F1",
    surface="#FFFFFF",
    sunken="#EFEDE6",
    line="#C9C6BC",
    control="#7A776D",
    text="#1F2421",
    muted="#565C58",
    accent="#0E6B5C",
    accent_hover="#0A5347",
    on_accent="#FFFFFF",
    accent_soft="#DCEFEA",
    focus="#1A4FA3",
    severity_3="#A4262C",
    severity_3_soft="#FBE6E4",
    severity_2="#8A4B00",
    severity_2_soft="#FBEBD3",
    severity_1="#2B5A94",
    severity_1_soft="#E3ECF7",
    fine="#2D6A3A",
    fine_soft="#E0F0E2",
)
DARK = Palette(
    ground="#161A19",
    surface="#1F2524",
    sunken="#29302F",
    line="#3C4543",
    control="#8A9592",
    text="#ECEFEA",
    muted="#B2BAB6",
    accent="#6FD0BC",
    accent_hover="#93E0CF",
    on_accent="#06231E",
    accent_soft="#1E3B36",
    focus="#A9C8FF",
    severity_3="#FF9C94",
    severity_3_soft="#45211F",
    severity_2="#F2B45C",
    severity_2_soft="#402C10",
    severity_1="#93BCF2",
    severity_1_soft="#1E2F47",
    fine="#8FD39C",
    fine_soft="#1E3824",
)


def high_contrast(
    *, ground: str, text: str, accent: str, on_accent: str, focus: str
) -> Palette:
    """Return a scheme without soft fills, in which only shape and word tell."""
    return Palette(
        ground=ground,
        surface=ground,
        sunken=ground,
        line=text,
        control=text,
        text=text,
        muted=text,
        accent=accent,
        accent_hover=accent,
        on_accent=on_accent,
        accent_soft=ground,
        focus=focus,
        severity_3=text,
        severity_3_soft=ground,
        severity_2=text,
        severity_2_soft=ground,
        severity_1=text,
        severity_1_soft=ground,
        fine=text,
        fine_soft=ground,
        edge=2,
    )


HIGH_CONTRAST = high_contrast(
    ground="#000000",
    text="#FFFFFF",
    accent="#FFE14D",
    on_accent="#000000",
    focus="#6FE0FF",
)
