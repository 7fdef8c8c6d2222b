"""What a document says, block by block, by what it is for."""

from collections.abc import Iterator

from testimony_app.documents.card import card_outline
from testimony_app.documents.cover_note import cover_outline
from testimony_app.documents.options import DocumentOptions, Variant
from testimony_app.documents.outline import Block, outline
from testimony_app.domain.testimony import Testimony


def blocks_of(testimony: Testimony, options: DocumentOptions) -> Iterator[Block]:
    """Return the blocks of a document in reading order, the same for every format."""
    writers = {Variant.SPEAKING_CARD: card_outline, Variant.COVER_NOTE: cover_outline}
    return writers.get(options.variant, outline)(testimony, options)


def title_of(testimony: Testimony, options: DocumentOptions) -> str:
    """Return the title that a document bears among its properties: its heading of the first level."""
    return next(block.text for block in blocks_of(testimony, options) if block.is_title)
