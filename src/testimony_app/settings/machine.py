"""Which computer this is, so that a profile copied to another one does not send what the first one sends too."""

import hashlib
import uuid
from pathlib import Path

_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def machine() -> str:
    """Return a name for this computer that says nothing of it: a hash of the system's own id."""
    for path in _IDS:
        try:
            found = path.read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            continue
        if found:
            return _hash(found)
    return _hash(f"{uuid.getnode():x}")


def _hash(text: str) -> str:
    return hashlib.sha256(f"testimony {text}".encode()).hexdigest()[:16]
