"""Sentences for what the checks find."""

from collections.abc import Mapping
from dataclasses import dataclass

from testimony_app.domain.checks.finding import Finding, Fix, Severity
from testimony_app.words.filling import filled
from testimony_app.words.translate import Translate


@dataclass(frozen=True, slots=True)
class FindingWords:
    """What a finding is called, in a few words, and the sentence under it."""

    title: str
    detail: str


def finding_words(finding: Finding, translate: Translate) -> FindingWords:
    """Return the words of a finding. Every code has some; a test looks at them all."""
    title, detail = finding_patterns(translate)[finding.code]
    values = dict(finding.parameters)
    if finding.code == "too_long_aloud":
        values["limit"] = duration(int(values["limit_seconds"]), translate)
        values["over"] = duration(int(values["over_seconds"]), translate)
    if finding.code == "safer_left_out":
        values["topic"] = _topic(str(values["topic"]), translate)
    return FindingWords(filled(title, values), filled(detail, values))


def findings_in_short(must: int, worth: int, translate: Translate) -> str:
    """Return how many findings there are of each severity: "1 must fix, 4 worth a look"."""
    if not must and not worth:
        return translate("words", "Nothing to fix")
    if not must:
        return filled(translate("words", "{worth} worth a look"), {"worth": worth})
    if not worth:
        return filled(translate("words", "{must} must fix"), {"must": must})
    return filled(translate("words", "{must} must fix, {worth} worth a look"), {"must": must, "worth": worth})


def severity_word(severity: Severity, translate: Translate) -> str:
    """Return how grave a finding is, in words."""
    if severity is Severity.MUST_FIX:
        return translate("words", "Must fix")
    return translate("words", "Worth a look")


def quiet_words(translate: Translate) -> Mapping[str, str]:
    """Return what to tell of each check that found nothing, by its name."""
    return {
        "private_data": translate("words", "No private numbers or addresses found"),
        "too_long": translate("words", "Not over a limit that we know of"),
        "no_request": translate("words", "It asks the Council for something"),
        "answered_request": translate("words", "No request that the Council has answered"),
        "unfinished_starters": translate("words", "No unfinished sentences found"),
        "empty_sections": translate("words", "No point without your own words"),
        "cautions": translate("words", "No fact without its caution"),
        "missing_evidence": translate("words", "No fact that is gone from the campaign"),
        "safer_left_out": translate("words", "No words found that may be safer left out"),
        "name_questions": translate("words", "No question about your name"),
        "mostly_suggested": translate("words", "Not mostly suggested words"),
    }


def fix_word(fix: Fix, translate: Translate) -> str:
    """Return what a fix is called."""
    words = {
        Fix.DELETE: translate("words", "Delete it"),
        Fix.MASK: translate("words", "Cover it"),
        Fix.ASK: translate("words", "Change it myself"),
    }
    return words[fix]


def duration(seconds: int, translate: Translate) -> str:
    """Return a limit as it is spoken of: "two minutes", "90 seconds"."""
    if seconds == 1:
        return translate("words", "one second")
    if seconds == 60:  # noqa: PLR2004
        return translate("words", "one minute")
    if seconds == 120:  # noqa: PLR2004
        return translate("words", "two minutes")
    if seconds == 180:  # noqa: PLR2004
        return translate("words", "three minutes")
    if seconds % 60 == 0:
        return filled(translate("words", "{count} minutes"), {"count": seconds // 60})
    return filled(translate("words", "{count} seconds"), {"count": seconds})


def finding_patterns(translate: Translate) -> Mapping[str, tuple[str, str]]:
    """Return title and detail patterns of each finding code."""
    return {
        **_private_patterns(translate),
        **_length_patterns(translate),
        **_unfinished_patterns(translate),
        **_careful_patterns(translate),
    }


def _private_patterns(translate: Translate) -> Mapping[str, tuple[str, str]]:
    nobody = translate("words", "Nobody should publish this.")
    leave_out = translate("words", "This may become public. You can leave it out.")
    return {
        "government_id": (translate("words", "A government id number"), nobody),
        "bank_number": (translate("words", "A bank or card number"), nobody),
        "phone_number": (translate("words", "A phone number"), leave_out),
        "email_address": (translate("words", "An email address"), leave_out),
        "street_address": (
            translate("words", "A street address"),
            translate("words", "This may become public. In Safe at Home? Use the address on your card."),
        ),
    }


def _length_patterns(translate: Translate) -> Mapping[str, tuple[str, str]]:
    return {
        "too_long_aloud": (
            translate("words", "About {over} over {limit}"),
            translate("words", "Generally {limit} aloud; the chair decides."),
        ),
        "too_many_words": (
            translate("words", "Words over the limit: {over}"),
            translate("words", "In writing, {limit} words is the limit we know of."),
        ),
        "too_many_characters": (
            translate("words", "Characters over the limit: {over}"),
            translate("words", "In writing, {limit} characters is the limit we know of."),
        ),
    }


def _unfinished_patterns(translate: Translate) -> Mapping[str, tuple[str, str]]:
    return {
        "no_request": (
            translate("words", "Nothing is asked of the Council"),
            translate("words", "What do you want the Council to do?"),
        ),
        "request_already_answered": (
            translate("words", "The Council has answered this request"),
            translate("words", "{answered} You can choose a newer request, or keep this one."),
        ),
        "unfinished_starter": (
            translate("words", "A sentence is not finished"),
            translate("words", "Finish it in your own words, or take it out."),
        ),
        "empty_section": (
            translate("words", "A point has no words yet"),
            translate("words", "Add your own words, or take the point out."),
        ),
        "no_story": (
            translate("words", "A point has facts, and not your story yet"),
            translate("words", "What have you seen or lived through?"),
        ),
        "mostly_suggested": (
            translate("words", "Most of the words are suggested ones"),
            translate("words", "Your own story usually weighs more. Would you like to add to it?"),
        ),
    }


def _careful_patterns(translate: Translate) -> Mapping[str, tuple[str, str]]:
    return {
        "caution_applies": (
            translate("words", "Know this before you cite it"),
            translate("words", "{caution}"),
        ),
        "evidence_missing": (
            translate("words", "A fact you chose is no longer in the campaign"),
            translate("words", "It is left out of the text. Choose another one if you like."),
        ),
        "safer_left_out": (
            translate("words", "“{words}” may be safer left out"),
            translate("words", "It may be about {topic}. Only you can decide."),
        ),
        "name_missing": (
            translate("words", "Your name is not in it"),
            translate("words", "Some councils need a full name. We do not know what this one asks for. Ask the clerk."),
        ),
        "name_missing_and_asked": (
            translate("words", "Your name is not in it"),
            translate("words", "{body} asks for a full name. You can still leave it out."),
        ),
        "name_withheld": (
            translate("words", "Your name is left out"),
            translate("words", "Your job, neighborhood and years here can still point to you."),
        ),
        "withheld_name_in_text": (
            translate("words", "Your name stands in the text"),
            translate("words", "You chose to leave it out."),
        ),
    }  # fmt: skip


def _topic(topic: str, translate: Translate) -> str:
    topics = {
        "immigration": translate("words", "immigration"),
        "arrest": translate("words", "an arrest"),
        "health": translate("words", "health"),
        "child": translate("words", "a child, or a child’s school"),
    }
    return topics.get(topic, topic)
