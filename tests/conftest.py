"""What all tests share: no screen, the catalogue, and services on a folder of their own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

from tests.fakes import FixedClock, MemoryKeyStore
from thuiswerkplek import assets, bootstrap, i18n
from thuiswerkplek.storage.paths import DataFolder

# No time limit per example (machines differ), and the same examples on every run.
settings.register_profile(
    "thuiswerkplek",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("thuiswerkplek")

LANGUAGES = tuple(i18n.Language)
IS_SPREAD = "PYTEST_XDIST_WORKER" in os.environ  # several tests at a time


@pytest.fixture(autouse=IS_SPREAD)
def _a_benchmark_has_the_machine_to_itself(request, tmp_path_factory):
    """Let other tests run side by side, but none beside a benchmark."""
    import fcntl  # where there is none, tests run one at a time

    is_alone = "benchmarks" in request.path.parts
    with (tmp_path_factory.getbasetemp().parent / "machine.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX if is_alone else fcntl.LOCK_SH)
        yield


@pytest.fixture(autouse=True)
def _no_home_of_anyone(tmp_path_factory, monkeypatch):
    """Let what goes to the system's own data folder go to a folder of the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "home"))


@pytest.fixture(scope="session")
def catalogue():
    """Return the real catalogue."""
    return bootstrap.catalogue()


@pytest.fixture
def clock():
    """Return a day that stays until the test moves it."""
    return FixedClock()


@pytest.fixture
def keys():
    """Return a key store that works."""
    return MemoryKeyStore()


@pytest.fixture
def folder(tmp_path):
    """Return an empty data folder."""
    found = DataFolder(tmp_path / "data")
    found.make()
    return found


@pytest.fixture
def services(folder, keys, clock):
    """Return the worker's services on that folder."""
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as found:
        yield found


@pytest.fixture(params=LANGUAGES)
def language(request):
    """Show texts in each language in turn."""
    if request.param is i18n.Language.NL and not _has_dutch():
        pytest.skip("the Dutch texts are not there yet")
    with i18n.using(request.param):
        yield request.param


def _has_dutch() -> bool:
    try:
        assets.path("locale/nl/LC_MESSAGES/thuiswerkplek.mo")
    except FileNotFoundError:
        return False
    return True


def pytest_terminal_summary(terminalreporter):
    """Print the figures of the benchmarks, also when tests ran side by side."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
    ]
    figures = [
        text
        for report in reports
        for name, text in report.user_properties
        if name == "figure"
    ]
    if figures:
        terminalreporter.section("figures")
        terminalreporter.write_line("\n".join(figures))
