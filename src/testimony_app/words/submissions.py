"""What may be said of a submission: never more than is known."""

from collections.abc import Mapping

from testimony_app.channels.channel_reader import SetBy
from testimony_app.domain.outbox import Urgency
from testimony_app.domain.submission import Outcome, Phase, SubmissionState
from testimony_app.store.submissions import SubmissionRow
from testimony_app.words.errors import error_patterns
from testimony_app.words.filling import filled
from testimony_app.words.translate import Translate


def state_word(state: SubmissionState, translate: Translate) -> str:
    """Return the name of a state, as a list shows it."""
    return {
        SubmissionState.QUEUED: translate("words", "Waiting"),
        SubmissionState.SENDING: translate("words", "Sending"),
        SubmissionState.WAITING: translate("words", "Waiting"),
        SubmissionState.NEEDS_YOU: translate("words", "Needs you"),
        SubmissionState.UNKNOWN: translate("words", "We do not know whether it arrived"),
        SubmissionState.ACCEPTED: translate("words", "Accepted"),
        SubmissionState.HANDED_OVER: translate("words", "Your turn"),
        SubmissionState.CONFIRMED: translate("words", "You said it arrived"),
        SubmissionState.RETURNED: translate("words", "Returned"),
        SubmissionState.CANCELLED: translate("words", "Taken back"),
        SubmissionState.REPLACED: translate("words", "Replaced"),
    }[state]


def submission_sentence(row: SubmissionRow, translate: Translate, *, changed: str = "", next_try: str = "") -> str:
    """Return what is known of a submission. `changed` and `next_try` are times as the reader writes them."""
    pattern = {
        SubmissionState.QUEUED: translate("words", "It goes when this app is open and online."),
        SubmissionState.SENDING: translate("words", "We are sending it now. You can still take it back."),
        SubmissionState.WAITING: translate("words", "Not sent yet. {reason} We will try again at {next_try}."),
        SubmissionState.NEEDS_YOU: translate("words", "Nothing was sent. {reason}"),
        SubmissionState.UNKNOWN: translate(
            "words", "{reason} It never goes again by itself. Check your copy or call the clerk before you send it again."
        ),
        SubmissionState.ACCEPTED: "{reason}",
        SubmissionState.HANDED_OVER: "{reason}",
        SubmissionState.CONFIRMED: translate("words", "You told us so at {changed}. We cannot see what the City got."),
        SubmissionState.RETURNED: translate("words", "You told us at {changed} that a notice came back to your mailbox."),
        SubmissionState.CANCELLED: translate("words", "You took it back. Nothing was sent."),
        SubmissionState.REPLACED: translate("words", "A newer version took its place."),
    }[row.state]  # fmt: skip
    if row.state is SubmissionState.SENDING and row.phase is Phase.COMMITTING:
        pattern = translate("words", "We are handing it over now. Please wait.")
    if row.state is SubmissionState.WAITING and not next_try:
        pattern = translate("words", "Not sent yet. {reason} It goes when this app is open and online.")
    if row.code == "mail_service_accepted_for_some":
        pattern = {
            SubmissionState.WAITING: translate("words", "{reason} We will try the others again at {next_try}."),
            SubmissionState.NEEDS_YOU: translate("words", "{reason} Look at the addresses, then try the others again."),
        }.get(row.state, pattern)
    values = {
        "changed": changed,
        "next_try": next_try,
        "reason": reason_sentence(row, translate, changed=changed),
    }
    return " ".join(filled(pattern, values).split())


def reason_sentence(row: SubmissionRow, translate: Translate, *, changed: str = "") -> str:
    """Return why a submission is as it is, with the other side's own answer where there is one."""
    patterns = outcome_patterns(translate)
    pattern = patterns.get(row.code) or error_patterns(translate).get(row.code, "")
    values = {
        "changed": changed,
        "channel": row.channel_title,
        "receipt": row.receipt,
        "submission": row.id,
        "answer": row.answer,
        "path": row.channel_title,
    }
    return filled(pattern, values)


def deadline_sentence(urgency: Urgency, closes: str, translate: Translate) -> str:
    """Return how near the last moment for comments is, for something unsent; nothing where it is far or not known."""
    pattern = {
        Urgency.DAY: translate("words", "Comments close at {closes}."),
        Urgency.HOURS: translate("words", "Comments close soon, at {closes}. You can also hand it in another way."),
        Urgency.MINUTES: translate("words", "Comments close in minutes, at {closes}. Hand it in another way now."),
        Urgency.OVER: translate("words", "Comments closed at {closes}."),
    }.get(urgency, "")
    return filled(pattern, {"closes": closes})


def outcome_sentence(outcome: Outcome, channel: str, translate: Translate) -> str:
    """Return what an attempt or a check proved, before it is kept anywhere."""
    pattern = outcome_patterns(translate).get(outcome.code) or error_patterns(translate).get(outcome.code, "")
    values = {"channel": channel, "answer": outcome.answer, "receipt": outcome.receipt, "path": channel}
    return filled(pattern, values)


def set_by_word(set_by: SetBy, translate: Translate) -> str:
    """Return who set a channel up."""
    return {
        SetBy.SITE: translate("words", "set up by whoever runs this computer"),
        SetBy.PERSON: translate("words", "set up by you"),
        SetBy.CAMPAIGN: translate("words", "from the campaign"),
        SetBy.PROGRAM: translate("words", "always there"),
    }[set_by]


def outcome_patterns(translate: Translate) -> Mapping[str, str]:
    """Return the sentence pattern of each outcome code."""
    return {
        "accepted_before": translate("words", "It was accepted before. We did not send it again."),
        "address_not_supported": translate("words", "The mail server cannot handle the letters of an address. Use another address."),
        "answer_not_understood": translate("words", "The server’s answer said neither yes nor no."),
        "answer_without_receipt": translate("words", "The server answered, but not with a receipt."),
        "collection_extra_missing": translate(
            "words", "This way to send needs a part of Testimony that is not installed. Nothing was sent. Tell whoever set it up."
        ),
        "collection_full": translate("words", "There is no room where the file should go. Make room, then try again."),
        "collection_not_there": translate("words", "The place where the file should go is not there. Is the stick plugged in?"),
        "collection_there": translate("words", "The place is there and lets us in. Nothing was sent."),
        "comments_closed": translate(
            "words", "Comments closed before it could be sent. Ask the clerk whether it may come late, then try again."
        ),
        "file_in_collection": translate("words", "The file is there as {receipt}. We read it back, and it is whole."),
        "file_name_taken": translate("words", "Another file of that name is there already. We did not touch it."),
        "file_not_read_back": translate("words", "We could not read the file back as we wrote it."),
        "file_not_there": translate("words", "The file is not there."),
        "ca_file_not_readable": translate("words", "We could not read the file of trusted certificates. Tell whoever set it up."),
        "connection_lost": translate("words", "The connection broke before anything was handed over."),
        "login_accepted": translate("words", "We reached the server, it is the one it says it is, and it took the name and password. Nothing was sent."),
        "login_not_offered": translate("words", "The server offers no way to log in with a password. Tell whoever set it up."),
        "login_refused": translate("words", "The server did not take the name or password."),
        "server_failed_same_key": translate(
            "words", "The server had a problem. It can tell a second try from a new one."
        ),
        "way_needs_you": translate("words", "{channel} needs you first. See where it was tried."),
        "no_answer_same_key": translate("words", "The server stopped answering. It can tell a second try from a new one."),
        "server_has_another": translate("words", "The server has another text under this number. Ask whoever runs it, then send again."),
        "server_not_found": translate("words", "We could not find the server. This computer may be offline."),
        "server_not_reached": translate("words", "We could not reach the server."),
        "server_not_understood": translate("words", "The server said something that we do not understand."),
        "server_reached": translate("words", "We reached the server, and it is the one it says it is. Nothing was sent."),
        "server_redirects": translate("words", "The server sent us to another place. We did not follow. Tell whoever set it up."),
        "server_refused": translate("words", "The server did not take it. It said: {answer}"),
        "server_said_later": translate("words", "The server asks us to come back later."),
        "server_took_it": translate("words", "The server took it at {changed}. We cannot see whether anyone read it."),
        "tls_broken": translate("words", "The secure connection to the server broke."),
        "tls_failed": translate("words", "The secure connection to the server could not be made."),
        "tls_missing": translate("words", "The server offers no secure connection, so we sent nothing. Tell whoever set it up."),
        "tls_tampered": translate("words", "Somebody may stand between us and the server, so we sent nothing. Tell whoever set it up."),
        "tls_too_old": translate("words", "The server’s secure connection is too old to be safe, so we sent nothing. Tell whoever set it up."),
        "tls_untrusted": translate("words", "We cannot be sure that this is the right server, so we sent nothing."),
        "no_answer_after_handing_over": translate("words", "The other side stopped answering while we handed it over."),
        "nothing_to_check": translate("words", "There is nothing to check. Nothing was sent."),
        "mail_service_accepted": translate(
            "words", "Your mail service accepted it at {changed}. We cannot see whether the City got it."
        ),
        "mail_service_accepted_for_some": translate(
            "words", "Your mail service accepted it for some addresses, and not for others."
        ),
        "message_damaged": translate("words", "What was kept to be sent is damaged. Send it again from Share."),
        "message_too_large": translate("words", "The message is larger than the mail server takes. Leave the file out, or hand it in another way."),
        "recipient_refused": translate("words", "The mail server does not take mail for this address. Check the address."),
        "sender_refused": translate("words", "The mail server does not let this account send from its address. Tell whoever set it up."),
        "mail_program_opened": translate("words", "We opened your mail program. Did you press Send?"),
        "page_opened": translate("words", "We opened the page. Did you press its button?"),
        "page_to_be_looked_at": translate("words", "Only your browser can show whether the page is there. Nothing was sent."),
        "paper_to_be_handed_in": translate("words", "It is on paper. Did you hand it in or mail it?"),
        "practice_done": translate("words", "This was practice. Nothing was sent."),
        "restored": translate("words", "A backup was restored, and we cannot tell whether it was sent after that backup."),
        "server_not_answering": translate("words", "The server does not answer."),
        "stopped_before_handing_over": translate("words", "Sending stopped before anything was handed over. Try again."),
        "stopped_while_handing_over": translate("words", "Sending stopped while it was handed over."),
        "taken_back": translate("words", "You took it back."),
        "you_said_arrived": translate("words", "You said that it arrived."),
        "you_said_not_arrived": translate("words", "You said that it did not arrive."),
        "you_said_returned": translate("words", "You said that a notice came back."),
    }  # fmt: skip
