"""Check and mend your home workplace, and share exactly as much as you choose."""

__version__ = "0.1.0"
