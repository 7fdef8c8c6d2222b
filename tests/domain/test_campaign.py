from msgspec import structs

from tests.domain.material import CAMPAIGN


def test_points_asks_and_facts_are_found_by_their_ids():
    assert CAMPAIGN.point("accuracy").title == "It makes more mistakes with some people"
    assert CAMPAIGN.ask("letter-2020").from_letter
    assert CAMPAIGN.evidence("nist-size").fact == 8
    assert CAMPAIGN.evidence("clearview-top-ten").fact == 27
    for find in (CAMPAIGN.point, CAMPAIGN.ask, CAMPAIGN.evidence):
        assert find("nowhere") is None
        assert find("") is None


def test_facts_come_in_the_order_of_the_points_what_others_said_after_the_points_own():
    first, second = CAMPAIGN.point("accuracy"), CAMPAIGN.point("listen")
    campaign = structs.replace(CAMPAIGN, points=(first, second))
    assert tuple(campaign.all_evidence()) == (
        *first.evidence,
        *first.others_said,
        *second.evidence,
        *second.others_said,
    )
    assert campaign.evidence("chief-objection") is None
