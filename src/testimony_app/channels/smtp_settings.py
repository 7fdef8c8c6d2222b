"""What an organizer sets for a channel that sends by SMTP."""

from dataclasses import dataclass
from typing import Literal

from testimony_app.channels.mail_message import MailAddresses


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """A mail account and where its mail goes. The password is not in here.

    `security` is "starttls" (mostly port 587) or "tls" (from the first byte on, mostly port 465). An empty `username`
    means that the server asks for no login. `ca_file` is a PEM file of the only certificates to be trusted; where it
    is empty, those of the system are.
    """

    to: tuple[str, ...]
    sender: str
    host: str
    port: int
    security: Literal["starttls", "tls"] = "starttls"
    cc: tuple[str, ...] = ()
    username: str = ""
    ca_file: str = ""

    @property
    def addresses(self) -> MailAddresses:
        """The addresses that stand in the message."""
        return MailAddresses(self.sender, self.to, self.cc)
