"""The colors of the three themes, and the sizes of type. Widgets name a token, never a color."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """One theme's colors as #RRGGBB.

    `hair` is decoration and never the only edge of a control. `stone`, `stone2` and `water` are for art alone, `mark`
    for the program's own sign. With `outlined` a fill means nothing and every box gets an outline.
    """

    bg: str
    surface: str
    sunk: str
    rail: str
    ink: str
    ink2: str
    border: str
    hair: str
    primary: str
    onprimary: str
    primaryhover: str
    soft: str
    softink: str
    voice: str
    voicefill: str
    voiceink: str
    sugg: str
    suggfill: str
    suggink: str
    bad: str
    badfill: str
    warn: str
    warnfill: str
    good: str
    goodfill: str
    focus: str
    water: str
    stone: str
    stone2: str
    mark: str
    outlined: bool = False


LIGHT = Tokens(
    bg="#F6F3EC", surface="#FFFFFF", sunk="#ECE7DC", rail="#EDE8DD", ink="#17242A", ink2="#3E4C52",
    border="#6F7B80", hair="#D6CFC1", primary="#0B4F58", onprimary="#FFFFFF", primaryhover="#083D45",
    soft="#DCECEC", softink="#083F47", voice="#B36B00", voicefill="#FFF3D6", voiceink="#5A3600",
    sugg="#4A5C8C", suggfill="#EEF1F9", suggink="#33426B", bad="#8F1D14", badfill="#FCE9E5",
    warn="#6A4500", warnfill="#FFF1CF", good="#1C5530", goodfill="#E1F1E4", focus="#1B46C9",
    water="#B9D6D6", stone="#DCCFB4", stone2="#C9B993", mark="#F2B544",
)  # fmt: skip
DARK = Tokens(
    bg="#10181B", surface="#1A2529", sunk="#0B1214", rail="#141E21", ink="#F4F0E7", ink2="#C6CFD1",
    border="#8C999D", hair="#344247", primary="#86D3D1", onprimary="#06282B", primaryhover="#A5E2E0",
    soft="#17393D", softink="#BFEAE8", voice="#F2B544", voicefill="#352B12", voiceink="#FFE0A1",
    sugg="#9DB2EA", suggfill="#202B45", suggink="#CBD7F7", bad="#FFB3A6", badfill="#40201B",
    warn="#FFD27D", warnfill="#382C10", good="#A3DFB0", goodfill="#173522", focus="#FFDF5A",
    water="#17393D", stone="#2B3A3E", stone2="#3B4C50", mark="#F2B544",
)  # fmt: skip
HIGH_CONTRAST = Tokens(
    bg="#000000", surface="#000000", sunk="#000000", rail="#000000", ink="#FFFFFF", ink2="#FFFFFF",
    border="#FFFFFF", hair="#FFFFFF", primary="#FFE600", onprimary="#000000", primaryhover="#FFF27A",
    soft="#000000", softink="#FFE600", voice="#FFE600", voicefill="#000000", voiceink="#FFE600",
    sugg="#7DF9FF", suggfill="#000000", suggink="#7DF9FF", bad="#FFB0A3", badfill="#000000",
    warn="#FFE600", warnfill="#000000", good="#8DFFA5", goodfill="#000000", focus="#00FFFF",
    water="#000000", stone="#000000", stone2="#FFFFFF", mark="#000000", outlined=True,
)  # fmt: skip


class TypeRole(NamedTuple):
    """One use of type: its size in pixels at scale 1, its weight from 100 to 900, its line height as a factor."""

    pixels: int
    weight: int
    line_height: float


DISPLAY = TypeRole(44, 800, 1.08)
H1 = TypeRole(30, 800, 1.16)
H2 = TypeRole(21, 700, 1.24)
H3 = TypeRole(18, 700, 1.2)
BODY = TypeRole(17, 400, 1.4)
OWN = TypeRole(17, 500, 1.5)
STRONG = TypeRole(17, 700, 1.4)
LABEL = TypeRole(17, 600, 1.2)
SMALL = TypeRole(15, 400, 1.38)
SMALL_STRONG = TypeRole(15, 700, 1.38)
CAUTION = TypeRole(16, 700, 1.3)
TINY = TypeRole(14, 500, 1.35)
OVERLINE = TypeRole(14, 700, 1.35)

SCALES = (1.0, 1.25, 1.5, 2.0)
"""The text sizes that Ctrl + and Ctrl - step through."""
