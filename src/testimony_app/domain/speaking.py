"""Placeholder."""

from testimony_app.domain.tokens import count_words


def speaking_seconds(text: str, language: str, words_per_minute: int | None = None) -> float:
    return count_words(text) * 60 / (words_per_minute or 130)
