"""What is shown of the ways to send and of what was sent: a card each, with what can be done about it."""

from datetime import UTC, datetime

from testimony_app.channels.channel_reader import ConfiguredChannel
from testimony_app.channels.kinds import KINDS
from testimony_app.domain.outbox import Urgency, urgency
from testimony_app.domain.submission import SubmissionState
from testimony_app.store.submissions import SubmissionRow
from testimony_app.ui.dates import moment_of, short_date
from testimony_app.ui.state_looks import STATE_LOOKS
from testimony_app.ui.widgets.sending_card import Action, CardEntry
from testimony_app.ui.words import translate
from testimony_app.words.submissions import deadline_sentence, state_word, submission_sentence

S = SubmissionState

KIND_ICONS = {
    "practice": "hand", "mail_app": "mail", "email_smtp": "mail", "portal": "globe", "http_api": "send",
    "collection": "hard-drive", "desk": "landmark",
}  # fmt: skip
PASSWORD_CODES = {"secret_missing", "secret_locked", "secret_no_keyring", "secret_keyring_failed", "login_refused"}
_OVER = {S.CANCELLED, S.REPLACED}
_UNSENT = {S.QUEUED, S.WAITING, S.NEEDS_YOU}


def way_card(channel: ConfiguredChannel, row: SubmissionRow | None) -> CardEntry:
    """Return the card of a way to send, with what became of this testimony by it."""
    if row is None or row.state in _OVER:
        send = Action("send", verb_of(channel.kind), "arrow-right")
        return CardEntry(channel.name, KIND_ICONS[channel.kind], channel.title, "", None, _about(channel), (send,))
    entry = sent_card(row)
    return entry._replace(key=channel.name, icon=KIND_ICONS[channel.kind], title=channel.title, facts="")


def offered_card(way: ConfiguredChannel) -> CardEntry:
    """Return the card of a way to send that the campaign brings along, and that the person may take over."""
    use = Action("use", translate("sending", "Look at it and use it"), "arrow-right")
    offered = translate("sending", "Offered by the campaign. {about}").replace("{about}", _about(way))
    return CardEntry(way.name, KIND_ICONS[way.kind], way.title, "", None, offered, (use,))


def sent_card(row: SubmissionRow) -> CardEntry:
    """Return the card of a submission."""
    facts = translate("sending", "{channel}. {reference}")
    facts = facts.replace("{channel}", row.channel_title).replace("{reference}", row.reference)
    said = submission_sentence(row, translate, changed=moment_of(row.changed_utc), next_try=moment_of(row.next_utc))
    near = Urgency.NONE
    if row.state in _UNSENT and row.closes_utc:
        near = urgency(datetime.fromisoformat(row.closes_utc), datetime.now(UTC))
        said = f"{said} {deadline_sentence(near, moment_of(row.closes_utc), translate)}".strip()
    return CardEntry(
        key=row.id,
        icon=STATE_LOOKS[row.state.value].icon,
        title=row.title or translate("sending", "Untitled testimony"),
        state=state_word(row.state, translate),
        look=STATE_LOOKS[row.state.value],
        sentence=said,
        actions=actions_of(row),
        facts=facts,
        is_urgent=row.state in {S.UNKNOWN, S.RETURNED} or near in {Urgency.HOURS, Urgency.MINUTES},
    )


def actions_of(row: SubmissionRow) -> tuple[Action, ...]:
    """Return what a person can do about a submission."""
    receipt = Action("receipt", translate("sending", "See receipt"), "file-text")
    take_back = Action("take_back", translate("sending", "Take it back"), "undo-2")
    try_now = Action("try_now", translate("sending", "Try now"), "refresh-cw")
    mend = Action("try_again", translate("sending", "Try again"), "refresh-cw")
    if row.code in PASSWORD_CODES:
        mend = Action("password", translate("sending", "Type the password"), "lock")
    answers = [
        Action("yes", translate("sending", "Yes, I did"), "check"),
        Action("not_yet", translate("sending", "Not yet"), "clock"),
    ]
    if row.channel_kind != "desk":
        answers.append(Action("again", translate("sending", "Open it again"), "external-link"))
    done = [receipt]
    if KINDS[row.channel_kind].is_mail:
        done.append(Action("came_back", translate("sending", "It came back"), "mail-x"))
    actions = {
        S.QUEUED: [try_now, take_back],
        S.WAITING: [try_now, take_back],
        S.SENDING: [take_back],
        S.NEEDS_YOU: [mend, take_back],
        S.UNKNOWN: [Action("how", translate("sending", "How to check"), "search")],
        S.HANDED_OVER: answers,
        S.ACCEPTED: done,
        S.CONFIRMED: done,
        S.RETURNED: [receipt],
    }
    return tuple(actions.get(row.state, ()))


def verb_of(kind: str) -> str:
    """Return what the button says that sends by a kind of channel."""
    return {
        "practice": translate("sending", "Practice"),
        "mail_app": translate("sending", "Open my mail program"),
        "email_smtp": translate("sending", "Email it"),
        "portal": translate("sending", "Open the page"),
        "http_api": translate("sending", "Send it"),
        "collection": translate("sending", "Put it there"),
        "desk": translate("sending", "I take it there"),
    }[kind]


def _about(channel: ConfiguredChannel) -> str:
    about = {
        "practice": translate("sending", "Goes through every step, and nothing is sent."),
        "mail_app": translate("sending", "Opens a message with the Word file. You press Send there."),
        "email_smtp": translate("sending", "Goes from {sender} to {to}."),
        "portal": translate("sending", "Opens the page, with each piece of text to copy. You press its button."),
        "http_api": translate("sending", "Sends it to {url}."),
        "collection": translate("sending", "Puts one file into {url}, and reads it back."),
        "desk": translate("sending", "Hand it in or mail it. Print the Word file first."),
    }[channel.kind]
    settings = channel.plain
    to = settings.get("to")
    values = {
        "{sender}": str(settings.get("from", "")),
        "{to}": ", ".join(str(each) for each in to) if isinstance(to, list | tuple) else "",
        "{url}": str(settings.get("url", "")),
    }
    for place, value in values.items():
        about = about.replace(place, value)
    checked = channel.settings.checked_on
    if not checked:
        return about
    last = translate("sending", "Last checked {date}.").replace("{date}", short_date(checked))
    return f"{about} {last}"
