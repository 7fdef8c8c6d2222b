import base64
import hashlib
import json

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.submission import Attachment
from testimony_app.sealing.age import CONTENT_TYPE, Sealed, seal, unseal

IDENTITY = pyrage.x25519.Identity.generate()
PUBLIC, SECRET = str(IDENTITY.to_public()), str(IDENTITY)
SEALED = Sealed(
    "11111111-1111-4111-8111-111111111111", "T-7K3MQ2P", Attachment("Rosa.docx", "application/x", b"\x00\xff")
)


def test_only_the_key_opens_it_and_the_name_tells_nothing():
    file = seal(SEALED, PUBLIC)
    assert unseal(file.content, SECRET) == SEALED
    assert file.name == f"{hashlib.sha256(file.content).hexdigest()}.age"
    assert file.content_type == CONTENT_TYPE
    assert b"Rosa" not in file.content
    with pytest.raises(OrganizerError, match="seal_not_opened"):
        unseal(file.content, str(pyrage.x25519.Identity.generate()))


@given(st.binary(max_size=2000), st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_any_document_comes_out_as_it_went_in(content, name):
    sealed = Sealed("id", "T-7K3MQ2P", Attachment(name, "application/x", content))
    assert unseal(seal(sealed, PUBLIC).content, SECRET) == sealed


WRONG_SUM = PUBLIC[:-1] + ("q" if PUBLIC[-1] != "q" else "p")


@pytest.mark.parametrize("key", ["", "age1", "age1" + "q" * 58, pytest.param(WRONG_SUM, id="wrong sum")])
def test_what_is_no_key_seals_nothing(key):
    with pytest.raises(OrganizerError, match="seal_key_not_valid"):
        seal(SEALED, key)


def test_a_secret_that_is_none_opens_nothing():
    with pytest.raises(OrganizerError, match="seal_key_not_valid"):
        unseal(b"", "AGE-SECRET-KEY-1")


@pytest.mark.parametrize(
    "inside",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "another/1"}',
        json.dumps({"format": "testimony-sealed/1", "content": "!"}).encode(),
    ],
)
def test_what_is_not_ours_is_not_opened(inside):
    receiver = pyrage.x25519.Recipient.from_str(PUBLIC)
    with pytest.raises(OrganizerError, match="seal_not_opened"):
        unseal(pyrage.encrypt(inside, [receiver]), SECRET)


@given(st.binary(max_size=300))
def test_no_bytes_break_it(content):
    with pytest.raises(OrganizerError, match="seal_not_opened"):
        unseal(content, SECRET)


def test_a_sealed_file_is_read_by_any_program_of_age():
    plain = pyrage.decrypt(seal(SEALED, PUBLIC).content, [IDENTITY])
    assert base64.b64decode(json.loads(plain)["content"]) == b"\x00\xff"
