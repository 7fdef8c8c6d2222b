"""The ids of drafts, as they come from a command line."""


def is_text(draft_id: str) -> bool:
    """Whether an id can be looked for at all: bytes of the command line that are no text cannot."""
    return draft_id.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in draft_id)
