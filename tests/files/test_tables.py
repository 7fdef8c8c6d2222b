"""From bytes to tables to shapes: every fault is told with its file and key, and nothing hostile gets further."""

from time import process_time
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct

from testimony_app.campaigns.body_format import ContactFile, ListFact, NumberFact, TextFact, YesNoFact
from testimony_app.campaigns.campaign_format import CampaignFile, EvidenceFile, PointFile, SourceFile
from testimony_app.files.deep_keys import has_deep_key
from testimony_app.files.problems import MOST_PROBLEMS, ContentProblemsError, Problem
from testimony_app.files.schema_problems import key_path
from testimony_app.files.tables import MOST_BYTES, parse_toml, shaped
from testimony_app.words.problems import problem_sentence
from testimony_app.words.translate import english
from tests.campaigns.samples import EVIDENCE, GONE, MAIN, POINT, SOURCE, changed, fact, toml


def problems_in(content):
    table, problems = parse_toml("a.toml", content)
    assert table == {}
    return problems


def found(table, shape):
    """What keeps a table from being a shape: key, fault, what was found and expected."""
    made, problems = shaped("a.toml", table, shape)
    assert made is None
    assert {problem.file for problem in problems} == {"a.toml"}
    assert all(problem_sentence(problem, english).isprintable() for problem in problems)
    return [(problem.key, problem.code, problem.found, problem.expected) for problem in problems]


def test_a_table_is_read_with_dates_as_text():
    content = b"day = 2021-02-12\nmoment = 2021-02-12T10:00:00Z\ntime = 10:30:00\nlist = [{at = 2021-02-12}]"
    assert parse_toml("a.toml", content) == (
        {
            "day": "2021-02-12",
            "moment": "2021-02-12T10:00:00+00:00",
            "time": "10:30:00",
            "list": [{"at": "2021-02-12"}],
        },
        (),
    )


def test_texts_are_cleaned_and_other_values_stay():
    content = b'text = "a\\u0000b\\r\\nc"\nlist = ["\\u001b[2J"]\nyes = true\nfive = 5\nhalf = 0.5'
    assert parse_toml("a.toml", content) == (
        {"text": "ab\nc", "list": ["[2J"], "yes": True, "five": 5, "half": 0.5},
        (),
    )


def test_a_byte_order_mark_is_passed_over():
    assert parse_toml("a.toml", b"\xef\xbb\xbfa = 1") == ({"a": 1}, ())


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"\xff\xfea", "not_utf8", "0"),
        (b"a = 'x\xff'", "not_utf8", "6"),
        (b"a = ", "toml_syntax", "Invalid value"),
        (b"a = 1\na = 2", "toml_syntax", "Cannot overwrite a value"),
        (b"day = 2021-02-30", "toml_syntax", "Invalid date"),
        (b"a = '\x00'", "toml_syntax", "character"),
        (b'a = "\\ud800"', "toml_syntax", "not a Unicode scalar value"),
        (b"a = " + b"[" * 10_000, "toml_syntax", "nested too deeply"),
        (b"a = " + b"{a=" * 10_000, "toml_syntax", "nested too deeply"),
        (b"a = " + b"9" * 5000, "toml_syntax", "limit"),
        (b"a = 0x" + b"f" * 5000, "toml_syntax", "more than 64 bits"),
        (b"a = 9223372036854775808", "toml_syntax", "more than 64 bits"),
        (b'"a\\u001b[2J" = 1', "text_not_clean", r"'a\x1b[2J'"),
        (b'b = [{"two\\nlines" = 1}]', "text_not_clean", r"'two\nlines'"),
        (b"#" * (MOST_BYTES + 1), "file_too_large", ""),
    ],
    ids=range(15),
)
def test_what_cannot_be_read_is_one_problem_told_in_a_line(content, code, told):
    (problem,) = problems_in(content)
    assert (problem.file, problem.key, problem.code) == ("a.toml", "", code)
    assert told in problem.found
    assert problem_sentence(problem, english).isprintable()
    assert len(problem_sentence(problem, english)) < 200


def test_a_file_of_just_a_megabyte_is_read():
    assert parse_toml("a.toml", b"a = 1 #" + b"x" * (MOST_BYTES - 7)) == ({"a": 1}, ())


def test_the_size_that_is_read_is_told():
    (problem,) = problems_in(b"#" * (MOST_BYTES + 1))
    assert problem.expected == "1024 KB"


@pytest.mark.parametrize("number", [-(2**63) + 1, 2**63 - 1])
def test_numbers_of_64_bits_are_read(number):
    assert parse_toml("a.toml", f"a = {number}".encode()) == ({"a": number}, ())


def test_a_sound_table_becomes_its_shape():
    made, problems = shaped("a.toml", POINT, PointFile)
    assert problems == ()
    assert (made.id, made.evidence[0].source.publisher) == ("privacy", "Example Press")


@pytest.mark.parametrize(
    ("table", "shape", "key", "was", "expected"),
    [
        (changed(SOURCE, ["date"], "x"), SourceFile, "date", "x", 'YYYY, YYYY-MM, YYYY-MM-DD or "unknown"'),
        (changed(SOURCE, ["date"], "2021\n"), SourceFile, "date", "2021\\n", 'YYYY, YYYY-MM, YYYY-MM-DD or "unknown"'),
        (changed(SOURCE, ["date"], 2021), SourceFile, "date", "2021", "text in quotes"),
        (changed(SOURCE, ["read_on"], "2021"), SourceFile, "read_on", "2021", "YYYY-MM or YYYY-MM-DD"),
        (changed(SOURCE, ["publisher"], ""), SourceFile, "publisher", "", "at least 1 character"),
        (
            changed(SOURCE, ["publisher"], "x" * 4001),
            SourceFile,
            "publisher",
            "x" * 80 + "…",
            "at most 4000 characters",
        ),
        (SOURCE | {"url": "javascript:x"}, SourceFile, "url", "javascript:x", "A web address, or empty"),
        (SOURCE | {"url": "https://a\n"}, SourceFile, "url", "https://a\\n", "A web address, or empty"),
        (changed(EVIDENCE, ["id"], "A"), EvidenceFile, "id", "A", "Lower-case letters, digits and hyphens"),
        (changed(EVIDENCE, ["id"], "a\n"), EvidenceFile, "id", "a\\n", "Lower-case letters, digits and hyphens"),
        (changed(EVIDENCE, ["fact"], -1), EvidenceFile, "fact", "-1", "0 or more"),
        (changed(EVIDENCE, ["fact"], 1.0), EvidenceFile, "fact", "1.0", "a whole number"),
        (changed(EVIDENCE, ["fact"], value=True), EvidenceFile, "fact", "True", "a whole number"),
        (changed(EVIDENCE, ["source", "publisher"], ""), EvidenceFile, "source.publisher", "", "at least 1 character"),
        (changed(POINT, ["paragraphs"], []), PointFile, "paragraphs", "[]", "at least 1 entry"),
        (changed(POINT, ["paragraphs", 0], 0), PointFile, "paragraphs[0]", "0", "1 or more"),
        (changed(POINT, ["prompts"], ["x"] * 5), PointFile, "prompts", str(["x"] * 5), "at most 4 entries"),
        (changed(POINT, ["evidence", 0], "x"), PointFile, "evidence[0]", "x", "a table"),
        (changed(POINT, ["evidence"], "x"), PointFile, "evidence", "x", "a list"),
        (changed(POINT, ["title"], GONE) | {"title": 5}, PointFile, "title", "5", "text in quotes"),
        (changed(MAIN, ["format"], "campaign/2"), CampaignFile, "format", "campaign/2", 'Always "campaign/1"'),
        (changed(MAIN, ["reviewed_by_signers"], "no"), CampaignFile, "reviewed_by_signers", "no", "true or false"),
        (changed(MAIN, ["language"], "English"), CampaignFile, "language", "English", "A language tag such as en"),
        (fact(0), NumberFact, "value", "0", 'a whole number (1 or more) or "unknown"'),
        (fact("unknwon"), NumberFact, "value", "unknwon", 'a whole number (1 or more) or "unknown"'),
        (fact("yes"), YesNoFact, "value", "yes", 'true or false or "unknown"'),
        (fact([1]), ListFact, "value", "[1]", 'a list or "unknown"'),
        (fact(""), TextFact, "value", "", "at least 1 character"),
        (
            {"kind": "fax", "title": "x", "detail": fact()},
            ContactFile,
            "kind",
            "fax",
            "one of email, phone, postal, room, web",
        ),
    ],
)  # fmt: skip
def test_a_wrong_value_says_what_was_expected(table, shape, key, was, expected):
    assert found(table, shape) == [(key, "wrong_value", was, expected)]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (["title"], "title"),
        (["letter", "published_at", "read_on"], "letter.published_at.read_on"),
        (["letter", "paragraphs", 1, "summary"], "letter.paragraphs[1].summary"),
        (["asks", 0, "from_letter"], "asks[0].from_letter"),
    ],
)
def test_a_missing_key_is_named_where_it_should_stand(path, shown):
    assert found(changed(MAIN, path, GONE), CampaignFile) == [(shown, "missing_key", "", "")]


@pytest.mark.parametrize(
    ("path", "shown", "meant"),
    [
        (["titel"], "titel", "title"),
        (["letter", "signer"], "letter.signer", "signers"),
        (["asks", 0, "from_leter"], "asks[0].from_leter", "from_letter"),
        (["zzz"], "zzz", ""),
        (["k" * 500], "k" * 80 + "…", ""),
    ],
)
def test_an_unknown_key_says_which_may_be_meant(path, shown, meant):
    name = shown.rpartition(".")[2]
    assert found(changed(MAIN, path, "x"), CampaignFile) == [(shown, "unknown_key", name, meant)]


def test_all_problems_are_told_at_once_in_the_order_of_their_keys():
    table = changed(MAIN, ["asks", 0, "id"], "Keep")
    table = changed(table, ["letter", "title"], GONE)
    table = changed(table, ["letter", "ask_name"], GONE)
    table = table | {"version": "one", "titel": "x", "maker": "y"}
    assert [problem[:2] for problem in found(table, CampaignFile)] == [
        ("maker", "unknown_key"),
        ("titel", "unknown_key"),
        ("asks[0].id", "wrong_value"),
        ("letter.title", "missing_key"),
        ("letter.ask_name", "missing_key"),
        ("version", "wrong_value"),
    ]


def test_a_hostile_file_tells_no_more_than_a_thousand_problems():
    assert len(found(MAIN | {f"key{number}": 1 for number in range(3000)}, CampaignFile)) == 1000
    assert len(found(changed(MAIN, ["points"], [1] * 3000), CampaignFile)) == 1000


class Even(Struct):
    """A shape with a rule that JSON Schema as we use it knows nothing of."""

    number: Annotated[float, Meta(gt=0)]


def test_what_only_msgspec_finds_is_told_in_its_words():
    assert found({"number": float("nan")}, Even)[0][:2] == ("", "wrong_value")


@pytest.mark.parametrize(
    ("parts", "path"),
    [([], ""), (["a"], "a"), (["a", 0], "a[0]"), (["a", 1, "b", "c"], "a[1].b.c"), ([0, "a"], "[0].a")],
)
def test_a_key_path_counts_from_nought(parts, path):
    assert key_path(parts) == path


VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*MAIN, "nonsense"]), VALUES, max_size=4))
def test_any_table_is_a_shape_or_a_list_of_problems(changes):
    table = MAIN | changes
    made, problems = shaped("a.toml", table, CampaignFile)
    assert (made is None) == bool(problems)
    for problem in problems:
        assert problem_sentence(problem, english)
        assert problem.key


@given(st.dictionaries(st.sampled_from([*POINT]), VALUES, min_size=1, max_size=3))
def test_what_was_written_is_read(table):
    assert parse_toml("a.toml", toml(table)) == (table, ())


@given(st.binary(max_size=60) | st.text("ab=\"'[]{}.,#\n 019-:\\u", max_size=60).map(str.encode))
def test_any_bytes_are_a_table_or_one_problem(content):
    table, problems = parse_toml("a.toml", content)
    assert len(problems) <= 1
    assert not (table and problems)
    assert all(isinstance(problem, Problem) for problem in problems)


@pytest.mark.parametrize(
    "content",
    [
        ".".join("a" * 21) + " = 1",
        "[" + ".".join("a" * 100_000) + "]",
        "[[" + " . ".join("a" * 21) + "]]",
        ".".join(["x\t", " 'b.c'\t", '"d\\"."'] * 20) + " = 1",
        "list = [{" + ".".join(['""'] * 100_000) + " = 1}]",
        'x = {a = """t"""", ' + ".".join("a" * 100_000) + " = 1}",
        "x = {a = '''t'''', " + ".".join("a" * 100_000) + " = 1}",
        '# a comment with """\n' + ".".join("a" * 100_000) + " = 1",
    ],
    ids=range(8),
)
def test_a_key_of_too_many_parts_is_refused_before_it_is_parsed(content, monkeypatch):
    monkeypatch.setattr("tomllib.loads", lambda _text: pytest.fail("that would take too long"))
    (problem,) = problems_in(content.encode())
    assert (problem.code, problem.found) == ("toml_syntax", "nested too deeply")


@pytest.mark.parametrize("text", ["No. " * 30, "a.b." * 30, "'a'.'b'." * 30])
@pytest.mark.parametrize("line", ['text = "{}"', 'text = """\n{}"""', "text = '''\n{}'''", "text = 5 # {}"])
def test_many_dots_in_a_text_are_no_key(text, line):
    assert parse_toml("a.toml", line.format(text).encode())[1] == ()


def test_a_key_of_twenty_parts_is_read():
    assert parse_toml("a.toml", ".".join("a" * 20).encode() + b" = 1.5")[1] == ()


@pytest.mark.parametrize("piece", ['"\\"', "a.", '"', '\\"""', "'", "a ", ' "a".', "\\", "#", "'''", "a.'", "[a.\n"])
def test_looking_for_deep_keys_takes_no_longer_for_hostile_files(piece):
    before = process_time()
    has_deep_key(piece * (MOST_BYTES // len(piece)))
    has_deep_key('"' + piece * (MOST_BYTES // len(piece)))
    has_deep_key(".".join("a" * 30) + "\n" + '"""' + piece * (MOST_BYTES // len(piece)))
    assert process_time() - before < 5


def test_at_most_a_thousand_problems_are_told():
    error = ContentProblemsError("x", tuple(Problem("a.toml", str(number), "missing_key") for number in range(60_006)))
    assert (len(error.problems), error.parameters["count"]) == (MOST_PROBLEMS, MOST_PROBLEMS)
