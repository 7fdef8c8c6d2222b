"""What was taken out of a letterhead, and why one cannot be used, in words."""

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
        "equations": translate("words", "Equations. If one belongs on every letter, put it in as a picture."),
        "fonts": translate("words", "Typefaces inside the file. Word uses those of the computer that opens it."),
        "notes": translate("words", "Footnotes or endnotes."),
        "mail_merge": translate("words", "A link to a list of addresses for form letters."),
        "protection": translate("words", "Protection against changes."),
        "signature": translate("words", "A digital signature. It would no longer hold."),
        "other_parts": translate("words", "Building blocks, menus or keys for Word that a letter does not need."),
    }  # fmt: skip


def letterhead_error_patterns(translate: Translate) -> Mapping[str, str]:
    """Return the sentence pattern of each error code of letterheads."""
    return {
        "letterhead_old_word": translate(
            "words", "This is an old Word file, or one that is locked with a password. Unlock it, save it as .docx, and choose that."
        ),
        "letterhead_not_word": translate("words", "This is not a Word file that we can use. In Word, save it as a Word document (.docx)."),
        "letterhead_macros": translate(
            "words", "This file holds macros, which are small programs. We took nothing from it. In Word, save it as .docx without macros."
        ),
        "letterhead_broken": translate("words", "This Word file is damaged inside. Open it in Word, save it anew, and choose that."),
        "letterhead_entities": translate(
            "words", "This file holds instructions that no Word file needs. We took nothing from it. Do not trust it."
        ),
        "letterhead_too_long": translate("words", "This file is much longer than a letterhead. Keep only what belongs on every letter."),
        "letterhead_two_places": translate("words", "The mark for the testimony stands there more than once. Leave it in one place."),
        "letterhead_bad_place": translate(
            "words", "The mark for the testimony stands in a header, a footer or a text box. Move it into the text of the page."
        ),
        "letterhead_exists": translate("words", "There is a letterhead called {name} already. Remove it first, or choose another name."),
        "letterhead_not_found": translate("words", "There is no letterhead called {name}. See the list of letterheads."),
        "letterhead_damaged": translate("words", "The letterhead {name} is not as we kept it. Remove it and take it in again."),
        "letterhead_word_only": translate("words", "A letterhead is for what is handed in: the written statement or large print, as a Word file. Choose one of them."),
        "letterhead_not_confirmed": translate(
            "words", "The letterhead {name} is for those who speak for that organization. If you do, say so with --speaks-for."
        ),
    }  # fmt: skip
