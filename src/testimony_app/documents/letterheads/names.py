"""Namespaces of Word files, and the few names that several rooms need."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741  (its usual prefix)
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
W10 = "urn:schemas-microsoft-com:office:word"
XML = "http://www.w3.org/XML/1998/namespace"


def w(name: str) -> str:
    """Return the tag of a word of WordprocessingML."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Return the name of an attribute that points to a relationship."""
    return f"{{{R}}}{name}"


def a(name: str) -> str:
    """Return the tag of a word of DrawingML."""
    return f"{{{A}}}{name}"


def space_of(tag: str) -> str:
    """Return the namespace of a tag, empty where it has none."""
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def local(tag: str) -> str:
    """Return a tag without its namespace."""
    return tag.rpartition("}")[2]
