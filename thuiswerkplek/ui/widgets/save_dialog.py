"""Ask where to save a file; the dialog itself asks before one is replaced."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtWidgets


def ask_where_to_save(
    parent: QtWidgets.QWidget, title: str, *, folder: str, name: str, kind: str
) -> Path | None:
    """Return the place chosen for a file, or None when the dialog was left.

    Args:
        parent: the widget that asks.
        title: what the dialog is for.
        folder: where it begins.
        name: the file name it proposes, with the ending that files get.
        kind: the kind of file as the dialog names it, such as `PDF (*.pdf)`.
    """
    dialog = QtWidgets.QFileDialog(parent, title, folder, kind)
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    is_chosen = dialog.exec() == QtWidgets.QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles() if is_chosen else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
