"""What a person can keep of a submission."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is known of a submission, in words: a title, and lines that say it. `reference` is that of the version."""

    title: str
    reference: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as a text file has them."""
        return "\n".join(self.lines) + "\n"
