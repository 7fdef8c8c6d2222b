"""The person's own mail program: a message file it opens as a draft, and a link for programs that open none."""

from collections.abc import Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import msgspec

from testimony_app.channels.channel_format import MailAppTable
from testimony_app.channels.mail_link import mail_link
from testimony_app.channels.mail_message import MailAddresses, mail_message, message_id
from testimony_app.domain.submission import (
    Channel,
    Gate,
    Letter,
    Outcome,
    OutcomeKind,
    Password,
    Payload,
    Phase,
    SubmissionIds,
)


class MailAppChannel:
    """Prepares a message. Only the person can say that they pressed Send."""

    def __init__(self, settings: MailAppTable) -> None:
        self._settings = settings

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the message. Raises OrganizerError `mail_address_not_valid`, PersonError `own_address_not_valid`."""
        settings = self._settings
        content = mail_message(letter, ids, MailAddresses("", settings.to, settings.cc), unsent=True)
        return Payload(content, "message/rfc822", message_id(ids, ""), settings.to)

    def send(self, payload: Payload, gate: Gate, deadline: float) -> Outcome:
        """Hand over to the person."""
        del payload, deadline  # the person does it
        gate.reach(Phase.CONNECT)
        return Outcome(OutcomeKind.HANDED_OVER, "mail_program_opened")

    def ask(self, payload: Payload) -> None:
        """Return None: a mail program cannot be asked."""
        del payload

    def check(self) -> Outcome:
        """Say that there is nothing to be checked."""
        return Outcome(OutcomeKind.ACCEPTED, "nothing_to_check")


def mail_link_of(payload: Payload) -> str:
    """Return the `mailto:` link of a prepared message: without its files, and without its text where that is long."""
    message = message_from_bytes(payload.content, policy=SMTP)
    body = message.get_body(("plain",)) if isinstance(message, EmailMessage) else None
    text = str(body.get_content()).rstrip("\n") if body is not None else ""
    copies = [address.strip() for address in str(message.get("Cc", "")).split(",") if address.strip()]
    return mail_link(payload.recipients, copies, str(message["Subject"]), text)


def make(settings: Mapping[str, object], password: Password) -> Channel:
    """Return the channel. It needs no secret."""
    del password
    return MailAppChannel(msgspec.convert(settings, MailAppTable))
