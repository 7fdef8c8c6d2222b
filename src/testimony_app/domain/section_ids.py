"""The ids of sections."""

OPENING, ASK, THANKS = "opening", "ask", "thanks"
RESERVED_SECTIONS = (OPENING, ASK, THANKS)
"""Section ids that no point may have."""

OWN_PREFIX = "own-"
"""How the id of a point begins that the person made up themselves."""
