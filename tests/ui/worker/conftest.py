"""What the tests of the worker's pages share: English, a shell and pages that show."""

from __future__ import annotations

import pytest

from tests.fakes import ImmediateTasks, RecordingShell
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.ui import theme


@pytest.fixture(autouse=True)
def in_english(english):
    """Let every test of these pages read English."""


@pytest.fixture
def shell():
    return RecordingShell()


@pytest.fixture
def with_private(services):
    """Let the services keep private answers, as after the first of them."""
    services.private.make(Keeping.KEY_STORE)


@pytest.fixture
def show(qtbot, qapp):
    """Return a way to show what `make` makes for a look, at a size."""

    def _show(make, *, width=1000, height=800, scale=1.0):
        look = theme.Theme(theme.Scheme.LIGHT, scale)
        look.apply(qapp)
        page = make(look)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return _show


@pytest.fixture
def workplace(services, shell, show):
    """Return a way to show the page *Werkplek* over the services."""
    from thuiswerkplek.ui.worker import workplace_view

    def _open(**size):
        def make(look):
            return workplace_view.create_page(services, shell, ImmediateTasks(), look)

        return show(make, **size)

    return _open


@pytest.fixture
def tab_walk():
    """Return a way to walk a page with Tab from its first stop, telling the stops."""

    def _walk(page, stops):
        stops[0].setFocus()
        walked = [page.window().focusWidget()]
        for _ in stops[1:]:
            page.focusNextChild()
            walked.append(page.window().focusWidget())
        return walked

    return _walk
