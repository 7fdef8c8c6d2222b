"""Sentences for the answers of `doctor`."""

from collections.abc import Mapping

from testimony_app.services.diagnosing import Diagnosis
from testimony_app.words.errors import sentence
from testimony_app.words.filling import filled
from testimony_app.words.translate import Translate


def diagnosis_sentence(diagnosis: Diagnosis, translate: Translate) -> str:
    """Return what to tell about one answer; what went wrong is told in the words of its error."""
    pattern = diagnosis_patterns(translate).get(diagnosis.code)
    told = filled(pattern, diagnosis.parameters) if pattern else ""
    error = sentence(diagnosis.error, translate) if diagnosis.error else ""
    return " ".join(part for part in (told, error) if part)


def diagnosis_patterns(translate: Translate) -> Mapping[str, str]:
    """Return the sentence pattern of each answer that is not an error."""
    return {
        "versions": translate("words", "Testimony {program}, Python {python}, SQLite {sqlite}, {system}."),
        "database_not_made": translate("words", "No testimony has been saved here yet. The file will be {path}."),
        "database_sound": translate("words", "Every page of {path} is in order. Testimonies: {drafts}."),
        "database_locked": translate(
            "words",
            "{path} is locked, and we had no passphrase to look into it. Give it to have every page looked over.",
        ),
        "database_open_to_others": translate("words", "Other people on this computer may be able to read {path}."),
        "saving_works": translate("words", "Testimonies can be saved in {path}."),
        "saving_impossible": translate("words", "Testimonies cannot be saved in {path}."),
        "question_failed": translate("words", "We could not look into this ({subject}): {detail}. Please report it."),
        "campaigns_sound": translate("words", "Campaigns that can be used: {count}."),
        "campaigns_unreadable": translate("words", "These campaigns cannot be used: {unreadable}."),
        "campaigns_missing": translate("words", "No campaign is installed. Install Testimony again."),
        "bodies_sound": translate("words", "Public bodies in the list: {count}."),
        "bodies_unreadable": translate("words", "These bodies cannot be used: {unreadable}."),
        "bodies_missing": translate("words", "No public body is installed. Install Testimony again."),
        "display_works": translate("words", "The window can open here, by way of {platform}."),
        "display_missing": translate("words", "There is no screen here, so the window cannot open. Commands work."),
        "display_fails": translate("words", "The window cannot open here. Qt, which shows it, says: {detail}"),
        "fonts_sound": translate("words", "The typeface {family} is whole."),
        "fonts_bad": translate(
            "words", "Parts of the typeface {family} do not load: {files}. Install Testimony again."
        ),
        "fonts_not_tried": translate("words", "The typeface could not be tried. Qt, which shows it, says: {detail}"),
        "languages_sound": translate("words", "Testimonies can be written with labels in {name}."),
    }
