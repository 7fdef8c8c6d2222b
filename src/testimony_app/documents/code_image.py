"""A code for a phone as a picture that stays sharp at any size."""

from itertools import groupby

from testimony_app.documents.phone_codes import PhoneCode

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004, 6.3.8)."""


def svg(code: PhoneCode) -> str:
    """Return a code as SVG, a module for each unit, one path for all, so that no seam shows between its rows."""
    side = len(code.rows) + 2 * QUIET
    path = "".join(_row(row, y) for y, row in enumerate(code.rows, QUIET))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{path}"/></svg>'
    )


def _row(row: tuple[bool, ...], y: int) -> str:
    x, pieces = QUIET, []
    for is_dark, modules in groupby(row):
        width = len(list(modules))
        if is_dark:
            pieces.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(pieces)
