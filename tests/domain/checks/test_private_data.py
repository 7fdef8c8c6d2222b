"""What is private, what only looks like it, and that all of it can be covered or taken out."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.checks.finding import Fix, Severity, apply_fix
from testimony_app.domain.checks.private_data import find_private_data
from testimony_app.domain.compose import Material, compose
from testimony_app.domain.draft import Matter
from tests.domain.checks.reviews import DRAFT, marked, review, section
from tests.domain.material import ENGLISH

MUST_FIND = {
    "phone_number": [
        "«612-555-0142»",
        "Call me at «612-555-0142».",
        "My number is «(612) 555-0142».",
        "«612.555.0142» is my cell.",
        "Text «612 555 0142» at night.",
        "«+1 612 555 0142»",
        "«1-612-555-0142»",
        "Reach me on «6125550142».",
        "Ask for Rosa at «612-555-0142 ext. 5».",
        "Pasted: «612\u2011555\u20110142».",
        "Pasted: «612\u2013555\u20130142».",
        "The City answers at «612-673-3000».",
        "My aunt: «+52 55 1234 5678».",
        "Soomaaliya: «+252 61 5123456».",
        "In Arabic digits: «٦١٢-٥٥٥-٠١٤٢».",
        "Call me at «555-0142» after six.",
        "Mi teléfono es «555-0142».",
        "Line one\n«612-555-0142»\nline three",
    ],
    "email_address": [
        "«rosa@example.org»",
        "Write to «rosa.maple+city@mail.example.org», please.",
        "<«ROSA@EXAMPLE.ORG»>",
        "mailto:«rosa@example.org»",
        "Ask at home, or «o'brien@example.org».",
        "'«rosa@example.org»'",
        "Correo: «rocío@example.org».",
        "«rosa_maple@example.co.uk».",
    ],
    "street_address": [
        "I live at «3120 Lake Street».",
        "I live at «2020 Lake Street».",
        "We moved to «2948 Chicago Ave S» last year.",
        "My home is «12 N. 3rd St., Apt 4B».",
        "«350 South 5th Street»",
        "«4200 42nd Avenue South»",
        "«1500 Park Ave E #3»",
        "«1234½ Main St»",
        "«123 1/2 Main St»",
        "«16 University Ave SE»",
        "«220 Martin Luther King Jr Blvd»",
        "«1999 Nicollet Mall»",
        "«1800 Dupont Av N»",
        "«77 Cedar Court» is home.",
        "In 2020 «3120 Lake Street» burned.",
        "Ward 6, «3120 Lake Street»",
        "I live at «3120 lake street» with my kids.",
        "my address is «3120 e. lake st apt 4»",
        "I have lived at «3120\u00a0Lake\u00a0Street».",
        "Vivo en «calle Lake 3120».",
        "Vivo en la «Calle 5, 123».",
    ],
    "government_id": [
        "My number is «000-12-3456».",
        "«000 12 3456»",
        "«000.12.3456»",
        "«000\u201112\u20113456»",
        "My SSN is «000123456».",
        "social security number: «000-123-456»",
        "Mi seguro social es «000123456».",
        "ITIN «900-70-0000»",
        "«A012345678»",
        "My A-number is «A-012-345-678».",
        "«A# 012345678»",
        "«A 012 345 678»",
        "alien registration number «012345678»",
        "My passport is «C01234567».",
        "passport no. «123456789»",
        "Mi pasaporte es «123456789».",
        "my driver’s license number is «A-123-456-789-012»",
        "license: «D123456789012».",
        "state ID «123456789»",
        "green card number «MSC1234567890»",
        "visa number «12345678»",
    ],
    "bank_number": [
        "«4111 1111 1111 1111»",
        "My card is «4111-1111-1111-1111», please charge it.",
        "«4111111111111111»",
        "«4111\u00a01111\u00a01111\u00a01111»",
        "«4111\u20111111\u20111111\u20111111»",
        "My Visa «4111 1111 1111 1111» was stolen.",
        "Visa «4111111111111111»",
        "«3782 822463 10005»",
        "«378282246310005»",
        "credit card «1234 5678 9012 3456»",
        "my account number is «123456789»",
        "Account: «000123456789»",
        "acct. no. «12345678»",
        "routing number «091000019»",
        "My IBAN is «GB29 NWBK 6016 1331 9268 19» AND MORE",
        "«GB29NWBK60161331926819»",
        "«gb29 nwbk 6016 1331 9268 19»",
        "«DE89 3704 0044 0532 0130 00»",
        "Mi número de cuenta es «123456789».",
        "tarjeta de crédito «1234 5678 9012 3456»",
    ],
}
MUST_NOT_FIND = """
In 2020 Lake Street burned.
Since 2020 Lake Street has been rebuilt.
In 2020, Lake Street burned.
In 2020 38th Street was closed.
In 2020 and 2021 Lake Street was empty.
In summer 2020 Lake Street burned.
The 2020 Lake Street fires changed us.
On May 28 Lake Street burned.
On May 25, 2020 Chicago Avenue was closed.
En 2020 Lake Street ardió.
Lake Street alone has forty shops.
I walk down Lake Street and Chicago Avenue.
At 38th Street and Chicago Avenue a man was killed.
In Ward 6 Cedar Avenue is loud.
The Precinct 3 Lake Street building is gone.
Route 21 Lake Street is late.
I saw 40 Lake Street businesses burn.
About 100 Lake Street shop owners came.
All 3 South St. Paul schools have cameras.
There were 12 Supreme Court cases and 3 Housing Court cases.
20 United Way volunteers came.
En la calle Lake, 2020 fue un año malo.
La calle 38 es mi calle.
a 2 lane road
I lived at 3 different places on Lake Street.
The file is 2020-00681.
Files 2020-00681 and 2021-00150 say so.
my account of file 2020-00681
The Council voted 13-0 on 2021-02-12.
On February 12, 2021 the Council voted.
12/8/2026
12-08-2026
2019-2021
2017 2018 2019 2020
2019, 2020, 2021 and 2022
from 1990-2000-2010-2020
It cost $3,500,000 last year.
It cost $1,234,567.89.
Call 311.
Call 911 or 988.
Call 311 in 2021.
HF 3146 and SF 3393 were heard.
Minnesota Statutes 13.601
Minn. Stat. 626A.42, subd. 2
Ordinance 2021-006 and Resolution 2020R-324
ZIP code 55407
Minneapolis, MN 55415-1316
55401 55402 55403
85 percent, or 99.85%
10 to 100 times more
Zoom ID: 812 3456 7890
Zoom meeting ID 612 345 6789
Meeting ID 88512345678
at 6:30 p.m. on May 5, from 6:30 to 8:30
I am 41, with a 12-year-old and 11 years on the block.
428,579 people, 10,000 cameras
Clearview took 3,000,000,000 photos, then 30 billion.
3000000000 photos
NISTIR 8280, pages 1024-1035
ISBN 978-3-16-148410-0
doi 10.1145/3287560.3287596
case 27-CR-20-12646 and 0:18-cv-00562
MPD case 20-140629, badge 012345
Parcel 02-028-24-14-0123
44.9778, -93.2650
192.0.2.1
3.14159265358979
I got my green card in 2012.
My visa expired in 2019.
a passport for 2019 2029
the account 2019 2020 2021
my account, 612 cases
social media in 2020
A 2020 report, an A-1 rating
A 300 000 000 de personas les importa.
@rosa on social media
me@home
rosa at example dot org
https://www.revisor.mn.gov/bills/bill.php?b=House&f=HF3146&ssn=0&y=2020
THE COUNCIL SAID NO IN 2020
MN25 THAT THEY HAVE BEEN HERE
XGB29NWBK60161331926819
GB29NWB\u212a60161331926819, with the sign for kelvin
order 77-000-12-3456 and order 7000-12-3456
part 4111111111111111-22
6666666666666 stars
the I-94 Lake Street exit
a score of 21-14-7, a 5-4 vote
4000 5000 6000 7000
""".strip().splitlines()
MARKED = [(code, text) for code, texts in MUST_FIND.items() for text in texts]
EVERYTHING = " ".join(marked(text)[0] for _, text in MARKED)


def found(text):
    findings = list(find_private_data(review(text)))
    return [(finding.code, text[finding.start : finding.end]) for finding in findings]


@pytest.mark.parametrize(("code", "text"), MARKED)
def test_private_data_is_found_where_it_stands(code, text):
    plain, words = marked(text)
    assert found(plain) == [(code, words)]


@pytest.mark.parametrize("text", MUST_NOT_FIND)
def test_plain_testimony_is_left_alone(text):
    assert found(text) == []


def test_the_tables_are_long_enough():
    assert len(MARKED) >= 40
    assert len(MUST_NOT_FIND) >= 60


@pytest.mark.parametrize("text", [text for _, text in MARKED])
@pytest.mark.parametrize("fix", [Fix.DELETE, Fix.MASK])
def test_a_fix_leaves_nothing_to_find(text, fix):
    plain, words = marked(text)
    (finding,) = find_private_data(review(plain))
    assert finding.fixes == (Fix.DELETE, Fix.MASK)
    fixed = apply_fix(plain, finding, fix)
    assert words not in fixed
    assert "  " not in fixed
    assert found(fixed) == []


@pytest.mark.parametrize(("code", "text"), MARKED)
def test_only_ids_and_bank_numbers_must_be_fixed(code, text):
    (finding,) = find_private_data(review(marked(text)[0]))
    must = code in {"government_id", "bank_number"}
    assert finding.severity is (Severity.MUST_FIX if must else Severity.WORTH_A_LOOK)


def test_each_section_is_looked_at_by_itself():
    findings = list(find_private_data(review(section("Call 612-", name="a"), section("555-0142. rosa@example.org"))))
    assert [(finding.section, finding.code) for finding in findings] == [("own-1", "email_address")]


def test_much_at_once_is_all_found_and_no_sign_twice():
    text = "; ".join(marked(text)[0] for _, text in MARKED)
    findings = list(find_private_data(review(text)))
    spans = sorted((finding.start, finding.end) for finding in findings)
    assert len(findings) == len(MARKED)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_a_thousand_phone_numbers_are_enough():
    assert found(" ".join(["612-555-0142"] * 1001)) == [("phone_number", "612-555-0142")] * 1000


@pytest.mark.parametrize(
    ("beside", "codes"),
    [
        ({"record": ["Ask 612-555-0142"]}, ["phone_number"]),
        ({"record": ["Rezoning of 3120 Lake Street"]}, []),
        ({"record": ["File 2020-00681", "December 8, 2026"]}, []),
        ({"translation_text": "I live at 3120 Lake Street. rosa@example.org"}, ["email_address", "street_address"]),
        ({"translation_text": "000-12-3456, 000-12-3457"}, ["government_id"]),
        ({"translation_note": "Translated by rosa@example.org."}, ["email_address"]),
    ],
)
def test_what_stands_beside_the_sections_is_told_once_for_the_whole(beside, codes):
    findings = list(find_private_data(review("A heron stood there.", **beside)))
    assert [finding.code for finding in findings] == codes
    assert all((each.section, each.start, each.end, each.fixes) == ("", 0, 0, (Fix.ASK,)) for each in findings)


def test_a_title_of_ones_own_is_looked_at():
    draft = replace(DRAFT, campaign="", title="Call 612-555-0142")
    talk = replace(review("Words."), draft=draft, testimony=compose(Material(ENGLISH), draft))
    (finding,) = find_private_data(talk)
    assert (finding.code, finding.section, finding.fixes) == ("phone_number", "", (Fix.ASK,))
    elsewhere = replace(talk, testimony=compose(Material(ENGLISH), replace(draft, matter=Matter(title="Cameras"))))
    assert list(find_private_data(elsewhere)) == []


def test_a_heading_of_ones_own_is_looked_at():
    (finding,) = find_private_data(review(section("Words.", heading="Call 612-555-0142")))
    assert (finding.code, finding.section, finding.fixes) == ("phone_number", "", (Fix.ASK,))


@given(st.lists(st.sampled_from([*EVERYTHING.split(" "), "\n", "in", "$", "(", "No."]), max_size=30))
def test_findings_never_overlap_and_lie_in_the_text(words):
    text = " ".join(words)
    spans = sorted((finding.start, finding.end) for finding in find_private_data(review(text)))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
