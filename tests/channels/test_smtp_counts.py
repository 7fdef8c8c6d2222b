"""What is tried once elsewhere, a thousand times: rows S1, S9, S10, S11 and S12, which need no script of faults.

.venv/bin/python -m pytest tests/channels/test_smtp_counts.py -m long
"""

import errno
from functools import partial

import pytest

from tests.channels import test_email_smtp as login
from tests.channels import test_smtp_recipients as recipients
from tests.channels import test_smtp_security as security
from tests.channels.smtp_server import FEATURES

UNTRUSTED = ("of_another_host", "of_another_authority", "expired")
INJECTED = (b"250 2.0.0 Ok\r\n", b"250-AUTH PLAIN\r\n250 8BITMIME\r\n", b"x", b"\x15\x03")
WITH_SERVER = {
    "S1-handshake": security.test_a_handshake_that_fails_otherwise_waits,
    "S9-no-authority": security.test_without_a_file_the_authorities_of_the_system_are_asked,
    "S9-no-encryption": security.test_a_server_without_encryption_gets_nothing,
    **{
        f"S9-taken-back-{reply[:3]}": partial(
            security.test_an_offer_of_encryption_that_is_taken_back_ends_it, reply=reply
        )
        for reply in ("500 5.5.1 What?", "502 5.5.1 No", "454x")
    },
    **{
        f"S9-injected-{number}": partial(security.test_words_put_in_before_the_encryption_end_it, injected=injected)
        for number, injected in enumerate(INJECTED)
    },
    "S9-injected-later": security.test_words_put_in_while_the_encryption_begins_end_it,
    "S10-wrong-password": login.test_a_refused_login_is_told_and_not_tried_again,
    **{
        f"S10-{code}": partial(login.test_a_password_that_cannot_be_had_is_told, code=code, told=code)
        for code in ("secret_locked", "secret_missing")
    },
    "S11-one-for-good": partial(
        recipients.test_one_of_three_refused_is_told_and_tried_alone, refusal=recipients.NO, kind=recipients.PERMANENT
    ),
    "S11-one-for-now": partial(
        recipients.test_one_of_three_refused_is_told_and_tried_alone,
        refusal="450 4.2.1 Try later",
        kind=recipients.TEMPORARY,
    ),
    "S11-all": recipients.test_all_refused_for_good_needs_the_person_and_one_for_now_waits,
    "S11-after-the-dot": recipients.test_what_is_refused_after_the_dot_is_refused_for_each,
    "S12-size": recipients.test_a_message_that_is_too_large_is_told_before_it_is_sent,
    "S12-letters": recipients.test_letters_outside_ascii_in_an_address_need_a_server_that_can,
}
NO_WAY = ((OSError(errno.ENETUNREACH, "no route"), "server_not_reached"), (TimeoutError(), "server_not_answering"))


@pytest.mark.long
@pytest.mark.parametrize("once", WITH_SERVER.values(), ids=WITH_SERVER)
def test_a_thousand_times(once, server, certificates):
    for _ in range(1000):
        server.plan()
        server.features = FEATURES
        for kept in (server.delivered, server.commands, server.plain):
            kept.clear()
        server.connections = 0
        once(server=server, certificates=certificates)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["starttls", "tls"])
@pytest.mark.parametrize("name", UNTRUSTED)
def test_a_certificate_that_is_not_the_servers_own_a_thousand_times(certificates, name, kind):
    for _ in range(1000):
        security.test_a_certificate_that_is_not_the_servers_own_ends_it(certificates, name, kind)


@pytest.mark.long
def test_a_server_that_is_not_there_a_thousand_times(server, certificates, monkeypatch):
    for _ in range(1000):
        security.test_a_refused_connection_waits(certificates, server)
        for act in (security.test_a_name_without_an_address_waits, *map(no_way, NO_WAY)):
            with monkeypatch.context() as patched:
                act(server, certificates, patched)
    assert server.delivered == []


def no_way(case):
    error, code = case
    return lambda server, certificates, patched: security.test_a_way_that_leads_nowhere_waits(
        server, certificates, patched, error, code
    )
