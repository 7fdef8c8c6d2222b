"""Rows S11 and S12: who gets a message, and what is known before a word of it is sent."""

import pytest

from testimony_app.domain.submission import OutcomeKind, Payload, Phase, RecipientResult
from tests.channels.gates import RecordingGate
from tests.channels.letters import IDS, LETTER, a_letter
from tests.channels.smtp_actions import say
from tests.channels.smtp_rig import channel_for, send

ACCEPTED = OutcomeKind.ACCEPTED
TEMPORARY = OutcomeKind.TEMPORARY
PERMANENT = OutcomeKind.PERMANENT
THREE = ("one@city.test", "two@city.test", "three@city.test")
NO = "550 5.1.1 No such user"


def recipients_of(server):
    return [each.recipients for each in server.delivered]


# S11: each recipient for itself.


@pytest.mark.parametrize(("refusal", "kind"), [(NO, PERMANENT), ("450 4.2.1 Try later", TEMPORARY)])
def test_one_of_three_refused_is_told_and_tried_alone(server, certificates, refusal, kind):
    channel = channel_for(server, certificates, to=THREE)
    payload = channel.prepare(LETTER, IDS)
    server.plan(rcpt=[None, say(refusal)])
    outcome = send(channel, payload)
    assert (outcome.kind, outcome.code) == (ACCEPTED, "mail_service_accepted_for_some")
    assert [(each.address, each.kind) for each in outcome.recipients] == list(
        zip(THREE, (ACCEPTED, kind, ACCEPTED), strict=True)
    )
    assert outcome.recipients[1].answer == refusal
    left = tuple(each.address for each in outcome.recipients if each.kind is not ACCEPTED)
    again = send(channel, Payload(payload.content, payload.content_type, payload.message_id, left))
    assert (again.kind, again.code, again.recipients) == (ACCEPTED, "mail_service_accepted", ())
    assert recipients_of(server) == [("one@city.test", "three@city.test"), ("two@city.test",)]
    assert server.delivered[0].content == server.delivered[1].content


def test_all_refused_for_good_needs_the_person_and_one_for_now_waits(server, certificates):
    channel = channel_for(server, certificates, to=THREE)
    server.plan(rcpt=[say(NO)] * 3)
    outcome = send(channel)
    assert (outcome.kind, outcome.code, outcome.answer) == (PERMANENT, "recipient_refused", NO)
    assert {each.kind for each in outcome.recipients} == {PERMANENT}
    server.plan(rcpt=[say(NO), say("451 4.3.0 Later"), say(NO)])
    outcome = send(channel)
    assert (outcome.kind, outcome.code, outcome.answer) == (TEMPORARY, "server_said_later", "451 4.3.0 Later")
    assert [each.kind for each in outcome.recipients] == [PERMANENT, TEMPORARY, PERMANENT]
    assert "DATA" not in server.verbs()


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        ("550 5.1.1 No such user", "recipient_refused"),
        ("550 No such user", "recipient_refused"),
        ("553 5.7.1 <a@b.test>: Sender address rejected: not owned by user", "sender_refused"),
        ("550 5.1.8 Domain of sender does not exist", "sender_refused"),
        ("554 5.7.1 Relay access denied", "server_refused"),
        ("530 5.7.0 Authentication required", "login_refused"),
    ],
)
def test_why_an_address_is_refused_is_told_apart(server, certificates, refusal, code):
    server.plan(rcpt=say(refusal))
    outcome = send(channel_for(server, certificates))
    assert (outcome.kind, outcome.code, outcome.answer) == (PERMANENT, code, refusal)


def test_what_is_refused_after_the_dot_is_refused_for_each(server, certificates):
    server.plan(rcpt=[None, say(NO)], dot=say("451 4.3.0 Later"))
    outcome = send(channel_for(server, certificates, to=THREE))
    assert outcome.kind is TEMPORARY
    assert [each.kind for each in outcome.recipients] == [TEMPORARY, PERMANENT, TEMPORARY]
    assert server.delivered == []


def test_a_copy_goes_to_the_person_by_the_envelope_alone(server, certificates):
    channel = channel_for(server, certificates, cc=("records@city.test",))
    payload = channel.prepare(a_letter(copy_to="xaawo@home.test"), IDS)
    assert payload.recipients == ("clerk@city.test", "records@city.test", "xaawo@home.test")
    assert send(channel, payload).code == "mail_service_accepted"
    assert recipients_of(server) == [payload.recipients]
    assert b"home.test" not in server.delivered[0].content


def test_nobody_gets_two_copies(server, certificates):
    channel = channel_for(server, certificates, cc=("Clerk@City.test",))
    assert len(channel.prepare(a_letter(copy_to="clerk@city.test"), IDS).recipients) == 1


def test_the_copy_alone_is_no_testimony(server, certificates):
    channel = channel_for(server, certificates)
    payload = channel.prepare(a_letter(copy_to="xaawo@home.test"), IDS)
    server.plan(rcpt=[say(NO), None])
    outcome = send(channel, payload)
    assert (outcome.kind, outcome.code) == (PERMANENT, "recipient_refused")
    assert outcome.recipients == (
        RecipientResult("clerk@city.test", PERMANENT, NO),
        RecipientResult("xaawo@home.test", TEMPORARY, ""),
    )
    assert server.delivered == []
    alone = Payload(payload.content, payload.content_type, payload.message_id, ("xaawo@home.test",))
    assert send(channel, alone).kind is ACCEPTED


# S12: what the server cannot take is known before a word is sent.


def test_a_message_that_is_too_large_is_told_before_it_is_sent(server, certificates):
    server.features = ("SIZE 1000", "AUTH PLAIN")
    gate = RecordingGate()
    outcome = send(channel_for(server, certificates), gate=gate)
    assert (outcome.kind, outcome.code) == (PERMANENT, "message_too_large")
    assert "MAIL" not in server.verbs()
    assert gate.passed == [Phase.CONNECT, Phase.AUTH]


@pytest.mark.parametrize("offer", ["SIZE 0", "SIZE", "SIZE many", "SIZE " + "9" * 30, ""])
def test_a_size_that_says_nothing_limits_nothing(server, certificates, offer):
    server.features = (offer, "AUTH PLAIN")
    assert send(channel_for(server, certificates)).kind is ACCEPTED


def test_letters_outside_ascii_in_an_address_need_a_server_that_can(server, certificates):
    channel = channel_for(server, certificates, to=("josé@city.test",))
    assert send(channel).kind is ACCEPTED
    size = len(server.delivered[0].content)
    assert f"MAIL FROM:<table@sender.test> SIZE={size} BODY=8BITMIME SMTPUTF8" in server.commands
    assert server.delivered[0].recipients == ("josé@city.test",)
    for features in (("8BITMIME", "AUTH PLAIN"), ("SMTPUTF8", "AUTH PLAIN")):
        server.features = features
        outcome = send(channel)
        assert (outcome.kind, outcome.code) == (PERMANENT, "address_not_supported")
    assert len(server.delivered) == 1


def test_an_ascii_message_needs_nothing_of_the_server(server, certificates):
    server.features = ("AUTH PLAIN",)
    assert send(channel_for(server, certificates)).kind is ACCEPTED
    assert "MAIL FROM:<table@sender.test>" in server.commands
