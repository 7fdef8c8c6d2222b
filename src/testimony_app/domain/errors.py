"""The error tree: codes with parameters, sorted by who can act. Sentences live in `words`."""


class TestimonyError(Exception):
    """Something a person must be told, as a code that `words` turns into a sentence.

    `parameters` holds what the sentence names (a file, an id, a number). The exception's own text is the code with
    its parameters, for logs and tests; it is never shown to a person.
    """

    def __init__(self, code: str, **parameters: str | int) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters


class PersonError(TestimonyError):
    """The person at the computer can act: another file, another name, free some space."""


class OrganizerError(TestimonyError):
    """Whoever made the campaign, the body file or the set-up can act."""


class BugError(TestimonyError):
    """Only we can act: the program contradicts itself."""
