"""Sealing to an organizer's public key with age: a stick or a shared folder then holds nothing that others can read."""

import base64
import hashlib
import json
from dataclasses import dataclass

from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.submission import Attachment

CONTENT_TYPE = "application/age"
FORMAT = "testimony-sealed/1"


@dataclass(frozen=True, slots=True)
class Sealed:
    """What stands inside a sealed file: which submission it is, and the document."""

    submission: str
    reference: str
    document: Attachment


def seal(sealed: Sealed, public_key: str) -> Attachment:
    """Return a document sealed to an age public key (`age1...`).

    Its name is the SHA-256 of its bytes and tells nothing. Each time it is sealed the bytes are others. Raises
    OrganizerError `seal_key_not_valid`.
    """
    import pyrage  # noqa: PLC0415  (only a sealed collection needs it)

    document = sealed.document
    inside = {
        "format": FORMAT,
        "submission": sealed.submission,
        "reference": sealed.reference,
        "name": document.name,
        "content_type": document.content_type,
        "content": base64.b64encode(document.content).decode(),
    }
    try:
        receiver = pyrage.x25519.Recipient.from_str(public_key)
    except pyrage.RecipientError as error:
        raise OrganizerError("seal_key_not_valid") from error
    content = pyrage.encrypt(json.dumps(inside).encode(), [receiver])
    return Attachment(f"{hashlib.sha256(content).hexdigest()}.age", CONTENT_TYPE, content)


def unseal(content: bytes, secret_key: str) -> Sealed:
    """Return what stands inside a sealed file, by the organizer's secret key (`AGE-SECRET-KEY-1...`).

    Raises OrganizerError `seal_key_not_valid` where the key is none, and `seal_not_opened` where it does not fit or the
    file is not one of ours.
    """
    import pyrage  # noqa: PLC0415  (see seal)

    try:
        identity = pyrage.x25519.Identity.from_str(secret_key)
    except pyrage.IdentityError as error:
        raise OrganizerError("seal_key_not_valid") from error
    try:
        return _opened(pyrage.decrypt(content, [identity]))
    except (pyrage.DecryptError, ValueError, KeyError, TypeError) as error:
        raise OrganizerError("seal_not_opened") from error


def _opened(content: bytes) -> Sealed:
    inside = json.loads(content)
    if inside["format"] != FORMAT:
        raise ValueError(FORMAT)
    file = base64.b64decode(inside["content"], validate=True)
    document = Attachment(inside["name"], inside["content_type"], file)
    return Sealed(inside["submission"], inside["reference"], document)
