"""Loads Qt for Python."""

import builtins


def load_qt() -> None:
    """Load Qt, and give Python its own import back.

    Qt for Python puts another in its place, for `from __feature__ import ...`, which we do not use. That one reads the
    source of every module that is loaded after it.
    """
    import PySide6.QtWidgets  # noqa: F401, PLC0415  (the other import comes with it)

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
