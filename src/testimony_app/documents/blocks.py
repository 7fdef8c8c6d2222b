"""What a document says, block by block, by what it is for."""

from collections.abc import Iterator

from testimony_app.documents.card import card_outline
from testimony_app.documents.options import DocumentOptions, Variant
from testimony_app.documents.outline import Block, outline
from testimony_app.domain.testimony import Testimony


def blocks_of(testimony: Testimony, options: DocumentOptions) -> Iterator[Block]:
    """Return the blocks of a document in reading order, the same for every format."""
    write = card_outline if options.variant is Variant.SPEAKING_CARD else outline
    return write(testimony, options)
