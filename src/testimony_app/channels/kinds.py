"""The table of kinds: which module makes a channel, and what each kind does."""

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of channel. `module` has `make(settings, password)`; it is loaded where it is used.

    `is_remote`: it talks to a network or a disk in a process of its own. `has_secret`: it may ask for one. Where
    `is_mail`, the receiver sees a sender's address.
    """

    module: str
    is_remote: bool = False
    has_secret: bool = False
    is_mail: bool = False


_ROOM = "testimony_app.channels"

KINDS: dict[str, Kind] = {
    "practice": Kind(f"{_ROOM}.practice"),
    "mail_app": Kind(f"{_ROOM}.mail_app", is_mail=True),
    "email_smtp": Kind(f"{_ROOM}.email_smtp", is_remote=True, has_secret=True, is_mail=True),
    "portal": Kind(f"{_ROOM}.portal"),
    "http_api": Kind(f"{_ROOM}.http_api", is_remote=True, has_secret=True),
    "collection": Kind(f"{_ROOM}.collection", is_remote=True, has_secret=True),
    "desk": Kind(f"{_ROOM}.desk"),
}
