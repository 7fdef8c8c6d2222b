"""The words beside the pages of a preview: all that a page says, and nothing that only the eye can use."""

from dataclasses import replace

from testimony_app.documents.options import Variant
from testimony_app.documents.phone_codes import phone_codes
from testimony_app.documents.plain import reading_text
from testimony_app.domain.compose import compose
from tests.documents.test_pdf import EXAMPLE, LIBRARY, OPTIONS

TESTIMONY = compose(LIBRARY.material(EXAMPLE), EXAMPLE)
BEARING = replace(OPTIONS, reference="T-7K3MQ2P", replaces="T-4QX2W9H")


def test_it_ends_with_the_foot_of_the_page():
    lines = reading_text(TESTIMONY, BEARING).splitlines()
    assert lines[-2:] == ["", "T-7K3MQ2P. Replaces T-4QX2W9H"]
    without = replace(BEARING, reference="", replaces="")
    assert reading_text(TESTIMONY, without).splitlines() == lines[:-2]


def test_it_says_what_the_codes_on_the_paper_are():
    options = replace(BEARING, codes=phone_codes("Words.", "Subject"))
    about = OPTIONS.language.words.codes_about_one
    assert reading_text(TESTIMONY, options).splitlines()[-4:] == ["", about, "", "T-7K3MQ2P. Replaces T-4QX2W9H"]
    several = replace(BEARING, codes=phone_codes("Words. " * 200, "Subject"))
    assert len(several.codes) > 1
    assert OPTIONS.language.words.codes_about in reading_text(TESTIMONY, several)


def test_a_card_gives_its_length_and_explains_no_strokes_that_are_not_there():
    said = reading_text(TESTIMONY, replace(BEARING, variant=Variant.SPEAKING_CARD))
    assert "\nAbout 1:" in said
    assert OPTIONS.language.words.card_key not in said
    assert "/" not in said
