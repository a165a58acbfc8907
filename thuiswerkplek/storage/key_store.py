"""The system's key store; entries are one key of 32 bytes and nothing else (TM-72)."""

from __future__ import annotations

SERVICE = "thuiswerkplek"


class SystemKeyStore:
    """Keys in the key store of Windows, macOS or the Linux desktop."""

    def is_available(self) -> bool:
        """Return whether there is a real key store, not one in a plain file."""
        import keyring
        from keyring.core import recommended

        return bool(recommended(keyring.get_keyring()))

    def read(self, name: str) -> bytes | None:
        """Return a key, or None when it is not there or the store refuses."""
        import keyring
        from keyring.errors import KeyringError

        try:
            found = keyring.get_password(SERVICE, name)
            return bytes.fromhex(found) if found else None
        except (KeyringError, ValueError):
            return None

    def write(self, name: str, key: bytes) -> bool:
        """Keep a key; False when the store refuses."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, name, key.hex())
        except KeyringError:
            return False
        return self.read(name) == key

    def remove(self, name: str) -> None:
        """Forget a key."""
        import contextlib

        import keyring
        from keyring.errors import KeyringError

        with contextlib.suppress(KeyringError):
            keyring.delete_password(SERVICE, name)
