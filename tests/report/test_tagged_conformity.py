"""Every kind of story gives a file that is PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.verapdf.marks import differences
from tests.verapdf.stories import INFO, STORIES, Story, made, small
from thuiswerkplek.report import tagged

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verapdf.engine import Checker

pytest_plugins = ("tests.verapdf.engine",)


@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("story", STORIES)
def test_story_conforms(
    story: Story,
    profile: str,
    verapdf: Checker,
    tmp_path: Path,
) -> None:
    path = tmp_path / "story.pdf"
    path.write_bytes(made(story))

    assert verapdf.broken(path, profile) == []


@pytest.mark.parametrize("story", STORIES)
def test_marks_on_pages_are_those_of_the_tree(
    story: Story,
) -> None:
    assert differences(made(story)) == []


def test_untagged_file_is_an_archive_file_still(
    verapdf: Checker, tmp_path: Path
) -> None:
    path = tmp_path / "untagged.pdf"
    path.write_bytes(
        tagged.build(small, INFO, header="", footer=lambda *_: "", tagged=False)
    )

    assert verapdf.broken(path, "3u") == []
    assert verapdf.broken(path, "3a") != []
