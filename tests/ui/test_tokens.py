"""The contrast of every pair of colors that is used together (WCAG 2.2, success criteria 1.4.3, 1.4.6 and 1.4.11)."""

import pytest

from testimony_app.ui.tokens import DARK, HIGH_CONTRAST, LIGHT

THEMES = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}
TEXT = 7.0
NOT_TEXT = 3.0

TEXT_PAIRS = (
    "ink on bg", "ink on surface", "ink on sunk", "ink on rail", "ink2 on bg", "ink2 on surface", "ink2 on sunk",
    "ink2 on rail", "primary on bg", "primary on surface", "onprimary on primary", "onprimary on primaryhover",
    "softink on soft", "ink on soft", "ink2 on soft", "voiceink on voicefill", "suggink on suggfill",
    "suggink on surface", "bad on badfill", "bad on surface", "warn on warnfill", "warn on surface", "warn on bg",
    "good on goodfill", "good on surface",
)  # fmt: skip
OTHER_PAIRS = (
    "border on surface", "border on bg", "border on rail", "primary on sunk", "voice on surface", "voice on sunk",
    "sugg on surface", "focus on bg", "focus on surface", "focus on rail", "focus on soft", "warn on warnfill",
)  # fmt: skip


def luminance(color):
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, TEXT), (OTHER_PAIRS, NOT_TEXT)], ids=["text", "other"])
def test_colors_that_stand_together_can_be_told_apart(theme, pairs, least):
    tokens = THEMES[theme]
    measured = {pair: contrast(*(getattr(tokens, name) for name in pair.split(" on "))) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in measured.items() if ratio < least} == {}
