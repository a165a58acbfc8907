"""How private answers are kept: the choice and the state, not the store itself."""

from __future__ import annotations

from enum import StrEnum


class Keeping(StrEnum):
    """Where the private answers' key is, or that they are not kept (TM-19, TM-71)."""

    KEY_STORE = "key-store"
    PASSPHRASE = "passphrase"  # noqa: S105 - a name, not a secret
    NOT_KEPT = "not-kept"


class Vault(StrEnum):
    """What stands between the worker and the private answers."""

    EMPTY = "empty"
    OPEN = "open"
    NEEDS_PASSPHRASE = "needs-passphrase"  # noqa: S105 - a name, not a secret
    KEY_MISSING = "key-missing"
