"""The person's own mail program: a message file it opens as a draft, and a link for programs that open none."""

from collections.abc import Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import msgspec

from testimony_app.channels.channel_format import MailAppTable
from testimony_app.channels.mail_link import mail_link
from testimony_app.channels.mail_message import MailAddresses, mail_message, message_id
from testimony_app.channels.persons_turn import PersonsTurn
from testimony_app.domain.submission import Channel, Letter, Password, Payload, SubmissionIds


class MailAppChannel(PersonsTurn):
    """Prepares a message. Only the person can say that they pressed Send."""

    handed_over = "mail_program_opened"

    def __init__(self, settings: MailAppTable) -> None:
        self._settings = settings

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the message. Raises OrganizerError `mail_address_not_valid`, PersonError `own_address_not_valid`."""
        settings = self._settings
        content = mail_message(letter, ids, MailAddresses("", settings.to, settings.cc), unsent=True)
        return Payload(content, "message/rfc822", message_id(ids, ""), settings.to)


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
