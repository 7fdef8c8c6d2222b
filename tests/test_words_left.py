"""The search for words that are left finds them, whatever they are wrapped in."""

import base64
import gzip
import quopri
import zipfile

import pytest

from tests.words_left import WORD, holds, places

AROUND = f"A {WORD} stood by the bridge."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_it_finds_the_word_in_each_encoding(encoding):
    assert holds(AROUND.encode(encoding))
    assert holds(AROUND.upper().encode(encoding))


@pytest.mark.parametrize("before", range(7))
def test_it_finds_the_word_in_base64_at_each_offset(before):
    assert holds(base64.b64encode(b"x" * before + AROUND.encode()))


def test_it_finds_the_word_quoted_and_packed(tmp_path):
    assert holds(quopri.encodestring(AROUND.encode()))
    (tmp_path / "a.gz").write_bytes(gzip.compress(AROUND.encode()))
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("document.xml", AROUND)
    (tmp_path / f"{WORD}.txt").write_text("")
    assert len(places(tmp_path)) == 3


def test_it_finds_nothing_where_nothing_is(tmp_path):
    (tmp_path / "a.txt").write_text("A heron stood by the bridge.")
    assert places(tmp_path) == []
