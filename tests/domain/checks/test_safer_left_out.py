"""A sentence about oneself or somebody near is hinted at; plain testimony about the same things is not."""

import unicodedata

import pytest

from testimony_app.domain.checks.finding import Fix, SafetyWords, Severity
from testimony_app.domain.checks.safer_left_out import find_safer_left_out, pattern_of
from tests.domain.checks.reviews import SAFETY, marked, ours, review, section

MUST_FIND = {
    "immigration": """
«I am undocumented», and I pay taxes.
«I'm undocumented».
«We’re undocumented».
«My older brother was deported» in 2019.
«my husband could be deported»
«I have DACA» and I drive to work.
«ICE took my» neighbor from his car.
«ICE came to my» door.
«I am afraid of ICE».
I came here «as a refugee» in 2006.
«We are refugees» from Somalia.
I was born in a «refugee camp».
«My green card» came late.
«I am a green card holder».
The «visa expired» in 2019.
«I am not a citizen» yet.
«My mother is not a citizen».
«I applied for asylum».
Ask about «my immigration» papers.
«Soy indocumentada».
«Mi hermano fue deportado».
«No tengo papeles».
«Mi mamá está sin papeles».
Tenemos «miedo de la migra».
«Pedí asilo» hace dos años.
Waxaan ahay «qaxooti».
Kuv yog «neeg tawg rog».
""",
    "arrest": """
«I was arrested» in 2014.
«I was wrongly arrested».
«I’ve been arrested» twice.
«My brother was falsely arrested».
«My neighbor's son was arrested».
They «arrested my» son.
«I have a felony» from 2009.
«My cousin is on probation».
«I spent a night in jail».
«My uncle went to prison».
There is a «warrant for me».
«Me arrestaron» en 2018.
«Mi hijo fue detenido».
Waa «la i xiray».
«Kuv raug ntes».
""",
    "health": """
«I was diagnosed» late.
«I have HIV».
I am «HIV positive».
«I am pregnant».
«My wife is pregnant».
«My sister has schizophrenia».
«I have a disability».
«My PTSD» came back.
«My friend overdosed».
«I am in recovery».
«Estoy embarazada».
«Tengo diabetes».
«Waan uur leeyahay».
Kuv «mob ntshav qab zib».
""",
    "child": """
«My son Ahmed» was stopped.
«My daughter, Amina», walks alone.
«my daughter Ángel» walks.
«my daughter A\u0301ngel» walks.
«my daughter Đào» walks.
«my son محمد» walks.
«my sons Ali» and Omar walk.
My son is in second «grade at Lincoln».
«My daughter goes to Roosevelt».
«My son’s school» is on Lake Street.
my 12-«year-old son Omar»
«Mi hijo Luis» fue parado.
«Mi hija se llama» Ana.
«Wiilkayga Axmed»
«Kuv tus tub Tou»
""",
}
MUST_NOT_FIND = """
The jail on Fourth Avenue is full.
People wait in jail for months.
Police arrested two men on Lake Street.
Robert Williams was arrested because of a false match.
He was wrongly arrested in Detroit.
A man was arrested in his own driveway.
False matches have led to arrests.
Arrest records stay for years.
People with a criminal record need work.
A felony charge can cost a home.
He was deported.
Whatever their immigration status, people should be safe.
We welcome refugees.
Refugees built Cedar-Riverside.
Please do not share photos with ICE.
City law does not bind ICE.
I ask you not to help ICE.
Ice took my car off the road.
Many visas take years, and visa rules are federal.
Students on a student visa pay more.
Deportation splits families.
Undocumented neighbors fear the police.
I visited the prison as a volunteer.
My son was stopped by the police.
My daughter walks to school.
My son and I ride the bus.
My children go to school here.
Schools should not scan faces.
The school on Lake Street has cameras.
I went to school at night.
I teach my kids Somali.
I took my son Monday.
For my son, Minneapolis is home.
Thank you for hearing my daughter, Council Members.
Thank you from my son, Mayor Frey.
Hospitals use cameras too.
Pregnant workers deserve breaks.
Cancer research needs money.
I have a question.
I have a record of every meeting.
I am a citizen, and I vote.
I am a nurse at the county hospital.
I am a public defender.
I work as a police officer, and I arrested people for years.
I was charged twice for parking.
My papers were lost in the fire.
The Council was not convinced.
La cárcel está llena.
La policía arrestó a dos hombres.
Los papeles de la ciudad son públicos.
Mi hijo camina a la escuela.
Xabsiga waa buuxaa.
Dugsiga wuu fiican yahay.
Lub tsev kaw neeg puv lawm.
Kuv tus tub mus kawm ntawv.
Waan ku noolahay Minneapolis.
""".strip().splitlines()
MARKED = [(topic, text) for topic, texts in MUST_FIND.items() for text in texts.strip().splitlines()]
ENTRIES = [(topic, entry) for topic, entries in SAFETY.topics.items() for entry in entries]


def found(*passages):
    return list(find_safer_left_out(review(section(*passages))))


@pytest.mark.parametrize(("topic", "text"), MARKED)
def test_a_sentence_about_oneself_is_hinted_at(topic, text):
    plain, words = marked(text)
    (finding,) = found(plain)
    assert finding.parameters == {"topic": topic, "words": words}
    assert plain[finding.start : finding.end] == words
    assert (finding.severity, finding.fixes) == (Severity.WORTH_A_LOOK, ())


@pytest.mark.parametrize("text", MUST_NOT_FIND)
def test_plain_testimony_is_left_alone(text):
    assert found(text) == []


def test_the_tables_are_long_enough_and_know_every_topic():
    assert len(MARKED) >= 30
    assert len(MUST_NOT_FIND) >= 40
    assert set(MUST_FIND) == set(SAFETY.topics)


@pytest.mark.parametrize(("topic", "entry"), ENTRIES)
def test_every_entry_finds_itself(topic, entry):
    start = {"{near} ": "My brother ", "{near is} ": "I was "}
    text = entry.replace("{name}", "Rosa")
    for mark, words in start.items():
        text = text.replace(mark, words)
    assert pattern_of(SAFETY.topics[topic]).search(f"So {unicodedata.normalize('NFD', text)}, you see.")


@pytest.mark.parametrize("text", ["I worry for my son\nThe police have cameras.", "my\n\ndaughter\nRosa"])
def test_a_name_does_not_reach_over_a_line_break(text):
    assert found(text) == []


def test_one_hint_a_topic_and_section():
    text = "I was arrested. I am undocumented. My brother was arrested too."
    assert [finding.parameters["topic"] for finding in found(text)] == ["immigration", "arrest"]
    both = review(section(text, name="a"), section(text, name="b"))
    assert [finding.section for finding in find_safer_left_out(both)] == ["a", "b", "a", "b"]


def test_what_the_app_wrote_is_not_hinted_at():
    assert found(ours("I was arrested.")) == []
    assert found(ours("I was arrested. "), "I was arrested too.")[0].start == len("I was arrested. ")


def test_words_are_found_across_what_the_app_wrote_and_what_was_put_in():
    (finding,) = found(ours("Hello. I am "), "undocumented", ours(" and I ask you to keep the ban."))
    assert finding.parameters["words"] == "I am undocumented"
    assert finding.start == len("Hello. ")


def test_a_translation_is_looked_at_too():
    (finding,) = find_safer_left_out(review("Erayo.", translation_text="Words. I was arrested."))
    assert (finding.section, finding.start, finding.end) == ("", 0, 0)
    assert (finding.fixes, finding.parameters["words"]) == ((Fix.ASK,), "I was arrested")


@pytest.mark.parametrize(
    ("words", "text", "is_found"),
    [
        (["ICE"], "ICE", True),
        (["ICE"], "ice", False),
        (["called ICE"], "Called ICE", True),
        (["called ICE"], "called ice", False),
        (["papers"], "PAPERS", True),
        (["papers"], "newspapers", False),
        (["a b"], "a \n b", True),
        (["kids' school"], "kids’ school", True),
        (["son {name}"], "son Rosa", True),
        (["son {name}"], "son rosa", False),
        (["{near} ran"], "our big house ran", True),
        (["{near} ran"], "their big house ran", False),
        (["{near is} late"], "We've been late", True),
        (["{near is} late"], "I late", False),
    ],
)
def test_an_entry_is_whole_words_in_any_case_but_for_capitals(words, text, is_found):
    assert bool(pattern_of(words).search(text)) is is_found


def test_a_topic_without_words_finds_nothing():
    made = review("I was arrested.")
    empty = type(made)(made.testimony, made.draft, made.material, SafetyWords({"arrest": ()}))
    assert list(find_safer_left_out(empty)) == []
