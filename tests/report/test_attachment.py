"""A report's data out of a stranger's PDF: a reason for everything that is not one."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest

from tests.fakes import TODAY, FixedClock
from thuiswerkplek import bootstrap, sentences
from thuiswerkplek.domain.errors import (
    MissingFileError,
    RefusedReportError,
    UnreadableFileError,
)
from thuiswerkplek.report import attachment, pdf
from thuiswerkplek.services.sharing import report_of

CATALOGUE = bootstrap.catalogue()


@pytest.fixture(scope="module")
def good():
    worker = bootstrap.demo(seed=5, clock=FixedClock()).worker(1).general
    report = report_of(worker, CATALOGUE, today=TODAY, program="test")
    return pdf.make(report, CATALOGUE, language="nl", program="test")


def _edited(good, change):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as made:
        change(made)
        as_is = pikepdf.StreamDecodeLevel.none
        made.save(target, compress_streams=False, stream_decode_level=as_is)
    return target.getvalue()


def _data_of(made):
    return made.attachments[attachment.NAME].get_file().obj


def without_attachment(good):
    def change(made):
        del made.attachments[attachment.NAME]

    return _edited(good, change)


def other_name(good):
    def change(made):
        data = made.attachments[attachment.NAME].get_file().read_bytes()
        del made.attachments[attachment.NAME]
        made.attachments["other.json"] = data

    return _edited(good, change)


def bomb(good):
    def change(made):
        packed = zlib.compress(b"[" * (64 << 20), 9)
        _data_of(made).write(packed, filter=pikepdf.Name.FlateDecode)

    return _edited(good, change)


def no_json(good):
    return _edited(good, lambda made: _data_of(made).write(b"{no"))


def other_kind(good):
    return _edited(good, lambda made: _data_of(made).write(b'{"kind":"x","format":1}'))


def with_password(good):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as made:
        made.save(target, encryption=pikepdf.Encryption(owner="o", user="u"))
    return target.getvalue()


def for_owner_only(good):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as made:
        made.save(target, encryption=pikepdf.Encryption(owner="o", user=""))
    return target.getvalue()


def two_filters(good):
    def change(made):
        stream = _data_of(made)
        raw = zlib.compress(zlib.compress(b"{}"))
        both = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
        stream.write(raw, filter=both)

    return _edited(good, change)


REFUSED = {
    "no PDF": (lambda _good: b"hello", "not-pdf"),
    "nothing": (lambda _good: b"", "not-pdf"),
    "half": (lambda good: good[: len(good) // 2], "damaged-pdf"),
    "no attachment": (without_attachment, "no-report"),
    "other name": (other_name, "no-report"),
    "bomb": (bomb, "too-large"),
    "no JSON": (no_json, "not-json"),
    "other kind": (other_kind, "other-kind"),
    "password": (with_password, "encrypted"),
    "owner's password": (for_owner_only, "encrypted"),
    "two filters": (two_filters, "damaged-pdf"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_each_gets_its_reason_and_a_sentence(good, tmp_path, kind):
    spoil, reason = REFUSED[kind]
    path = tmp_path / "r.pdf"
    path.write_bytes(spoil(good))

    with pytest.raises(RefusedReportError) as refused:
        attachment.read_report(path, CATALOGUE, today=TODAY)

    assert refused.value.reason == reason
    assert sentences.sentence(refused.value).endswith(".")


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "r.pdf"
    with path.open("wb") as file:
        file.truncate(attachment.FILE_LIMIT + 1)

    with pytest.raises(RefusedReportError, match="too-large"):
        attachment.read_report(path, CATALOGUE, today=TODAY)


def test_what_is_no_file_is_told_apart(tmp_path):
    with pytest.raises(MissingFileError):
        attachment.read_report(tmp_path / "none.pdf", CATALOGUE, today=TODAY)
    with pytest.raises(UnreadableFileError):
        attachment.read_report(tmp_path, CATALOGUE, today=TODAY)


def test_a_report_of_tomorrow_is_taken_and_of_later_refused(good, tmp_path):
    path = tmp_path / "r.pdf"
    path.write_bytes(good)

    early = TODAY.replace(day=TODAY.day - 1)
    too_early = TODAY.replace(day=TODAY.day - 2)
    assert attachment.read_report(path, CATALOGUE, today=early).day == TODAY
    with pytest.raises(RefusedReportError, match="bad-date"):
        attachment.read_report(path, CATALOGUE, today=too_early)
