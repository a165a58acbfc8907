"""The one place that knows folders and names."""

from __future__ import annotations

import pytest

from thuiswerkplek.domain.errors import UnwritableFileError
from thuiswerkplek.storage.paths import DataFolder, default_folder


def test_a_folder_is_made_with_all_above_it(tmp_path):
    folder = DataFolder(tmp_path / "a" / "b" / "c")
    folder.make()
    folder.make()

    assert folder.root.is_dir()
    assert list(folder.root.iterdir()) == []


def test_everything_is_inside_the_folder_under_a_name_of_its_own(tmp_path):
    folder = DataFolder(tmp_path)
    names = [
        folder.worker_file,
        folder.private_store,
        folder.private_key_note,
        folder.settings,
        folder.window_lock,
        folder.backups,
    ]

    assert len(set(names)) == len(names)
    assert {path.parent for path in names} == {tmp_path}


@pytest.mark.parametrize("name", ["file", "file/inner", "x" * 300, "a\0b"])
def test_a_folder_that_cannot_be_is_our_error(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(UnwritableFileError) as caught:
        DataFolder(tmp_path / name).make()
    assert caught.value.detail == "data-folder"


def test_the_default_is_a_folder_of_this_system_for_this_program():
    assert default_folder().root.name == "thuiswerkplek"
    assert default_folder().root.is_absolute()
