import io
import re
import zipfile
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.channels.mail_message import LONGEST_SUBJECT, MailAddresses, mail_message, valid_address
from testimony_app.domain.errors import OrganizerError, PersonError
from testimony_app.domain.submission import Attachment, Letter, SubmissionIds
from testimony_app.domain.text import clean, one_line
from tests.channels.letters import IDS, LETTER, WORD, a_letter

TO_CLERK = MailAddresses("table@sender.test", ("clerk@city.test",))


def parsed(letter=LETTER, addresses=TO_CLERK, **options):
    return message_from_bytes(mail_message(letter, IDS, addresses, **options), policy=policy.default)


def body(message):
    part = message.get_body(("plain",))
    return part.get_payload(decode=True).decode(part.get_content_charset()).replace("\r\n", "\n")


def test_the_message_says_who_writes_to_whom_about_what():
    message = parsed()
    assert message["From"].addresses[0].display_name == "Xaawo Núñez"
    assert message["From"].addresses[0].addr_spec == "table@sender.test"
    assert message["To"] == "clerk@city.test"
    assert message["Subject"] == "Public comment, file 2020-00681, Xaawo Núñez"
    assert message["Date"] == "Mon, 23 Nov 2026 18:04:05 +0000"
    assert message["Message-ID"] == f"<{IDS.submission}@sender.test>"
    assert message["Content-Language"] == "so"
    assert message["MIME-Version"] == "1.0"
    assert message.defects == []
    for absent in ("Cc", "Bcc", "Reply-To", "X-Unsent", "X-Mailer", "User-Agent", "Sender"):
        assert absent not in message


def test_the_text_is_the_cover_and_then_the_testimony():
    assert body(parsed()) == f"{LETTER.cover}\n\n{LETTER.text}\n"


def test_the_word_file_goes_along_whole():
    (part,) = parsed().iter_attachments()
    assert part.get_filename() == "2020-00681_Xaawo-Núñez.docx"
    assert part.get_content_type() == WORD
    assert "MIME-Version" not in part
    assert part.get_content() == LETTER.attachments[0].content
    assert zipfile.ZipFile(io.BytesIO(part.get_content())).testzip() is None


def test_each_making_gives_the_same_bytes_and_another_submission_others():
    once = mail_message(LETTER, IDS, TO_CLERK)
    assert once == mail_message(LETTER, IDS, TO_CLERK)
    other = SubmissionIds("11111111-2222-4333-8444-555555555555", IDS.reference, IDS.made_at)
    assert once != mail_message(LETTER, other, TO_CLERK)


def test_lines_are_short_ascii_and_end_in_crlf_however_long_the_text():
    letter = a_letter(text="word " * 5000 + "\n" + "x" * 5000 + "\n.\n..\nFrom here\n\n ends with spaces   ")
    raw = mail_message(letter, IDS, TO_CLERK)
    assert raw.isascii()
    assert raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r")
    head, body_lines = raw.split(b"\r\n\r\n", 1)
    assert max(len(line) for line in head.split(b"\r\n")) <= 120
    assert max(len(line) for line in body_lines.split(b"\r\n")) <= 120
    assert body(message_from_bytes(raw, policy=policy.default)) == f"{letter.cover}\n\n{letter.text}\n"


def test_a_letter_without_cover_name_and_attachments_has_none():
    message = parsed(Letter("Public comment", "I live here."))
    assert message["From"] == "table@sender.test"
    assert message.get_content_type() == "text/plain"
    assert body(message) == "I live here.\n"


def test_copies_of_the_office_are_seen_and_the_persons_own_is_not():
    message = parsed(
        a_letter(copy_to="xaawo@home.test"), MailAddresses("a@b.test", ("c@d.test", "e@f.test"), ("g@h.test",))
    )
    assert message["To"] == "c@d.test, e@f.test"
    assert message["Cc"] == "g@h.test"
    assert "xaawo@home.test" not in str(message)


def test_replies_go_to_the_person_only_where_they_chose_it():
    assert parsed(a_letter(reply_to=" xaawo@home.test "))["Reply-To"] == "xaawo@home.test"


def test_a_message_for_a_mail_program_opens_as_a_draft_and_leaves_the_account_to_it():
    message = parsed(addresses=MailAddresses("", ("clerk@city.test",)), unsent=True)
    assert message["X-Unsent"] == "1"
    assert "From" not in message
    assert message["Message-ID"].endswith("@testimony.invalid>")


def test_the_time_zone_of_the_computer_is_not_told():
    there = SubmissionIds(
        IDS.submission, IDS.reference, datetime(2026, 11, 23, 12, tzinfo=timezone(-timedelta(hours=6)))
    )
    message = message_from_bytes(mail_message(LETTER, there, TO_CLERK), policy=policy.default)
    assert message["Date"] == "Mon, 23 Nov 2026 18:00:00 +0000"


@pytest.mark.parametrize(
    "trick",
    ["a\r\nBcc: x@y.test", "a\nBcc: x@y.test", "a\rBcc: x", "a\x00b", "a\x85Bcc: x", "a\u2028Bcc: x", "\u2029\x1b[0m"],
)
def test_no_value_makes_a_header_of_its_own(trick):
    letter = a_letter(subject=trick, sender_name=trick, language=trick, attachments=(Attachment(trick, trick, b"x"),))
    message = parsed(letter)
    plain = parsed()
    assert set(message.keys()) == set(plain.keys()) - {"Content-Language"}
    assert message["Subject"] == message["From"].addresses[0].display_name == one_line(clean(trick).text)
    assert message["From"].addresses[0].addr_spec == "table@sender.test"
    (part,) = message.iter_attachments()
    assert not re.search(r'[\r\n\x00/:"]', part.get_filename())


@pytest.mark.parametrize(
    "name",
    ['Ann "Nan" O\\Neil', "Maple, Rosa", "evil <clerk@city.test>", "a" * 80 + ' b "c" <d@e.test>', "=?utf-8?q?x?="],
)
def test_a_name_never_becomes_an_address(name):
    (address,) = parsed(a_letter(sender_name=name))["From"].addresses
    assert address.addr_spec == "table@sender.test"
    assert address.display_name == name


def test_a_long_subject_is_cut_and_says_so():
    subject = parsed(a_letter(subject="Öffentliche Anhörung " * 40))["Subject"]
    assert len(subject) <= LONGEST_SUBJECT
    assert subject.endswith("…")


def decoded(words):
    """Python's newer reader puts spaces between the encoded words of a name; the older one keeps to RFC 2047."""
    return str(make_header(decode_header(words)))


LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=100)


@settings(deadline=None)
@given(subject=LINES, name=LINES, text=st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_written_is_what_is_read(subject, name, text):
    raw = mail_message(Letter(subject, text, sender_name=name), IDS, TO_CLERK)
    older = message_from_bytes(raw, policy=policy.compat32)
    assert decoded(older["Subject"]) == one_line(clean(subject).text)
    assert decoded(parseaddr(older["From"])[0]) == one_line(clean(name).text)
    message = message_from_bytes(raw, policy=policy.default)
    assert message["From"].addresses[0].addr_spec == "table@sender.test"
    assert body(message) == clean(text).text.removesuffix("\n") + "\n"


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("clerk@city.test", "clerk@city.test"),
        ("o'brien+file@council.city.test", "o'brien+file@council.city.test"),
        ("clerk@bücher.test", "clerk@xn--bcher-kva.test"),
        ("josé@city.test", "josé@city.test"),
        ("", ""),
        ("clerk", ""),
        ("@city.test", ""),
        ("clerk@", ""),
        ("a b@city.test", ""),
        ("a@b@city.test", ""),
        ('"a b"@city.test', ""),
        ("clerk@[127.0.0.1]", ""),
        ("clerk@city.test>\r\nRCPT TO:<x@y.test", ""),
        ("clerk\x00@city.test", ""),
        ("clerk\u2028@city.test", ""),
        ("clerk@-city.test", ""),
        ("clerk@city..test", ""),
        ("a" * 65 + "@city.test", ""),
        ("a@" + "b." * 130 + "test", ""),
        ("\ud800@city.test", ""),
    ],
)
def test_which_addresses_are_taken(address, taken):
    assert valid_address(address) == taken


def test_an_address_that_is_none_is_told_to_who_can_change_it():
    for addresses in (
        MailAddresses("a@b.test", ()),
        MailAddresses("a@b.test", ("no",)),
        MailAddresses("no", ("a@b.test",)),
    ):
        with pytest.raises(OrganizerError, match="mail_address_not_valid"):
            mail_message(LETTER, IDS, addresses)
    with pytest.raises(PersonError, match="own_address_not_valid"):
        mail_message(a_letter(reply_to="not mine"), IDS, TO_CLERK)
