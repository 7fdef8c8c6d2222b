"""Many messages over one connection, and a check that sends none."""

import time

import pytest

from testimony_app.channels import email_smtp, smtp_codes
from testimony_app.channels.email_smtp import SmtpChannel
from testimony_app.domain.submission import Cancelled, OutcomeKind, Phase
from tests.channels.gates import RecordingGate
from tests.channels.letters import IDS, LETTER
from tests.channels.smtp_actions import drop, keep_and_say, reset, say, say_and_drop, silent
from tests.channels.smtp_rig import channel_for, send, settings_for

ACCEPTED = OutcomeKind.ACCEPTED
TEMPORARY = OutcomeKind.TEMPORARY
PERMANENT = OutcomeKind.PERMANENT
NO = "550 5.1.1 No such user"


# One connection for many.


def sent(channel, number):
    payload = channel.prepare(LETTER, IDS)
    return [send(channel, payload).kind for _ in range(number)]


def test_many_messages_go_over_one_connection(server, certificates):
    with channel_for(server, certificates) as channel:
        assert sent(channel, 5) == [ACCEPTED] * 5
    assert server.connections == 1
    assert len(server.delivered) == 5
    assert server.verbs().count("AUTH") == server.verbs().count("QUIT") == 1
    assert server.verbs().count("RSET") == 4


def test_without_open_each_message_has_its_own(server, certificates):
    assert sent(channel_for(server, certificates), 2) == [ACCEPTED] * 2
    assert server.connections == 2


@pytest.mark.parametrize("action", [drop, reset, say_and_drop("421 4.4.2 Idle for too long"), say("500 what?")])
def test_a_kept_connection_that_died_is_made_anew(server, certificates, action):
    with channel_for(server, certificates) as channel:
        server.plan(rset=action)
        assert sent(channel, 3) == [ACCEPTED] * 3
    assert server.connections == 2
    assert len(server.delivered) == 3


def test_a_kept_connection_that_hangs_is_made_anew(server, certificates, monkeypatch):
    monkeypatch.setattr(email_smtp, "STILL_THERE", 0.05)
    with channel_for(server, certificates) as channel:
        server.plan(rset=silent)
        assert sent(channel, 2) == [ACCEPTED] * 2
    assert server.connections == 2


def test_a_connection_lost_between_two_messages_costs_nothing(server, certificates):
    with channel_for(server, certificates) as channel:
        assert sent(channel, 1) == [ACCEPTED]
        server.hang_up()
        assert sent(channel, 1) == [ACCEPTED]
    assert server.connections == 2


def test_a_refusal_keeps_the_connection_and_a_loss_does_not(server, certificates):
    with channel_for(server, certificates) as channel:
        server.plan(rcpt=[say(NO)], mail=[None, say("451 4.3.0 Later")], dot=[say("554 5.7.1 Spam")])
        assert sent(channel, 4) == [PERMANENT, TEMPORARY, PERMANENT, ACCEPTED]
        assert server.connections == 1
        server.plan(dot=keep_and_say("354 what?"))
        assert sent(channel, 2) == [OutcomeKind.UNKNOWN, ACCEPTED]
        assert server.connections == 2


def test_what_was_cancelled_half_way_does_not_go_with_the_next(server, certificates):
    with channel_for(server, certificates) as channel:
        payload = channel.prepare(LETTER, IDS)
        for phase in (Phase.BODY, Phase.COMMITTING):
            with pytest.raises(Cancelled):
                send(channel, payload, RecordingGate(stop_at=phase))
            assert server.delivered == []
        assert send(channel, payload).kind is ACCEPTED
    assert [each.recipients for each in server.delivered] == [("clerk@city.test",)]
    assert server.connections == 3


# Trying a channel out.


def test_a_check_says_what_it_proved_and_sends_nothing(server, certificates):
    check = channel_for(server, certificates).probe(time.monotonic() + 20)
    assert check == (smtp_codes.PROOFS, None, 1_000_000)
    assert server.verbs() == ["EHLO", "STARTTLS", "EHLO", "AUTH", "QUIT"]
    assert server.delivered == []


@pytest.mark.parametrize(
    ("changes", "proved", "code"),
    [
        ({"port": 1}, 0, "server_not_reached"),
        ({"ca_file": ""}, 1, "tls_untrusted"),
        ({"username": "somebody@else.test"}, 2, "login_refused"),
    ],
)
def test_a_check_says_how_far_it_came(server, certificates, changes, proved, code):
    check = channel_for(server, certificates, **changes).probe(time.monotonic() + 20)
    assert (check.proved, check.problem.code) == (smtp_codes.PROOFS[:proved], code)


def test_a_check_never_raises(server, certificates):
    def password():
        raise RuntimeError

    check = SmtpChannel(settings_for(server, certificates), password).probe(time.monotonic() + 20)
    assert check.proved == smtp_codes.PROOFS[:2]
    assert check.problem.kind is PERMANENT


def test_smtp_cannot_be_asked(server, certificates):
    channel = channel_for(server, certificates)
    assert channel.ask(channel.prepare(LETTER, IDS)) is None
    assert server.connections == 0


def test_every_code_is_named_once():
    constants = {value for name, value in vars(smtp_codes).items() if name.isupper() and isinstance(value, str)}
    assert set(smtp_codes.CODES) | set(smtp_codes.PROOFS) == constants
    assert len(smtp_codes.CODES) == len(set(smtp_codes.CODES))
