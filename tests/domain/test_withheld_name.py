from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.domain.withheld_name import reveals_name, withheld_name_spans
from tests.domain.material import NOTHING, with_fields


def withheld(name):
    return replace(with_fields({"name": name}), withhold_name=True)


def found(text, name):
    return [text[start:end] for start, end in withheld_name_spans(text, withheld(name))]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Rosa Maple", "I am Rosa Maple.", ["Rosa Maple"]),
        ("Rosa Maple", "i am rosa maple", ["rosa maple"]),
        ("Rosa Maple", "ROSA MAPLE, ROSA", ["ROSA MAPLE", "ROSA"]),
        ("Rosa Maple", "Rosa\n Maple and Rosa\u00a0Maple", ["Rosa\n Maple", "Rosa\u00a0Maple"]),
        ("Rosa Maple", "Maple's and Rosa’s", ["Maple", "Rosa"]),
        ("Rosa Maple", "the rosa tree is a maple", []),
        ("Rosa Maple", "Rosalind, Maples, Primrosa", []),
        ("Rosa Maple", "Rosa2 3Maple", []),
        ("Rosa Maple", "Testimony_Rosa_Maple.docx", ["Rosa_Maple"]),
        ("Rosa Maple", "_Rosa_ and (Maple)", ["Rosa", "Maple"]),
        ("Rosa Maple", "RosaMaple.docx, rosamaple2", ["RosaMaple"]),
        ("Rosa Maple", "rosa.maple@example.org", ["rosa.maple"]),
        ("Maple, Rosa", "Rosa Maple", ["Rosa", "Maple"]),
        ("Maple, Rosa", "maple, rosa", ["maple, rosa"]),
        ('Rosa "Ro" Maple', "Rosa Ro Maple or Ro", ["Rosa Ro Maple"]),
        ("Rosa M. Maple", "Rosa M Maple, M. and Rosa Maple", ["Rosa M Maple", "Rosa", "Maple"]),
        (" Rosa\n Maple ", "Rosa Maple", ["Rosa Maple"]),
        ("Rosa Maple-Lee", "Rosa Lee, Maple", ["Rosa", "Lee", "Maple"]),
        ("Anne-Marie", "anne-marie and Marie", ["anne-marie", "Marie"]),
        ("My Vang", "My son. my vang. Vang", ["my vang", "Vang"]),
        ("An Li", "An old Li. an li", ["an li"]),
        ("Will", "Will will, WILL.", ["Will", "WILL"]),
        ("Mai", "In Maine, Mai.", ["Mai"]),
        ("will", "I will", ["will"]),
        ("rosa maple", "rosa and Maple", ["rosa", "Maple"]),
        ("Rosa d'Angelo", "d'Angelo and D’Angelo", ["d'Angelo", "D’Angelo"]),
        ("Rosa O’Maple", "O'Maple", ["O'Maple"]),
        ("Renée Roy", "Rene\u0301e is Renée", ["Rene\u0301e", "Renée"]),
        ("Rene\u0301e Roy", "Renée is Rene\u0301e", ["Renée", "Rene\u0301e"]),
        ("Ly\u0301 Vang", "Lý and Ly\u0301", []),
        ("\u0958मर", "\u0958मर", ["\u0958मर"]),
        ("罗莎", "我是罗莎。", ["罗莎"]),
        ("王 莎", "王莎 王 莎", ["王莎", "王 莎"]),
        ("محمد علي", "أنا محمد علي ومحمد", ["محمد علي"]),
        ("สมชาย ใจดี", "ผมชื่อสมชายใจดีครับ", ["สมชายใจดี"]),
        ("\u200fמיה יער", "אני מיה.", ["מיה"]),
        ("Роза Клён", "роза клён, Клён", ["роза клён", "Клён"]),
        ("R.*", "R.* Rosa", ["R"]),
        ("(Rosa", "Rosa", ["Rosa"]),
    ],
)
def test_a_withheld_name_is_found_where_it_stands(name, text, expected):
    assert found(text, name) == expected
    assert reveals_name(text, withheld(name)) is bool(expected)


@pytest.mark.parametrize("name", ["", " \n", "-", "?", "❤️"])
def test_without_a_name_nothing_is_found(name):
    assert found("- ? ❤️ Rosa \n", name) == []


def test_a_name_that_may_be_published_is_not_looked_for():
    assert not reveals_name("Rosa Maple", with_fields({"name": "Rosa Maple"}))
    assert not reveals_name("Rosa Maple", replace(NOTHING, withhold_name=True))


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_spans_lie_in_the_text_one_after_another(name, before, after):
    text = f"{before} {name} {after}"
    ends = [0]
    for start, end in withheld_name_spans(text, withheld(name)):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Rosa", "Maple", "Lý", "Ny\u0301", "O'Ma", "罗莎", "علي", "ሮዛ", "J.", "de"]),
        min_size=2,
        max_size=4,
    ),
    st.text(" .,!?_-\n", max_size=3),
    st.sampled_from([str, str.lower, str.upper]),
)
def test_the_whole_name_is_always_found(parts, around, spelled):
    name = " ".join(parts)
    assert reveals_name(f"a{around} {spelled(name)} {around}b", withheld(name))


@pytest.mark.parametrize("piece", ["Rosa ", "Rosa", "_", "r", "Rosa_.", " "])
def test_a_long_text_is_searched_in_time(piece):
    text = piece * (200_000 // len(piece))
    assert len(found(text, "Rosa Maple Rosa")) <= 50_000
