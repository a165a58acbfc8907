"""Small parts of the page *Delen*: ticks that know what they are, a striped panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.checks import CheckBox
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import safe

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.share_models import ShareTick

STRIPES_STEPS, STRIPE_PX = 4, 7
SHOWN_LENGTH = 600


class TickBox(CheckBox):
    """A tick for one thing that goes along or stays."""

    set_by_hand = QtCore.Signal(object, bool)

    def __init__(self, tick: ShareTick) -> None:
        super().__init__("")
        self.tick = tick
        self.show_tick(tick)
        self.clicked.connect(self._on_clicked)

    def show_tick(self, tick: ShareTick) -> None:
        """Show the tick as it is now."""
        self.tick = tick
        self.setText(safe(tick.text, limit=SHOWN_LENGTH))
        self.setAccessibleName(safe(tick.spoken, limit=SHOWN_LENGTH))
        self.setChecked(tick.goes)
        self.setEnabled(tick.is_enabled)
        self.updateGeometry()
        self.update()

    def _on_clicked(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.set_by_hand.emit(self.tick, is_on)


class StripedPanel(QtWidgets.QFrame):
    """A panel with a striped band at its left: what is on it does not leave."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "quiet")
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Minimum)
        side = STRIPES_STEPS + 5
        self.body = Column(self, gap=3, margins=(side, 5, 5, 5))
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw slanting stripes in a band along the left edge."""
        super().paintEvent(event)
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        shape = QtGui.QPainterPath()
        radius = look.px(12)
        shape.addRoundedRect(QtCore.QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        width = look.space(STRIPES_STEPS)
        painter.setClipRect(
            QtCore.QRect(0, 0, width, self.height()),
            QtCore.Qt.ClipOperation.IntersectClip,
        )
        pen = QtGui.QPen(look.colour("control"), look.px(1.5))
        painter.setPen(pen)
        for top in range(-width, self.height() + width, look.px(STRIPE_PX)):
            painter.drawLine(QtCore.QPointF(0, top + width), QtCore.QPointF(width, top))
