import pytest

from testimony_app.domain.body import AskedFields, Fact, PublicBody, unlisted_body
from testimony_app.domain.contact import ContactKind, ContactLine, asked_contact, asked_kinds
from testimony_app.domain.draft import Contact, Draft

YES, NO, UNKNOWN = (Fact(value, "2026-11") for value in (True, False, None))
ALL = Contact(email=" rosa@example.org ", phone="612-555-0142", address="12 Elm Street,\nMinneapolis")


def body(**asked):
    fields = {"full_name": UNKNOWN, "address": UNKNOWN, "position": UNKNOWN} | asked
    return PublicBody(id="x", name="X", asks_for=AskedFields(**fields))


@pytest.mark.parametrize(
    "council",
    [None, unlisted_body("Oakdale"), body(), body(address=NO, email=UNKNOWN), body(full_name=YES, position=YES)],
)
def test_who_is_not_known_to_ask_is_told_nothing(council):
    assert asked_kinds(council) == ()
    assert asked_contact(Draft("x", "en", contact=ALL), council) == ()


def test_only_what_is_asked_for_is_told_each_on_one_line():
    draft = Draft("x", "en", contact=ALL)
    assert asked_contact(draft, body(address=YES, phone=NO)) == (
        ContactLine(ContactKind.ADDRESS, "12 Elm Street, Minneapolis"),
    )
    assert asked_contact(draft, body(email=YES, phone=YES)) == (
        ContactLine(ContactKind.EMAIL, "rosa@example.org"),
        ContactLine(ContactKind.PHONE, "612-555-0142"),
    )


def test_what_is_empty_has_no_line():
    draft = Draft("x", "en", contact=Contact(email="", phone=" - ", address="1 Example Way"))
    lines = asked_contact(draft, body(address=YES, email=YES, phone=YES))
    assert [line.kind for line in lines] == [ContactKind.ADDRESS]
