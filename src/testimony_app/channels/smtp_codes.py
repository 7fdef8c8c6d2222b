"""What an attempt to send by SMTP can end in. Each code is what `words` makes a sentence of.

After a code stands how far it may be trusted: "later" and "needs you" are proofs that nothing was delivered.
"""

MAIL_SERVICE_ACCEPTED = "mail_service_accepted"
"""Accepted: the mail server answered 250 after the whole message, for all addresses. Nobody may have read it yet."""

MAIL_SERVICE_ACCEPTED_FOR_SOME = "mail_service_accepted_for_some"
"""Accepted, but not for all addresses: `Outcome.recipients` says for which, and which may be tried again."""

SERVER_NOT_FOUND = "server_not_found"
"""Later: no address is known for the server's name. The computer may be offline."""

SERVER_NOT_REACHED = "server_not_reached"
"""Later: the server refused the connection, or no way leads to it."""

SERVER_NOT_ANSWERING = "server_not_answering"
"""Later: time was up before the message was handed over."""

SERVER_NOT_UNDERSTOOD = "server_not_understood"
"""Later: what the server said is no SMTP, is too long, or came unasked."""

CONNECTION_LOST = "connection_lost"
"""Later: the connection ended before the message was handed over."""

SERVER_SAID_LATER = "server_said_later"
"""Later: the server answered with 4xx, at any point. Some do so with every first try."""

TLS_FAILED = "tls_failed"
"""Later: the encrypted connection could not be set up, for another reason than those below."""

TLS_UNTRUSTED = "tls_untrusted"
"""Needs you: the server's certificate is not valid for its name, has expired, or is not signed by anybody trusted."""

TLS_MISSING = "tls_missing"
"""Needs you: the server offers no encryption at this port, or somebody between has taken the offer out."""

TLS_TAMPERED = "tls_tampered"
"""Needs you: something unencrypted came in where encryption begins. Somebody between may have put it there."""

TLS_TOO_OLD = "tls_too_old"
"""Needs you: the server has no version of TLS from 1.2 on."""

CA_FILE_NOT_READABLE = "ca_file_not_readable"
"""Needs you: the file of trusted certificates that the settings name cannot be read."""

SECRET_MISSING = "secret_missing"  # noqa: S105  (a code, no secret)
"""Needs you: the password is not where the settings say."""

SECRET_LOCKED = "secret_locked"  # noqa: S105  (a code, no secret)
"""Needs you: the password store is locked, or did not answer."""

LOGIN_REFUSED = "login_refused"
"""Needs you: the server does not take this user name with this password, or demands a login and none is set."""

LOGIN_NOT_OFFERED = "login_not_offered"
"""Needs you: the server offers no login that sends a password (PLAIN or LOGIN)."""

SERVER_REFUSED = "server_refused"
"""Needs you: the server answered with 5xx. Its own words tell more."""

SENDER_REFUSED = "sender_refused"
"""Needs you: the server does not let this account send from the address in the settings."""

RECIPIENT_REFUSED = "recipient_refused"
"""Needs you: the server takes no mail for the addresses in the settings. Of several, `Outcome.recipients` has each."""

MESSAGE_TOO_LARGE = "message_too_large"
"""Needs you: the message is larger than the server takes."""

ADDRESS_NOT_SUPPORTED = "address_not_supported"
"""Needs you: an address has letters outside ASCII before its @, and the server cannot handle those."""

MESSAGE_DAMAGED = "message_damaged"
"""Needs you: the kept bytes or addresses are not ones this program makes. Nothing was sent."""

STOPPED_BEFORE_HANDING_OVER = "stopped_before_handing_over"
"""Needs you: something unforeseen ended the attempt before the message was handed over."""

STOPPED_WHILE_HANDING_OVER = "stopped_while_handing_over"
"""Unknown: something unforeseen ended the attempt while the message was handed over."""

NO_ANSWER_AFTER_HANDING_OVER = "no_answer_after_handing_over"
"""Unknown: the whole message was handed over, and the connection ended or time was up before the answer."""

ANSWER_NOT_UNDERSTOOD = "answer_not_understood"
"""Unknown: the whole message was handed over, and the answer says neither yes nor no."""

CODES = (
    MAIL_SERVICE_ACCEPTED,
    MAIL_SERVICE_ACCEPTED_FOR_SOME,
    SERVER_NOT_FOUND,
    SERVER_NOT_REACHED,
    SERVER_NOT_ANSWERING,
    SERVER_NOT_UNDERSTOOD,
    CONNECTION_LOST,
    SERVER_SAID_LATER,
    TLS_FAILED,
    TLS_UNTRUSTED,
    TLS_MISSING,
    TLS_TAMPERED,
    TLS_TOO_OLD,
    CA_FILE_NOT_READABLE,
    SECRET_MISSING,
    SECRET_LOCKED,
    LOGIN_REFUSED,
    LOGIN_NOT_OFFERED,
    SERVER_REFUSED,
    SENDER_REFUSED,
    RECIPIENT_REFUSED,
    MESSAGE_TOO_LARGE,
    ADDRESS_NOT_SUPPORTED,
    MESSAGE_DAMAGED,
    STOPPED_BEFORE_HANDING_OVER,
    STOPPED_WHILE_HANDING_OVER,
    NO_ANSWER_AFTER_HANDING_OVER,
    ANSWER_NOT_UNDERSTOOD,
)
"""Every code an outcome of this channel may have."""

SERVER_REACHED = "server_reached"
"""Proved by a check: something answers there and speaks SMTP."""

SERVER_TRUSTED = "server_trusted"
"""Proved by a check: the connection is encrypted, and the certificate is the server's own."""

LOGIN_ACCEPTED = "login_accepted"
"""Proved by a check: the server takes the user name and the password."""

PROOFS = (SERVER_REACHED, SERVER_TRUSTED, LOGIN_ACCEPTED)
"""What a check can prove, in the order in which it is tried. None of it proves that mail will arrive."""
