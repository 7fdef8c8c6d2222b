"""Whether an answer over HTTP is a receipt, by the rule that the settings give."""

import json
import re
from typing import NamedTuple

from urllib3.response import BaseHTTPResponse

from testimony_app.channels.channel_format import ReceiptRule
from testimony_app.domain.submission import Payload

_CONFLICT = 409


class Receipt(NamedTuple):
    """What a receipt gives us to refer to, empty for nothing. Not `is_ours`: the server has another text of our key."""

    reference: str
    is_ours: bool = True


def receipt_of(
    answer: BaseHTTPResponse, content: bytes | None, rule: ReceiptRule, payload: Payload, *, has_key: bool
) -> Receipt | None:
    """Return the receipt that an answer is, or None. `content` is its body, None where that is longer than is read.

    A conflict (409) to a key is one where the server knows our key. Where the rule says which field holds the SHA-256
    of what the server has, only that of our bytes is a receipt.
    """
    is_known = answer.status == _CONFLICT and has_key
    is_plain = answer.headers.get("Content-Encoding", "identity") == "identity"
    if content is None or not is_plain or (answer.status not in rule.status and not is_known):
        return None
    if rule.sha256_field:
        held = (_field(content, rule.sha256_field) or "").strip().lower()
        if held != payload.sha256.hex():
            return Receipt("", is_ours=False) if held else None
    elif is_known and not rule.field and not rule.pattern:
        return None
    reference = _reference(content, rule)
    if reference is None and is_known and rule.sha256_field:
        reference = ""
    return None if reference is None else Receipt(reference)


def _reference(content: bytes, rule: ReceiptRule) -> str | None:
    text = _field(content, rule.field) if rule.field else content.decode("utf-8", "replace")
    if text is None or (rule.pattern and not re.search(rule.pattern, text)):
        return None
    return " ".join(text.split())[:100] if rule.field else ""


def _field(content: bytes, name: str) -> str | None:
    """Return a field of a JSON answer as text, `a.b` for one inside another; None where there is none."""
    try:
        found: object = json.loads(content)
    except (ValueError, RecursionError):
        return None
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) and str(found) else None
