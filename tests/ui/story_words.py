"""Words as people type them, in four languages, to fill stories with. Only letters that a keyboard of Latin-1 has."""

WORDS = {
    "en": ("the", "library", "camera", "my", "daughter", "asked", "why", "street", "neighbors", "remember"),
    "so": ("waxaan", "magaalada", "kaamirada", "caruurteyda", "xaafadda", "golaha", "dhegeysta", "maanta", "iyo", "ku"),
    "hmn": ("kuv", "tsev", "neeg", "lub", "nroog", "yees", "duab", "zej", "zog", "peb", "tus", "ntxhais", "nug"),
    "es": ("la", "niñez", "cámara", "mañana", "vivimos", "aquí", "mi", "corazón", "pingüino", "después", "años"),
}


def story_of(language, count):
    """Return a story of so many words, in sentences and paragraphs."""
    words = WORDS[language]
    pieces = []
    for number in range(count):
        word = words[number % len(words)]
        end = ".\n\n" if number % 90 == 89 else ". " if number % 14 == 13 else " "
        pieces.append(word + end)
    return "".join(pieces).strip()
