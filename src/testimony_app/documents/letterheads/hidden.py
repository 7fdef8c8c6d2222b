"""Words of a letterhead that Word keeps from sight: nobody would know that they go out with every letter."""

from collections.abc import Set

from testimony_app.documents.letterheads.names import w
from testimony_app.documents.letterheads.package import Element

_OFF = {"0", "false", "off"}
_FIELD = ("fldChar", "instrText")


def hidden_styles(styles: Element) -> frozenset[str]:
    """Return the ids of styles that hide what is set in them, or that are based on one that does."""
    based: dict[str, str] = {}
    says: dict[str, bool | None] = {}
    for style in styles.iter(w("style")):
        name = style.get(w("styleId"), "")
        base = style.find(w("basedOn"))
        based[name] = base.get(w("val"), "") if base is not None else ""
        says[name] = _says_hidden(style)
    return frozenset(name for name in says if _inherits(name, based, says))


def take_hidden(story: Element, styles: Set[str]) -> bool:
    """Take the hidden runs out of a story, but for the working of a field; return whether there were any."""
    found = [run for run in story.iter(w("r")) if _is_hidden(run, styles)]
    for run in found:
        run.getparent().remove(run)
    return bool(found)


def _is_hidden(run: Element, styles: Set[str]) -> bool:
    if any(run.find(w(name)) is not None for name in _FIELD):
        return False
    own = _says_hidden(run)
    if own is not None:
        return own
    paragraph = next(run.iterancestors(w("p")), None)
    named = [run.find(f"{w('rPr')}/{w('rStyle')}")]
    named += [] if paragraph is None else [paragraph.find(f"{w('pPr')}/{w('pStyle')}")]
    return any(each is not None and each.get(w("val")) in styles for each in named)


def _says_hidden(element: Element) -> bool | None:
    """Return what a run or a style says itself, None where it says nothing."""
    vanish = element.find(f"{w('rPr')}/{w('vanish')}")
    return None if vanish is None else vanish.get(w("val"), "1") not in _OFF


def _inherits(name: str, based: dict[str, str], says: dict[str, bool | None]) -> bool:
    seen = set()
    while name in says and name not in seen:
        own = says[name]
        if own is not None:
            return own
        seen.add(name)
        name = based[name]
    return False
