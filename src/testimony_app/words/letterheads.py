"""What was taken out of a letterhead, in words."""

from collections.abc import Iterator, Mapping, Sequence

from testimony_app.words.filling import filled
from testimony_app.words.translate import Translate


def removed_sentences(removed: Sequence[str], unknown: Sequence[str], translate: Translate) -> Iterator[str]:
    """Yield what was taken out of a letterhead, and which marks in it mean nothing to us."""
    patterns = removed_patterns(translate)
    yield from (patterns[code] for code in removed if code in patterns)
    for mark in unknown:
        yield filled(translate("words", "{mark} is not one of our marks. It stays as it is."), {"mark": mark})


def removed_patterns(translate: Translate) -> Mapping[str, str]:
    """Return a sentence for each code."""
    return {
        "links": translate("words", "Links to other places. Their words are still there."),
        "outside_template": translate("words", "A template that Word would have fetched from elsewhere."),
        "embedded": translate("words", "Other files inside this one, such as a table from Excel, or buttons."),
        "other_documents": translate("words", "Other documents that Word would have put in."),
        "hidden_data": translate("words", "Data that does not show on the page."),
        "fields": translate("words", "Parts that Word fills in by itself. The words they last showed are still there. Page numbers still count."),
        "comments": translate("words", "Comments."),
        "changes": translate("words", "Tracked changes. The text is as if all of them were accepted."),
        "properties": translate("words", "Names and notes in the file's properties, such as author or company."),
        "thumbnail": translate("words", "A small picture of how the file once looked."),
        "pictures": translate("words", "A picture of a kind we do not keep, or one that is missing. Save your logo as PNG or JPEG and put it in again."),
        "picture_notes": translate("words", "Notes inside pictures, such as who made them, when and where."),
        "drawings": translate("words", "Charts or diagrams. A picture of them can stay."),
        "fonts": translate("words", "Typefaces inside the file. Word uses those of the computer that opens it."),
        "notes": translate("words", "Footnotes or endnotes."),
        "mail_merge": translate("words", "A link to a list of addresses for form letters."),
        "protection": translate("words", "Protection against changes."),
        "signature": translate("words", "A digital signature. It would no longer hold."),
        "other_parts": translate("words", "Building blocks, menus or keys for Word that a letter does not need."),
    }  # fmt: skip
