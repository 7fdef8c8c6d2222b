"""What Settings says of a way to send."""

from testimony_app.channels.channel_reader import ConfiguredChannel, SetBy
from testimony_app.files.problems import ContentProblemsError
from testimony_app.services.channels import Trouble
from testimony_app.ui.dates import short_date
from testimony_app.ui.sending_cards import KIND_ICONS
from testimony_app.ui.widgets.sending_card import Action, CardEntry
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence
from testimony_app.words.problems import problem_sentence


def setup_card(channel: ConfiguredChannel, *, is_begun: bool, wants_password: bool) -> CardEntry:
    """Return the card of a way in Settings, with what can be done about it.

    `is_begun`: its form was left with changes in it. `wants_password`: a try ended for the want of the right one.
    """
    can_try = Action("try", translate("ways", "Try it"), "refresh-cw")
    actions = [can_try]
    if channel.set_by is SetBy.PERSON:
        edit = translate("ways", "Go on editing") if is_begun else translate("ways", "Edit")
        actions = [Action("edit", edit, "pencil"), can_try]
        if last_checked(channel):
            actions.append(Action("checked", translate("ways", "I have checked it today"), "check"))
        actions.append(Action("remove", translate("ways", "Remove"), "trash-2"))
    if wants_password:
        actions.append(Action("password", translate("ways", "Type the password"), "lock"))
    return CardEntry(
        key=channel.name,
        icon=KIND_ICONS[channel.kind],
        title=channel.title,
        state="",
        look=None,
        sentence=f"{set_up_by(channel)} {last_checked(channel)}".rstrip(),
        actions=tuple(actions),
        facts=kind_words(channel.kind),
    )


def told_of(trouble: Trouble) -> tuple[str, ...]:
    """Return what to tell of a file that cannot be used: where it is, then everything that is wrong with it."""
    if not isinstance(trouble.error, ContentProblemsError):
        return (sentence(trouble.error, translate),)
    told = translate("ways", "{path} has to be mended first. Until then no way to send can be used or changed.")
    if trouble.set_by is SetBy.SITE:
        told = translate(
            "ways", "Whoever runs this computer has to mend {path}. Until then no way to send can be used or changed."
        )
    problems = (problem_sentence(each, translate) for each in trouble.error.problems)
    return (told.replace("{path}", str(trouble.path)), *problems)


def kind_words(kind: str) -> str:
    """Return what a kind of channel is called."""
    return {
        "practice": translate("ways", "Practice"),
        "mail_app": translate("ways", "Your own mail program"),
        "email_smtp": translate("ways", "Email by an account"),
        "portal": translate("ways", "A web page that you fill in"),
        "http_api": translate("ways", "The address of a program"),
        "collection": translate("ways", "A folder, a stick, a share or a store"),
        "desk": translate("ways", "On paper, handed in or mailed"),
    }[kind]


def about_kind(kind: str) -> str:
    """Return what happens when somebody sends by a kind of channel."""
    return {
        "practice": translate("ways", "Goes through every step, and nothing is sent."),
        "mail_app": translate("ways", "Opens a message with the addresses filled in. You press Send there."),
        "email_smtp": translate("ways", "We send it from an account that you have the password of."),
        "portal": translate("ways", "Opens the page, with each piece of text to copy. You press its button."),
        "http_api": translate("ways", "We hand it to a program of the receiver over the web."),
        "collection": translate("ways", "Puts one file for each testimony there, and reads it back."),
        "desk": translate("ways", "You print it, and hand it in or mail it."),
    }[kind]


def set_up_by(channel: ConfiguredChannel) -> str:
    """Return who set a channel up."""
    return {
        SetBy.SITE: translate("ways", "Set up by whoever runs this computer."),
        SetBy.PERSON: translate("ways", "Set up by you."),
        SetBy.CAMPAIGN: translate("ways", "From the campaign."),
        SetBy.PROGRAM: translate("ways", "Always there."),
    }[channel.set_by]


def last_checked(channel: ConfiguredChannel) -> str:
    """Return when somebody last looked whether a channel's address is right; nothing where it has none."""
    if channel.set_by is SetBy.PROGRAM or channel.kind == "practice":
        return ""
    if not channel.settings.checked_on:
        return translate("ways", "Nobody has checked it yet.")
    return translate("ways", "Last checked {date}.").replace("{date}", short_date(channel.settings.checked_on))
