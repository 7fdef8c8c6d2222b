"""Secrets that cannot be had."""

from testimony_app.domain.errors import PersonError


def locked():
    raise PersonError("secret_locked")


def missing():
    raise PersonError("secret_missing")


def breaking(secret):
    """Return a store of secrets that breaks, with words that nobody may hear."""

    def broken():
        raise RuntimeError(f"the store said {secret}")

    return broken
