"""Every resource is read through one door, loads, and reaches nowhere else."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from thuiswerkplek import assets

ROOT = assets.root()
PACKAGE = Path(assets.__file__).parent
SVGS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.svg"))
PNGS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.png"))


@pytest.mark.parametrize(
    "name",
    [
        "../pyproject.toml",
        "icons/../../pyproject.toml",
        "/etc/passwd",
        "drawings/../../x",
    ],
)
def test_a_name_that_leaves_the_folder_is_refused(name):
    for read in (assets.path, assets.read_bytes, assets.read_text):
        with pytest.raises(ValueError, match="."):
            read(name)


@pytest.mark.parametrize("name", ["none.svg", "icons/none.svg", "none/none.svg"])
def test_what_is_not_there_is_said(name):
    with pytest.raises(FileNotFoundError, match=re.escape(name)):
        assets.path(name)


def test_a_name_inside_the_folder_is_found_however_it_is_written():
    assert assets.path("icons/../drawings/welcome.svg") == assets.path(
        "drawings/welcome.svg"
    )
    assert assets.read_text("drawings/welcome.svg").encode() == assets.read_bytes(
        "drawings/welcome.svg"
    )
    assert assets.path("drawings").is_dir()


@pytest.mark.parametrize("name", SVGS)
def test_a_picture_is_whole_and_reaches_nowhere(name):
    text = assets.read_text(name)

    root = Xml.fromstring(text)  # noqa: S314 - our own files

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox")
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not tags & {"script", "image", "foreignObject", "style", "a", "use"}
    assert not re.search(
        r"<!ENTITY|<!DOCTYPE|href|javascript:|@import|url\(['\"]?\w+:", text
    )
    for element in root.iter():
        assert not [key for key in element.attrib if key.lower().startswith("on")]


@pytest.mark.parametrize("name", PNGS)
def test_an_image_is_whole(name):
    data = assets.read_bytes(name)

    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert data[-12:-4] == b"\x00\x00\x00\x00IEND"
    assert b"eXIf" not in data


def test_the_fonts_are_fonts():
    for name in ("fonts/DejaVuSans.ttf", "fonts/DejaVuSans-Bold.ttf"):
        assert assets.read_bytes(name).startswith(b"\x00\x01\x00\x00")


def modules():
    return sorted(
        path for path in PACKAGE.rglob("*.py") if "_resources" not in path.parts
    )


def test_no_other_module_looks_for_resources_itself():
    """`assets` finds them in the checkout and in the installed package; nobody else can."""
    for path in modules():
        if path.name == "assets.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Name):
                assert node.id != "__file__", path
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"files", "as_file"} or not (
                    isinstance(node.value, ast.Name) and node.value.id == "resources"
                ), path


NAMED = re.compile(r"assets\.(?:path|read_text|read_bytes)\(\s*f?\"([^\"{}]+)\"")


def test_every_resource_that_is_named_is_there():
    named = {
        name for path in modules() for name in NAMED.findall(path.read_text("utf-8"))
    }

    assert named
    for name in named:
        assert assets.path(name).exists()
