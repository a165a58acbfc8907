"""Who may import whom: the rules of the house, as tests that can fail.

Late imports inside functions count as well; imports for types alone do not.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "thuiswerkplek"
MODULES = sorted((ROOT / PACKAGE).rglob("*.py"))

TEXTS = {
    "i18n",
    "words",
    "sentences",
    "balance_words",
    "balance_sentences",
    "rule_words",
}

# Each room or top module, and those of ours that it may import directly.
MAY_IMPORT = {
    "domain": set(),
    "exchange": {"domain"},
    "services": {"domain", "exchange"},
    "storage": {"domain", "exchange", "assets"},
    "report": {"domain", "exchange", "assets"} | TEXTS,
    "ui": {"domain", "services", "assets"} | TEXTS,
    "cli": {"domain", "services", "bootstrap", "assets"} | TEXTS,
    "bootstrap": {
        "domain",
        "services",
        "storage",
        "report",
        "assets",
        "catalogue_files",
        "rates_files",
    },
    "assets": set(),
    "catalogue_files": {"assets"},
    "rates_files": {"assets", "domain"},
    "i18n": {"assets"},
    "words": {"domain", "i18n"},
    "balance_words": {"domain", "i18n", "words"},
    "balance_sentences": {"domain", "i18n", "words", "balance_words", "rule_words"},
    "rule_words": {"domain", "i18n", "words", "balance_words"},
    "sentences": {"domain", "i18n", "import_sentences"},
    "import_sentences": {"domain", "i18n"},
}

# Outside library, and the only places that may import it.
ONLY_IN = {
    "PySide6": ["ui*"],
    "reportlab": ["report*"],
    "PIL": ["report*"],
    "pikepdf": ["report.reading_pdf", "report.reading_flags", "report.reading_pages"],
    "pypdf": ["report.reading_pages"],
    "pydantic": ["exchange*"],
    "sqlcipher3": ["storage.private_store"],
    "nacl": ["storage.private_store", "exchange.keys"],
    "sqlite3": ["storage*"],
    "keyring": ["storage.key_store"],
    "platformdirs": ["storage.paths"],
    "sqlalchemy": ["storage.register"],
    "highspy": ["services.planner"],
    "argparse": ["cli*"],
    "tqdm": ["cli*"],
}

NOT_IN_DOMAIN = ("os", "pathlib", "random", "secrets", "time", "json", "sqlite3", "io")
NEVER = (
    "pickle",
    "shelve",
    "marshal",
    "yaml",
    "socket",
    "urllib.request",
    "http.*",
    "requests",
)


def within(room):
    """Return the patterns of a room's modules."""
    return (f"{PACKAGE}.{room}", f"{PACKAGE}.{room}.*")


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_the_rooms_it_may(room):
    strangers = [
        pattern
        for other in MAY_IMPORT
        if other != room and other not in MAY_IMPORT[room]
        for pattern in within(other)
    ]
    door = f"{PACKAGE}.cli.main"  # the desktop entry point is the same command
    (
        archrule(room)
        .match(*within(room))
        .exclude(door)
        .should_not_import(*strangers)
        .check(PACKAGE, skip_type_checking=True, only_direct_imports=True)
    )


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_place(library):
    (
        archrule(library)
        .match(f"{PACKAGE}*")
        .exclude(*(f"{PACKAGE}.{place}" for place in ONLY_IN[library]))
        .should_not_import(library, f"{library}.*")
        .check(PACKAGE, skip_type_checking=True, only_direct_imports=True)
    )


def test_the_domain_has_no_files_clock_or_chance():
    (
        archrule("pure")
        .match(*within("domain"))
        .should_not_import(*NOT_IN_DOMAIN)
        .check(PACKAGE, skip_type_checking=True, only_direct_imports=True)
    )


def test_nothing_runs_or_fetches_what_data_say():
    (
        archrule("no code from data, no network")
        .match(f"{PACKAGE}*")
        .should_not_import(*NEVER)
        .check(PACKAGE, skip_type_checking=True, only_direct_imports=True)
    )


def test_presenters_know_no_qt_even_by_a_detour():
    (
        archrule("presenters")
        .match(f"{PACKAGE}.ui.*_presenter")
        .should_not_import("PySide6", "PySide6.*")
        .check(PACKAGE, skip_type_checking=True)
    )


def test_what_makes_a_report_cannot_reach_private_answers():
    """TM-10: a path on which the data does not exist."""
    (
        archrule("report makers")
        .match(
            *within("report"),
            *(f"{PACKAGE}.domain.{name}" for name in ("sharing", "months", "talk")),
            f"{PACKAGE}.domain.talk_topics",
            f"{PACKAGE}.services.sharing",
            f"{PACKAGE}.services.talk",
        )
        .should_not_import(
            f"{PACKAGE}.storage.private_store",
            f"{PACKAGE}.storage.private_copies",
            f"{PACKAGE}.storage.key_store",
            f"{PACKAGE}.services.private_part",
        )
        .check(PACKAGE, skip_type_checking=True)
    )


OPENS_STRANGERS_PDFS = ("reading_pdf", "reading_flags", "reading_pages")


def test_only_the_reading_process_opens_strangers_files():
    """TM-42: what has a library that parses them is loaded in the child alone."""
    inside = [f"{PACKAGE}.report.{name}" for name in OPENS_STRANGERS_PDFS]
    (
        archrule("strangers' files")
        .match(f"{PACKAGE}*")
        .exclude(f"{PACKAGE}.report.reading_child", *inside)
        .should_not_import(*inside)
        .check(PACKAGE, skip_type_checking=True, only_direct_imports=True)
    )


READ = """
import sys
from pathlib import Path
from thuiswerkplek.bootstrap import desk
from thuiswerkplek.services.receiving import receive

if __name__ == "__main__":
    (account,) = receive([Path(sys.argv[1])], desk().paper)
    print(account.reason, [name for name in ("pikepdf", "pypdf") if name in sys.modules])
"""


def test_at_run_time_no_library_for_strangers_files_is_loaded_here(tmp_path):
    script, pdf = tmp_path / "read.py", tmp_path / "x.pdf"
    script.write_text(READ)
    pdf.write_bytes(b"%PDF-1.7")

    done = subprocess.run(
        [sys.executable, script, pdf],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "damaged-pdf []"


def test_only_bootstrap_knows_the_private_store():
    (
        archrule("private store")
        .match(f"{PACKAGE}*")
        .exclude(f"{PACKAGE}.bootstrap", f"{PACKAGE}.storage.private_store")
        .should_not_import(f"{PACKAGE}.storage.private_store")
        .check(PACKAGE, skip_type_checking=True, only_direct_imports=True)
    )


def test_widgets_know_no_domain():
    (
        archrule("widgets")
        .match(*within("ui.widgets"))
        .should_not_import(*within("domain"), *within("services"), f"{PACKAGE}.words")
        .check(PACKAGE, skip_type_checking=True, only_direct_imports=True)
    )


def test_every_module_says_what_it_is_for():
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path


def test_files_stay_short():
    long = [path for path in MODULES if len(path.read_text("utf-8").splitlines()) > 400]

    assert not long


VIOLATIONS = {
    "direct": "from planted.storage import paths\n",
    "late": "def f():\n    from planted.storage import paths\n",
    "by a detour": "from planted.domain import detour\n",
}


RULE = """
from pytest_archon import archrule

def test_rule():
    rule = archrule("planted").match("planted.domain.bad")
    rule.should_not_import("planted.storage*").check("planted")
"""


@pytest.mark.parametrize("kind", VIOLATIONS)
def test_the_rules_can_fail(tmp_path, kind):
    for name, text in {
        "planted/__init__": "",
        "planted/domain/__init__": "",
        "planted/domain/bad": VIOLATIONS[kind],
        "planted/domain/detour": "from planted.storage import paths\n",
        "planted/storage/__init__": "",
        "planted/storage/paths": "",
        "test_rule": RULE,
    }.items():
        path = tmp_path / f"{name}.py"
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text)

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "test_rule.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "FORBIDDEN import planted.storage" in done.stdout


def test_every_room_and_module_has_a_rule():
    """A new one at the top would otherwise be free to import anything."""
    top = {path.name.removesuffix(".py") for path in (ROOT / PACKAGE).iterdir()}

    assert top - {"__init__", "__main__", "py.typed", "__pycache__"} == set(MAY_IMPORT)


def test_the_roles_in_the_window_do_not_know_each_other():
    shared = {"widgets", "start", "__pycache__"}
    folders = [path.name for path in (ROOT / PACKAGE / "ui").iterdir() if path.is_dir()]
    roles = [name for name in folders if name not in shared]
    assert "worker" in roles
    for role in roles:
        others = [
            pattern
            for other in roles
            if other != role
            for pattern in within(f"ui.{other}")
        ]
        (
            archrule(role)
            .match(*within(f"ui.{role}"))
            .should_not_import(
                f"{PACKAGE}.ui.app", f"{PACKAGE}.ui.main_window", *others
            )
            .check(PACKAGE, skip_type_checking=True, only_direct_imports=True)
        )


REACH = """
import sys
import thuiswerkplek.services.sharing, thuiswerkplek.domain.sharing
import thuiswerkplek.exchange.codec, thuiswerkplek.report.pdf
print([name for name in sys.modules if name.endswith("private_store")
       or name.startswith(("sqlcipher3", "nacl"))])
"""


def test_at_run_time_a_report_is_made_without_the_private_store():
    """TM-10, seen from the modules that are really loaded."""
    done = subprocess.run(
        [sys.executable, "-c", REACH],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[]"
