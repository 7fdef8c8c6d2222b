"""What may go wrong between us and a mail server, and what must be known after it: rows S1 to S6, S8 and S10 to S12."""

from typing import NamedTuple

from testimony_app.domain.submission import OutcomeKind
from tests.channels.smtp_actions import (
    drip,
    drop,
    flood,
    go_on,
    keep_and,
    keep_and_say,
    reset,
    say,
    say_and_drop,
    send_raw,
)

TEMPORARY = OutcomeKind.TEMPORARY
PERMANENT = OutcomeKind.PERMANENT
UNKNOWN = OutcomeKind.UNKNOWN
ACCEPTED = OutcomeKind.ACCEPTED


class Fault(NamedTuple):
    row: str
    script: dict
    kind: OutcomeKind
    code: str
    slow: bool = False
    """Ends by the deadline alone."""

    def __str__(self):
        acts = "-".join(self.script)
        return f"{self.row}-{acts}-{self.code}"


def _everywhere(row, points, action, kind, code):
    return [Fault(row, {point: action}, kind, code) for point in points]


POINTS = ("banner", "ehlo", "starttls", "secure_ehlo", "auth", "mail", "rcpt", "data", "dot")
AFTER_TLS = ("auth", "mail", "rcpt", "data", "dot")
JUNK = b"\xff\xfe\x00\x80 hello \xc3\x28\r\n"

FAULTS = [
    *_everywhere("S1", ["accept"], drop, TEMPORARY, "connection_lost"),
    Fault("S1", {"starttls": send_raw(b"220 go\r\n", drop)}, TEMPORARY, "connection_lost"),
    *_everywhere("S2", POINTS, say("451 4.7.1 Please try again later"), TEMPORARY, "server_said_later"),
    *_everywhere("S2", POINTS, say_and_drop("421 4.3.2 Shutting down"), TEMPORARY, "server_said_later"),
    *_everywhere("S3", ["banner", "ehlo", "secure_ehlo"], say("554 5.7.1 Go away"), PERMANENT, "server_refused"),
    *_everywhere("S3", ["auth"], say("535 5.7.8 No"), PERMANENT, "login_refused"),
    *_everywhere("S3", ["mail"], say("553 5.7.1 Not your address"), PERMANENT, "sender_refused"),
    *_everywhere("S3", ["mail"], say("530 5.7.0 Authentication required"), PERMANENT, "login_refused"),
    *_everywhere("S3", ["mail"], say("552 5.3.4 Too large"), PERMANENT, "message_too_large"),
    *_everywhere("S3", ["rcpt"], say("550 5.1.1 No such user"), PERMANENT, "recipient_refused"),
    *_everywhere("S3", ["data"], say("554 5.5.1 No valid recipients"), PERMANENT, "server_refused"),
    *_everywhere("S3", ["dot"], say("550 5.7.1 Looks like spam"), PERMANENT, "server_refused"),
    *_everywhere("S3", ["dot"], say("552 5.3.4 Too large"), PERMANENT, "message_too_large"),
    *_everywhere("S3", ["dot"], say("554-5.7.1 No\r\n554 5.7.1 Never"), PERMANENT, "server_refused"),
    *_everywhere("S4", ["ehlo", "secure_ehlo", *AFTER_TLS[:-1], "body"], drop, TEMPORARY, "connection_lost"),
    *_everywhere("S4", ["ehlo", "secure_ehlo", *AFTER_TLS[:-1], "body"], reset, TEMPORARY, "connection_lost"),
    *_everywhere("S4", ["body"], say_and_drop("421 4.3.2 Shutting down"), TEMPORARY, "*"),
    *_everywhere("S4", ["body"], send_raw(b"250 2.0.0 Ok, too early\r\n", go_on), TEMPORARY, "server_not_understood"),
    *_everywhere("S5", ["dot"], drop, UNKNOWN, "no_answer_after_handing_over"),
    *_everywhere("S5", ["dot"], reset, UNKNOWN, "no_answer_after_handing_over"),
    *_everywhere("S5", ["dot"], keep_and(drop), UNKNOWN, "no_answer_after_handing_over"),
    *_everywhere("S5", ["dot"], keep_and(reset), UNKNOWN, "no_answer_after_handing_over"),
    *_everywhere("S5", ["dot"], keep_and(send_raw(b"250 2.0.0 O", drop)), UNKNOWN, "no_answer_after_handing_over"),
    *_everywhere("S5", ["dot"], send_raw(b"250-2.0.0 Ok\r\n", drop), UNKNOWN, "no_answer_after_handing_over"),
    *_everywhere("S5", ["dot"], send_raw(b"451-4.0.0 No\r\n", drop), UNKNOWN, "no_answer_after_handing_over"),
    *_everywhere("S5", ["dot"], keep_and(send_raw(JUNK)), UNKNOWN, "answer_not_understood"),
    *_everywhere("S5", ["dot"], keep_and(send_raw(b"250-Ok\r\n550 No\r\n")), UNKNOWN, "answer_not_understood"),
    *_everywhere("S5", ["dot"], keep_and_say("354 more"), UNKNOWN, "answer_not_understood"),
    *_everywhere("S5", ["dot"], keep_and_say("200 Ok"), UNKNOWN, "answer_not_understood"),
    *_everywhere("S6", ["dot"], keep_and(say_and_drop("250 2.0.0 Ok")), ACCEPTED, "mail_service_accepted"),
    *_everywhere("S6", ["dot"], keep_and(send_raw(b"250\r\n", reset)), ACCEPTED, "mail_service_accepted"),
    *_everywhere("S6", ["quit"], drop, ACCEPTED, "mail_service_accepted"),
    *_everywhere("S6", ["quit"], say("554 5.0.0 You may not go"), ACCEPTED, "mail_service_accepted"),
    *_everywhere("S6", ["quit"], send_raw(JUNK, drop), ACCEPTED, "mail_service_accepted"),
    *_everywhere("S8", ["banner"], send_raw(b"220 " + b"x" * 200_000 + b"\r\n"), TEMPORARY, "server_not_understood"),
    *_everywhere("S8", ["banner"], send_raw(b"220-x\r\n" * 40_000), TEMPORARY, "server_not_understood"),
    *_everywhere("S8", ["ehlo", "secure_ehlo"], flood(b"250-x\r\n" * 1000), TEMPORARY, "server_not_understood"),
    *_everywhere("S8", ["rcpt"], flood(b"x" * 10_000), TEMPORARY, "server_not_understood"),
    *_everywhere("S8", ["banner", *POINTS[3:8]], send_raw(JUNK), TEMPORARY, "server_not_understood"),
    *_everywhere("S8", ["mail"], send_raw(b"250 Ok\r\n250 Ok\r\n", go_on), TEMPORARY, "server_not_understood"),
    *_everywhere("S8", ["mail"], send_raw(b"950 Ok\r\n", go_on), TEMPORARY, "server_not_understood"),
    *_everywhere("S8", ["dot"], keep_and(flood(b"250-x\r\n" * 1000)), UNKNOWN, "answer_not_understood"),
    *[Fault("S8", {point: drip(b"2")}, TEMPORARY, "server_not_answering", slow=True) for point in POINTS[:-1]],
    Fault("S8", {"dot": keep_and(drip(b"2"))}, UNKNOWN, "no_answer_after_handing_over", slow=True),
]
QUICK = [fault for fault in FAULTS if not fault.slow]
SLOW = [fault for fault in FAULTS if fault.slow]
