"""Words behind a small icon, wrapping beside it; it knows no domain."""

from __future__ import annotations

from PySide6 import QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.text import Text

ICON_PX, SMALL_ICON_PX = 18, 16


class IconLine(Text):
    """A text in one of the type roles that begins with an icon."""

    def __init__(
        self, icon: str, text: str, role: str = "small", *, ink: str = "muted"
    ) -> None:
        self._icon, self._ink = icon, ink
        self._icon_px = SMALL_ICON_PX if role == "small" else ICON_PX
        super().__init__(text, role)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self.setContentsMargins(look.px(self._icon_px) + look.space(2), 0, 0, 0)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the icon beside the first line."""
        super().paintEvent(event)
        look = theme.current()
        sign = look.pixmap(self._icon, self._ink, self._icon_px)
        top = max(0, round((self._line_height() - look.px(self._icon_px)) / 2))
        QtGui.QPainter(self).drawPixmap(0, top, sign)
