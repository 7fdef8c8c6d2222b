import pytest

from testimony_app.domain.submission import MOVES, Attachment, Letter, Payload, Phase, SubmissionState, may_move

S = SubmissionState


def test_every_state_says_what_may_follow_it():
    assert set(MOVES) == set(S)


def test_nothing_is_sent_again_by_itself_from_where_nobody_knows():
    assert S.SENDING not in MOVES[S.UNKNOWN]
    assert S.WAITING not in MOVES[S.UNKNOWN]
    assert S.SENDING not in MOVES[S.NEEDS_YOU]


def test_what_left_is_never_unsent():
    for state in (S.ACCEPTED, S.CONFIRMED, S.RETURNED):
        assert not MOVES[state] & {S.QUEUED, S.SENDING, S.WAITING, S.CANCELLED}


@pytest.mark.parametrize("phase", list(Phase))
def test_it_can_be_taken_back_until_it_is_being_handed_over(phase):
    assert may_move(S.SENDING, S.CANCELLED, phase) is (phase is not Phase.COMMITTING)


def test_two_letters_are_the_same_by_text_and_attachments():
    letter = Letter("Subject", "Text.", (Attachment("a.docx", "application/x", b"1"),), sender_name="Rosa")
    same = Letter("Subject", "Text.", (Attachment("a.docx", "application/x", b"1"),), copy_to="rosa@example.org")
    assert letter.content_sha256 == same.content_sha256
    others = [
        Letter("Subject", "Text."),
        Letter("Subject", "Text", letter.attachments),
        Letter("Subject", "Text.", (Attachment("a.docx", "application/x", b"2"),)),
        Letter("SubjectText.", "", letter.attachments),
    ]
    assert len({each.content_sha256 for each in [letter, *others]}) == 5


def test_a_payload_is_named_by_its_bytes():
    assert Payload(b"1", "text/plain", "id").sha256 == Payload(b"1", "message/rfc822", "other").sha256
    assert Payload(b"1", "text/plain", "id").sha256 != Payload(b"2", "text/plain", "id").sha256
