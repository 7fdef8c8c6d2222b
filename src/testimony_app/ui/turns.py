"""Whose turn it is when several threads want Python's lock."""

import sys

_TURN = 0.00002
"""Seconds for which a thread may go on while another one waits.

Qt for Python lets go of the lock many times while it lays out and paints, and wants it back each time. Python's own
five milliseconds add up to a twentieth of a second then; see docs/performance.md, "Exporting in the window".
"""


def let_the_window_go_first() -> None:
    """Let no other thread hold the window up for long. It holds for the whole process."""
    sys.setswitchinterval(_TURN)
