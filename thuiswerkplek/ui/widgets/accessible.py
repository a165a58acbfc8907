"""Tells screen readers what Qt cannot guess: that a label is a heading or a picture."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets


class _Spoken(QtWidgets.QAccessibleWidget):
    """A widget with the role it claims, named by its words or its given name."""

    def text(self, t: QtGui.QAccessible.Text) -> str:
        """Return the words of a label where nobody named it otherwise."""
        widget = self.widget()
        said = super().text(t)
        if t is QtGui.QAccessible.Text.Name and not said:
            return widget.text() if isinstance(widget, QtWidgets.QLabel) else ""
        return said


def _interface(
    _class_name: str, thing: QtCore.QObject
) -> QtGui.QAccessibleInterface | None:
    role = getattr(thing, "spoken_role", None)
    if role is None or not isinstance(thing, QtWidgets.QWidget):
        return None
    return _Spoken(thing, QtGui.QAccessible.Role[role])


def install() -> None:
    """Let widgets claim a role by its name through their attribute `spoken_role`."""
    QtGui.QAccessible.installFactory(_interface)
