"""The lists of words that may point to something safer left out."""

import tomllib
from pathlib import Path

from testimony_app.domain.checks.finding import SafetyWords


def read_safety_words(path: Path) -> SafetyWords:
    """Return the words of all languages together, by topic, from `safety_words.toml` (`[topic] <tag> = [...]`)."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    topics = {
        topic: tuple(dict.fromkeys(word for words in languages.values() for word in words))
        for topic, languages in table.items()
    }
    return SafetyWords(topics)
