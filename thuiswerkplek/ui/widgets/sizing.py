"""How a control says that its height follows from its width, as wrapping words do."""

from __future__ import annotations

from PySide6 import QtWidgets

Policy = QtWidgets.QSizePolicy.Policy


def height_follows_width(
    control: QtWidgets.QWidget,
    across: Policy = Policy.Preferred,
    down: Policy = Policy.Minimum,
) -> None:
    """Let layouts ask the control how high it is in the width they give it."""
    policy = QtWidgets.QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    control.setSizePolicy(policy)
