"""Every code has words, and every sentence keeps our rules."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import testimony_app
from testimony_app.channels import smtp_codes
from testimony_app.channels.desk import DeskChannel
from testimony_app.channels.mail_app import MailAppChannel
from testimony_app.channels.portal import PortalChannel
from testimony_app.domain.checks.review import CHECKS
from testimony_app.files.atomic import _CODES
from testimony_app.store import outbox
from testimony_app.words.diagnoses import diagnosis_patterns
from testimony_app.words.errors import error_patterns
from testimony_app.words.filling import filled
from testimony_app.words.findings import finding_patterns, quiet_words
from testimony_app.words.problems import problem_patterns
from testimony_app.words.references import no_reference_patterns
from testimony_app.words.submissions import outcome_patterns
from testimony_app.words.translate import english

SOURCE = Path(testimony_app.__file__).parent


@cache
def calls():
    """Every call in the source: the name of what is called, its plain arguments in their places, and its file."""
    return [
        (getattr(node.func, "id", getattr(node.func, "attr", "")), node, path)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def plain_texts(names, place):
    """Every plain text that stands at this place in a call of one of these names."""
    arguments = [node.args[place] for name, node, _ in calls() if name in names and len(node.args) > place]
    return {each.value for each in arguments if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def texts_in(path):
    return {
        node.value
        for node in ast.walk(ast.parse((SOURCE / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


FILE_CODES = {*_CODES.values(), "file_failed"}
STORE_CODES = {text for text in texts_in("store/faults.py") if text.startswith(("store_", "disk_"))}
ERROR_CODES = {
    *plain_texts({"PersonError", "OrganizerError", "BugError"}, 0),
    *FILE_CODES,
    *STORE_CODES,
    "content_problems",
    *(text for text in texts_in("settings/secret_worker.py") if text.startswith("secret_")),
    *(text for text in texts_in("services/lock_key.py") if text.startswith("lock_")),
}
FINDING_CODES = plain_texts({"Finding", "whole"}, 0) | {
    text
    for path in ("private_data", "length", "names")
    for text in texts_in(f"domain/checks/{path}.py")
    if re.fullmatch(r"[a-z]+(_[a-z]+)+", text) and not text.endswith("_seconds")
}
PERSONS_TURN = (DeskChannel, MailAppChannel, PortalChannel)
OUTCOME_CODES = {
    *plain_texts({"Outcome", "outcome", "ShelfError"}, 1),
    *plain_texts({"_move"}, 2),
    *plain_texts({"move"}, 4),
    *smtp_codes.CODES,
    *(code for each in PERSONS_TURN for code in (each.handed_over, each.checked)),
    smtp_codes.SERVER_REACHED,
    smtp_codes.LOGIN_ACCEPTED,
    "collection_full",  # from a table of answers of servers
    "restored",
    "taken_back",
    outbox.WAY_NEEDS_YOU,
} - ERROR_CODES
SENTENCES = {
    **error_patterns(english),
    **{f"{code}-{place}": text for code, pair in finding_patterns(english).items() for place, text in enumerate(pair)},
    **problem_patterns(english),
    **diagnosis_patterns(english),
    **outcome_patterns(english),
    **{f"no-reference-{code}": text for code, text in no_reference_patterns(english).items()},
    **{f"check-{name}": text for name, text in quiet_words(english).items()},
}


def test_every_error_code_has_words_and_every_sentence_an_error():
    assert set(error_patterns(english)) == ERROR_CODES


def test_every_outcome_code_has_words_and_every_sentence_an_outcome():
    assert set(outcome_patterns(english)) == OUTCOME_CODES


def test_every_finding_code_has_words_and_every_sentence_a_finding():
    assert set(finding_patterns(english)) == FINDING_CODES


def test_every_check_has_words_for_when_it_finds_nothing():
    assert list(quiet_words(english)) == list(CHECKS)


def test_every_problem_code_has_words_and_every_sentence_a_problem():
    assert set(problem_patterns(english)) == plain_texts({"Problem"}, 2)


@pytest.mark.parametrize("code", SENTENCES)
def test_sentences_are_plain(code):
    text = SENTENCES[code]
    assert "!" not in text
    assert text.strip() == text
    for sentence in re.split(r"(?<=[.?])\s", text):
        assert len(sentence.split()) <= 22, sentence
    assert not re.search(r"\b(invalid|error|failed|exception|abort|illegal|fatal|please try)\b", text.lower())


def test_values_are_put_in_once():
    assert filled("{a} and {b}", {"a": "{b}", "b": "x"}) == "{b} and x"
    assert filled("{unknown}", {}) == "{unknown}"


def test_translated_texts_are_plain_literals():
    texts = [
        (node, path) for name, node, path in calls() if name in {"tr", "translate"} and path.name != "translate.py"
    ]
    assert len(texts) > 100
    for node, path in texts:
        if isinstance(node.func, ast.Name) and path.name != "translate.py":
            assert all(isinstance(each, ast.Constant) for each in node.args), (path, node.lineno)
