import pytest

from testimony_app.settings.region import region, uses_letter


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "en_US.UTF-8"}, "US"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "DE"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8", "LC_ALL": "es_MX"}, "MX"),
        ({"LC_ALL": "sr_Latn_RS@latin"}, "RS"),
        ({"LC_ALL": "so-SO"}, "SO"),
        ({"LC_ALL": "C.UTF-8"}, ""),
        ({"LC_ALL": "POSIX"}, ""),
        ({"LC_ALL": "en"}, ""),
    ],
)
def test_the_region_is_that_of_the_setting_for_paper(environment, expected):
    assert region(environment) == expected


def test_letter_is_used_in_north_america_and_where_nothing_is_known():
    assert [place for place in ("US", "MX", "", "DE", "SO") if uses_letter(place)] == ["US", "MX", ""]
