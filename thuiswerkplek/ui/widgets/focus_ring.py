"""One ring, with a gap, around whatever has the keyboard; it knows no domain."""

from __future__ import annotations

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme

GAP, WIDTH = 2, 2
_MOVES = frozenset(
    {
        QtCore.QEvent.Type.Move,
        QtCore.QEvent.Type.Resize,
        QtCore.QEvent.Type.Show,
        QtCore.QEvent.Type.Hide,
    }
)
# By name, because Python classes that nobody uses yet cost 6 ms of the start.
_TYPED = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox")


class FocusRing(QtWidgets.QFocusFrame):
    """The ring; a focus frame, so that screen readers leave it out."""

    def __init__(self) -> None:
        super().__init__()
        self._around: QtWidgets.QWidget | None = None
        self._watched: list[QtWidgets.QWidget] = []
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, control: QtWidgets.QWidget | None) -> None:
        """Draw the ring around this control, or nowhere."""
        for widget in filter(shiboken6.isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        self._around = control
        host = _host(control) if control is not None else None
        if control is None or host is None:
            self.setParent(None)
            self.hide()
            return
        self.setParent(host)
        self._watch(control, host)
        self._place()

    def _watch(self, control: QtWidgets.QWidget, host: QtWidgets.QWidget) -> None:
        widget: QtWidgets.QWidget | None = control
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        control.destroyed.connect(self._on_destroyed)

    @QtCore.Slot()
    def _on_destroyed(self) -> None:
        self._around = None
        self._watched = []
        self.hide()

    def _place(self) -> None:
        control, host = self._around, self.parentWidget()
        if control is None or host is None or not control.isVisible():
            self.hide()
            return
        corner = control.mapTo(host, QtCore.QPoint(0, 0))
        out = GAP + WIDTH
        inner = QtCore.QRect(corner, control.size())
        self.setGeometry(inner.adjusted(-out, -out, out, out))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Follow the control when it or what it lies in moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the ring, clear of the control by a gap of what lies under it."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtGui.QPen(look.colour("focus"), WIDTH))
        half = WIDTH / 2
        rect = QtCore.QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = getattr(self._around, "ring_radius", 8)
        reach = look.px(radius) + GAP + half
        painter.drawRoundedRect(rect, reach, reach)


def _host(control: QtWidgets.QWidget) -> QtWidgets.QWidget | None:
    """Return the nearest widget around the control with room for the ring."""
    out = GAP + WIDTH
    host = control.parentWidget()
    while host is not None and not host.isWindow():
        corner = control.mapTo(host, QtCore.QPoint(0, 0))
        ring = QtCore.QRect(corner, control.size()).adjusted(-out, -out, out, out)
        keeps_children = isinstance(
            host, QtWidgets.QSplitter | QtWidgets.QStackedWidget
        )
        outer = host.parentWidget()
        scrolled = isinstance(outer, QtWidgets.QAbstractScrollArea)
        if not keeps_children and (scrolled or host.rect().contains(ring)):
            return host
        host = outer
    return host


class _Follower(QtCore.QObject):
    """Moves one ring along with the keyboard, and makes a new one when Qt took it."""

    def __init__(self, app: QtWidgets.QApplication) -> None:
        super().__init__(app)
        self._ring = FocusRing()
        app.focusChanged.connect(self._on_focus_changed)

    @QtCore.Slot(QtWidgets.QWidget, QtWidgets.QWidget)
    def _on_focus_changed(
        self, _old: QtWidgets.QWidget | None, new: QtWidgets.QWidget | None
    ) -> None:
        if not shiboken6.isValid(self._ring):  # it went with the page it lay on
            self._ring = FocusRing()
        self._ring.surround(new if _shows_ring(new) else None)


def _shows_ring(control: QtWidgets.QWidget | None) -> bool:
    """Tell whether the keyboard came here otherwise than by a press of the mouse."""
    if control is None or control.inherits("QScrollArea"):
        return False
    pressed = QtGui.QGuiApplication.mouseButtons()
    by_keyboard = pressed == QtCore.Qt.MouseButton.NoButton
    return by_keyboard or any(map(control.inherits, _TYPED))


def follow_focus(app: QtWidgets.QApplication) -> None:
    """Keep one ring around the control that has the keyboard."""
    _Follower(app)
