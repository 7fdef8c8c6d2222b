"""What the app needs to know of a language to write a testimony in it: document words, dates, suggested sentences."""

import re
from dataclasses import dataclass

from testimony_app.domain.campaign import SuggestedSentence

_ISO = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")


def unless_same(language: str, as_in: str) -> str:
    """Return a language, or nothing where it is the one that a text is in anyway."""
    return "" if language == as_in else language


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The fixed words of a document. `{number}`, `{page}`, `{pages}`, `{reference}` and so on are filled in."""

    to: str
    meeting: str
    agenda_item: str
    file_number: str
    subject: str
    position: str
    position_for: str
    position_against: str
    position_neutral: str
    sender: str
    ward: str
    neighborhood: str
    on_behalf_of: str
    for_the_record: str
    ask_heading: str
    sources: str
    caution: str
    read_on: str
    no_date: str
    page_of: str
    replaces: str
    ward_number: str
    in_language: str
    translated: str
    translated_by: str
    translation: str
    speaking_card: str
    card_opening: str
    card_thanks: str
    card_point: str
    card_time: str
    card_time_about: str
    card_length: str
    card_key: str
    packet: str
    packet_count: str
    packet_one: str
    contents: str
    index: str
    number: str
    name: str
    item: str
    language: str
    page: str
    untitled: str
    cover_note: str
    cover_note_about: str
    cover_note_end: str
    codes_about: str
    codes_about_one: str
    code_number: str
    code_alt: str
    address: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language a testimony can be written in.

    `tag` is a BCP 47 tag. `names` holds what this language calls others, by tag. `months` are the twelve month names
    as they stand in a date. `date_pattern` holds `{day}`, `{month}` and `{year}`, `month_pattern` the last two.
    `opening` and `thanks` are used where the campaign has no sentences of its own. A language that has no words yet
    has those of another, whose tag is `words_of`.
    """

    tag: str
    name: str
    months: tuple[str, ...]
    date_pattern: str
    month_pattern: str
    names: dict[str, str]
    words: DocumentWords
    opening: tuple[SuggestedSentence, ...]
    thanks: tuple[SuggestedSentence, ...]
    words_of: str = ""

    @property
    def words_tag(self) -> str:
        """The tag of the language that the words of a document are in, for who reads them aloud."""
        return self.words_of or self.tag

    def date(self, text: str) -> str:
        """Return YYYY-MM-DD or YYYY-MM written out in this language; any other text comes back as it is."""
        match = _ISO.fullmatch(text.strip())
        if match is None:
            return text
        year, month, day = match.groups()
        values = {"{year}": year, "{month}": self.months[int(month) - 1], "{day}": str(int(day or 0))}
        pattern = self.date_pattern if day else self.month_pattern
        return re.sub(r"\{(?:year|month|day)\}", lambda field: values[field.group()], pattern)

    def name_of(self, tag: str) -> str:
        """Return what this language calls the language of a tag; an unknown one by its tag."""
        return self.names.get(tag, self.names.get(tag.partition("-")[0], tag))
