"""Hostile PDFs: the expected verdict, at most 10 s and 300 MB, and the batch goes on.

They are read in a process apart, whose children's memory the system adds up; each is
read between two sound reports.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading

import pytest

from tests.hostile.pdfs import CASES, xmp_entity
from tests.hostile.writing import carrier
from thuiswerkplek import i18n, sentences
from thuiswerkplek.report.carried import FLAGS

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the children's memory is told by POSIX"
)

SECONDS = 10
MEBIBYTES = 300
READ = ("unchanged", "file-edited")


@pytest.fixture(scope="module")
def accounts(tmp_path_factory):
    """Return what was said of each kind; memory is the highest so far."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "good").write_bytes(carrier())
    for number, case in enumerate(CASES.values()):
        (folder / f"{number:03}.pdf").write_bytes(case.make())
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.apart", folder],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return dict(zip(CASES, lines, strict=True))


@pytest.mark.parametrize("kind", CASES)
def test_each_gets_its_verdict_in_time_and_memory(accounts, kind):
    case, account = CASES[kind], accounts[kind]

    assert account["verdict"] in (case.reasons or READ)
    assert tuple(account["flags"]) == case.flags
    assert account["seconds"] < SECONDS
    assert account["mebibytes"] < MEBIBYTES
    assert account["after"] == "unchanged"


@pytest.mark.parametrize("language", i18n.Language)
def test_every_reason_and_flag_has_a_sentence_of_its_own(language):
    with i18n.using(language):
        reasons = {reason for case in CASES.values() for reason in case.reasons}
        said = [sentences.refusal(reason) for reason in sorted(reasons)]
        assert len({*said, sentences.refusal("?")}) == len(reasons) + 1
        flags = [sentences.flag(flag) for flag in FLAGS]
        assert len({*flags, sentences.flag("?")}) == len(FLAGS) + 1


def test_nothing_that_acts_is_followed_and_no_entity_is_read(tmp_path):
    """Abuse cases 14 and 15: a listener and a pipe that nobody comes to."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    comers = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        listener.settimeout(2)

        def wait():
            try:
                comers.append(listener.accept())
            except TimeoutError:
                pass

        waiting = threading.Thread(target=wait)
        waiting.start()
        url = f"http://127.0.0.1:{port}/"
        action = b"/OpenAction<</S/URI/URI(%b)>>" % url.encode()
        files = [xmp_entity(url), xmp_entity(pipe.as_uri()), carrier(catalog=action)]
        for number, content in enumerate(files):
            (tmp_path / f"{number}.pdf").write_bytes(content)
        (tmp_path / "good").write_bytes(carrier())
        done = subprocess.run(
            [sys.executable, "-m", "tests.hostile.apart", tmp_path],
            capture_output=True,
            check=True,
            timeout=60,  # who opens the pipe waits for ever
        )
        waiting.join()

    assert not comers
    assert done.stdout.count(b'"unchanged"') == 2 * len(files)
