"""Sentences for what is wrong with a campaign or body file."""

from collections.abc import Mapping

from testimony_app.files.problems import Problem
from testimony_app.words.filling import filled
from testimony_app.words.translate import Translate


def problem_sentence(problem: Problem, translate: Translate) -> str:
    """Return one line: the file, the key, what is wrong and what was expected."""
    pattern = problem_patterns(translate)[problem.code]
    if problem.code == "unknown_key" and not problem.expected:
        pattern = translate("words", "there is no key called “{found}”. Take it out.")
    where = f"{problem.file}, {problem.key}" if problem.key else problem.file
    return f"{where}: {filled(pattern, {'found': problem.found, 'expected': problem.expected})}"


def field_sentence(problem: Problem, translate: Translate) -> str:
    """Return what is wrong with one box of a form, for somebody who sees neither a file nor its keys."""
    if problem.code == "missing_key" or (problem.code == "wrong_value" and not problem.found):
        return translate("words", "Please fill this in.")
    pattern = {
        "wrong_value": translate("words", "“{found}” does not fit here. Needed: {expected}."),
        "misspelled_field": translate("words", "We do not know {found}. Did you mean {expected}?"),
        "unknown_field": translate("words", "We do not know {found}. You can use: {expected}."),
    }.get(problem.code)
    if pattern is not None:
        return filled(pattern, {"found": problem.found, "expected": problem.expected})
    return problem_sentence(problem, translate)


def problem_patterns(translate: Translate) -> Mapping[str, str]:
    """Return the sentence pattern of each problem code."""
    return {
        "missing_file": translate("words", "this file is missing."),
        "file_too_large": translate("words", "the file is larger than {expected}."),
        "not_utf8": translate("words", "the text is broken at byte {found}. Save it as UTF-8."),
        "toml_syntax": translate("words", "this is not valid TOML: {found}."),
        "text_not_clean": translate("words", "the text holds something that is no text: {found}."),
        "missing_key": translate("words", "this key is missing."),
        "unknown_key": translate("words", "there is no key called “{found}”. Did you mean “{expected}”?"),
        "wrong_value": translate("words", "it is “{found}”. Expected: {expected}."),
        "id_differs_from_name": translate("words", "it is “{found}”, but the file or folder is called “{expected}”."),
        "id_reserved": translate("words", "the id “{found}” is kept for the app. Choose another one."),
        "name_twice": translate("words", "Two facts are named “{found}”. Each name must be used once."),
        "id_twice": translate("words", "“{found}” is used twice. Each id must be used once."),
        "unknown_reference": translate("words", "“{found}” is not known here. Expected one of: {expected}."),
        "misspelled_field": translate("words", "we do not know {found}. Did you mean {expected}?"),
        "unknown_field": translate("words", "we do not know {found}. Known are: {expected}."),
        "point_not_listed": translate("words", "this point is not listed under “{expected}” in campaign.toml."),
        "starter_is_finished": translate("words", "a starter must end with “{expected}”, so that the person finishes it."),
    }  # fmt: skip
