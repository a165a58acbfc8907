"""Where every start begins: the window, or a command, and how it ends."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from thuiswerkplek.cli import argparse_texts
from thuiswerkplek.cli.parser import language_of, parse
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _, use

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

DONE, FAILED, USAGE, SOME_REFUSED = range(4)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window or a command; return the exit code of `product.md`."""
    started = time.perf_counter()
    language = language_of()
    use(language)
    argparse_texts.use(language)
    given = parse(arguments)
    try:
        if given.command is None:
            return _window(given, started)
        return _command(given)
    except ThuiswerkplekError as error:
        return _say(error)
    except KeyboardInterrupt:
        print(_("Stopped. What was finished stays."), file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED


def _window(given: argparse.Namespace, started: float) -> int:
    import atexit
    import gc

    gc.disable()  # nothing is garbage before the first paint; `ui.app` enables it again
    atexit.register(gc.freeze)  # at the end all memory goes back at once, unsorted
    from thuiswerkplek.bootstrap import Door
    from thuiswerkplek.ui import app

    door = Door(given.data_dir)
    return app.run(door, exit_after_start=given.exit_after_start, started_at=started)


def _command(given: argparse.Namespace) -> int:
    from thuiswerkplek.cli import commands

    if given.command in commands.OWN_DATA:
        from thuiswerkplek.bootstrap import Door

        return commands.OWN_DATA[given.command](given, Door(given.data_dir))
    return commands.ON_FILES[given.command](given)


def _say(error: ThuiswerkplekError) -> int:
    from thuiswerkplek.cli.terminal import shown
    from thuiswerkplek.sentences import sentence

    for line in sentence(error).split("\n"):  # each may hold what a file said
        print(shown(line), file=sys.stderr)
    return FAILED
