"""Both ways of installing find the resources: a wheel, and the checkout itself."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from thuiswerkplek import assets

ROOT = Path(__file__).resolve().parent.parent
SHOW_ROOT = "from thuiswerkplek import assets, bootstrap; print(assets.root()); bootstrap.catalogue()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            out,
            ROOT,
        ],
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl"))


def test_the_wheel_finds_its_resources(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)

    done = subprocess.run(
        [sys.executable, "-c", SHOW_ROOT],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        capture_output=True,
        text=True,
    )

    assert Path(done.stdout.strip()) == tmp_path / "thuiswerkplek" / "_resources"


def test_the_wheel_carries_every_resource_and_the_licence(wheel):
    resources = {
        path.relative_to(ROOT / "resources").as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    inside = {
        name.removeprefix("thuiswerkplek/_resources/")
        for name in names
        if name.startswith("thuiswerkplek/_resources/")
    }

    assert inside == resources
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_checkout_finds_its_resources():
    assert assets.root() == ROOT / "resources"
