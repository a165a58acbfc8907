"""The installation's key, what it signs in a report, and what a seal is worth.

A report is signed twice (TM-20): its data, and the whole file with the place of that
signature filled with zeros. Everything signed starts with a label for its purpose and
the public key, so that a signature fits nothing else.
"""

from __future__ import annotations

import re
from enum import Enum

from thuiswerkplek.domain.seal import Seal, SealState

NAME = "TWPL_Seal"
SEED_SIZE = 32

# With its bracket: in a PDF, text that a person typed cannot hold one that opens.
_LABEL = b"/TWPL_Seal <</Key ("

_KEY = re.compile("[0-9a-f]{64}")
_SIGNATURE = re.compile("[0-9a-f]{128}")
_ZEROS = "0" * 128


class Purpose(Enum):
    """What a signature is for; the value stands before everything that is signed."""

    DATA = b"thuiswerkplek report data 1"
    FILE = b"thuiswerkplek report file 1"

    def text(self, key: bytes, content: bytes) -> bytes:
        """Return what is signed: the label, the public key and the exact bytes."""
        return b"%b\0%b%b" % (self.value, key, content)


class SigningKey:
    """An Ed25519 key of one installation, grown from 32 secret bytes."""

    def __init__(self, seed: bytes) -> None:
        """Grow the key.

        Raises:
            ValueError: the seed is not 32 bytes.
        """
        from nacl.bindings import crypto_sign_seed_keypair

        if len(seed) != SEED_SIZE:
            message = f"a seed has {SEED_SIZE} bytes"
            raise ValueError(message)
        self._public, self._secret = crypto_sign_seed_keypair(seed)

    @property
    def public(self) -> str:
        """The public half, as lower-case hex."""
        return self._public.hex()

    def sign(self, purpose: Purpose, content: bytes) -> str:
        """Return the signature over exactly these bytes, as lower-case hex."""
        from nacl.bindings import crypto_sign, crypto_sign_BYTES

        signed = crypto_sign(purpose.text(self._public, content), self._secret)
        return signed[:crypto_sign_BYTES].hex()


def open_seal(data: bytes, key: SigningKey) -> Seal:
    """Return the seal to write into a file, whose own signature is still zeros."""
    return Seal(key.public, key.sign(Purpose.DATA, data), _ZEROS)


def written(seal: Seal) -> bytes:
    """Return the entry of the catalogue under `NAME`, in the only form that counts."""
    return f"<</Key ({seal.key})/Data ({seal.data})/File ({seal.file})>>".encode()


def close_seal(file: bytes, seal: Seal, key: SigningKey) -> bytes:
    """Return the file with its signature in the place that was left open for it.

    Raises:
        ValueError: the file has not exactly one such place.
    """
    place = _place(file, seal)
    if place is None:
        message = "the file has no single place for its seal"
        raise ValueError(message)
    return _filled(file, place, key.sign(Purpose.FILE, file))


def state(
    file: bytes, data: bytes, seal: Seal | None, known_key: str | None = None
) -> SealState:
    """Return what the seal says (TM-21).

    Args:
        file: the bytes of the whole file.
        data: the bytes of the attachment, as they were taken out of it.
        seal: what stands in the file's catalogue.
        known_key: the key this person's reports had before, if one is known.
    """
    if seal is None:
        return SealState.NO_SEAL
    if not _is_signed(Purpose.DATA, seal.key, seal.data, data):
        return SealState.CHANGED
    if known_key is not None and known_key != seal.key:
        return SealState.OTHER_KEY
    place = _place(file, seal)
    if place is None:
        return SealState.FILE_EDITED
    as_signed = _filled(file, place, _ZEROS)
    is_whole = _is_signed(Purpose.FILE, seal.key, seal.file, as_signed)
    return SealState.UNCHANGED if is_whole else SealState.FILE_EDITED


def _place(file: bytes, seal: Seal) -> int | None:
    """Return where the file's signature starts, if the seal stands there once."""
    if not _SIGNATURE.fullmatch(seal.file):
        return None
    entry = b"/%b %b" % (NAME.encode(), written(seal))
    start = file.find(entry)
    if start < 0 or file.count(_LABEL) != 1:
        return None
    return start + entry.rindex(b"(") + 1


def _filled(file: bytes, place: int, signature: str) -> bytes:
    return file[:place] + signature.encode() + file[place + len(signature) :]


def _is_signed(purpose: Purpose, key: str, signature: str, content: bytes) -> bool:
    from nacl.bindings import crypto_sign_open
    from nacl.exceptions import BadSignatureError

    if not (_KEY.fullmatch(key) and _SIGNATURE.fullmatch(signature)):
        return False
    public = bytes.fromhex(key)
    try:
        crypto_sign_open(
            bytes.fromhex(signature) + purpose.text(public, content), public
        )
    except BadSignatureError:
        return False
    return True
