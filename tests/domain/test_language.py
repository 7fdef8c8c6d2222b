from dataclasses import replace

import pytest

from tests.domain.material import ENGLISH


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-12-08", "December 8, 2026"),
        (" 2026-01-31\n", "January 31, 2026"),
        ("2026-11", "November 2026"),
        ("2026", "2026"),
        ("", ""),
        ("unknown", "unknown"),
        ("Dec 8 ", "Dec 8 "),
        ("2026-13-01", "2026-13-01"),
        ("2026-00", "2026-00"),
        ("2026-01-32", "2026-01-32"),
        ("2026-1-1", "2026-1-1"),
        ("on 2026-12-08", "on 2026-12-08"),
        ("{month}", "{month}"),
    ],
)
def test_a_date_is_written_out_and_all_else_left_as_it_is(text, written):
    assert ENGLISH.date(text) == written


def test_a_date_is_written_by_the_patterns_of_its_language():
    months = ("{day}", *("m",) * 11)
    language = replace(ENGLISH, months=months, date_pattern="{day} {month} {year} ({day})", month_pattern="{year}")
    assert language.date("2026-01-05") == "5 {day} 2026 (5)"
    assert language.date("2026-01") == "2026"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("so", "Somali"),
        ("en", "English"),
        ("es-MX", "Spanish"),
        ("zh-Hant-TW", "Chinese"),
        ("xx", "xx"),
        ("xx-YY", "xx-YY"),
    ],
)
def test_a_language_is_called_by_the_name_of_its_tag_or_what_it_begins_with(tag, name):
    assert ENGLISH.name_of(tag) == name
