from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.domain.campaign import SuggestedSentence
from testimony_app.domain.fields import FIELDS, fields_of
from testimony_app.domain.suggestion import before_comma, ends_sentence, field_value, suggest
from testimony_app.domain.testimony import Origin, Passage
from tests.domain.material import ENGLISH, marks, text_of


def own(**values):
    """Return fields as a person filled them."""
    return {key: (Passage(text, Origin.OWN),) for key, text in values.items()}


def suggested(template, **values):
    return text_of(suggest([SuggestedSentence(template)], own(**values)))


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ("", ()),
        ("Hello.", ()),
        ("{name}", ("name",)),
        ("{neighborhood}, {ward} and {name}", ("neighborhood", "ward", "name")),
        ("{name} {name}", ("name", "name")),
        ("{} {0} {Name} {name!r} {na me} {{ward}}", ("ward",)),
        ("{name", ()),
    ],
)
def test_fields_of(template, names):
    assert fields_of(template) == names


def test_the_languages_sentences_name_known_fields_only():
    sentences = (*ENGLISH.opening, *ENGLISH.thanks)
    named = {name for each in sentences for name in (*fields_of(each.text), *each.needs, *each.unless)}
    assert named <= set(FIELDS)


HELLO = SuggestedSentence("Hello.")
NAME = SuggestedSentence("My name is {name}.")
BOTH = SuggestedSentence("{name} of {ward}.")
NEEDS = SuggestedSentence("Thank you.", needs=("name", "ward"))
UNLESS = SuggestedSentence("I live here.", unless=("ward", "neighborhood"))
UNKNOWN = SuggestedSentence("I am {nobody}.")


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "Hello. I live here."),
        ({"name": "Rosa"}, "Hello. My name is Rosa. I live here."),
        ({"ward": "W"}, "Hello."),
        ({"neighborhood": "N"}, "Hello."),
        ({"name": "Rosa", "ward": "W"}, "Hello. My name is Rosa. Rosa of W. Thank you."),
    ],
)
def test_a_sentence_is_used_when_all_it_needs_is_filled_and_nothing_it_excludes(fields, text):
    assert text_of(suggest([HELLO, NAME, BOTH, NEEDS, UNLESS, UNKNOWN], own(**fields))) == text


def test_sentences_that_are_not_used_leave_no_space():
    assert suggest([NAME, BOTH], {}) == ()
    assert text_of(suggest([NAME, HELLO, NAME], {})) == "Hello."


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("I am {name}.", "Rosa", "I am Rosa."),
        ("I am {name}.", "Rosa Jr.", "I am Rosa Jr."),
        ("I am {name}.", "Rosa!", "I am Rosa!"),
        ("I am {name}.", "Rosa…", "I am Rosa…"),
        ("I am {name}.", "Rosa “Ro.”", "I am Rosa “Ro.”"),
        ("I am {name}. Hello.", "Rosa Jr.", "I am Rosa Jr. Hello."),
        ("I am {name}, here.", "Rosa Jr.", "I am Rosa Jr, here."),
        ("I am {name}; hello.", "Rosa Jr.", "I am Rosa Jr; hello."),
        ("I am {name}، here.", "Rosa Jr.", "I am Rosa Jr، here."),
        ("I am {name}, here.", "of D.C.", "I am of D.C., here."),
        ("I am {name}, here.", "Rosa .", "I am Rosa, here."),
        ("I am {name} here.", "Rosa Jr.", "I am Rosa Jr. here."),
        ("I am {name}", "Rosa", "I am Rosa."),
        ("I am {name}", "Rosa?", "I am Rosa?"),
        ("{name}", "I do (so.)", "I do (so.)"),
        ("{name}", "I do (so)", "I do (so)."),
        ("{name}", "I do:", "I do:."),
        ("{name}", "Ich?»", "Ich?»"),
        ("{name}", "እኔ እዚህ እኖራለሁ።", "እኔ እዚህ እኖራለሁ።"),
        ("{name}", "मैं यहाँ हूँ।", "मैं यहाँ हूँ।"),
        ("{name}", "أين أنا؟", "أين أنا؟"),
        ("{name}", "我在。", "我在。"),
        ("{name}", "{name}", "{name}."),
        ("Am I {name}?", "Rosa", "Am I Rosa?"),
        ("{name}: hello", "Rosa", "Rosa: hello"),
    ],
)
def test_a_field_at_the_end_of_a_sentence_ends_it_once(template, value, text):
    assert suggested(template, name=value) == text


def test_a_full_stop_that_gives_way_is_taken_from_the_field_it_stands_in():
    fields = {"ward": (Passage("Ward ", Origin.CAMPAIGN), Passage("6.", Origin.OWN)), **own(name="Rosa")}
    passages = suggest([SuggestedSentence("{ward}, {name}")], fields)
    assert marks(passages) == [
        ("Ward ", "campaign"),
        ("6", "own"),
        (", ", "campaign"),
        ("Rosa", "own"),
        (".", "campaign"),
    ]


def test_a_field_alone_is_its_own_words_and_our_full_stop():
    name = Passage("Rosa", Origin.OWN)
    assert suggest([SuggestedSentence("{name}")], {"name": (name,)}) == (name, Passage(".", Origin.CAMPAIGN))
    done = Passage("I am Rosa!", Origin.OWN)
    assert suggest([SuggestedSentence("{name}")], {"name": (done,)}) == (done,)


def test_neighbours_of_one_origin_and_one_fact_are_one_passage():
    cited = (Passage("So it is", Origin.EVIDENCE, "e1"), Passage(" and so", Origin.EVIDENCE, "e2"))
    passages = suggest([HELLO, SuggestedSentence("{name}{ward}"), HELLO], {"name": cited, **own(ward="Mine.")})
    assert passages == (
        Passage("Hello. ", Origin.CAMPAIGN),
        *cited,
        Passage("Mine.", Origin.OWN),
        Passage(" Hello.", Origin.CAMPAIGN),
    )


TEXTS = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["{name}", "{ward}", "{", "}", "{{name}}", "%s", "\\1", "\\g<0>"]
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), TEXTS))
def test_what_a_person_wrote_is_never_parsed_and_stands_as_their_own(values):
    sentences = [SuggestedSentence(f"<{{{name}}}>") for name in FIELDS]
    passages = suggest(sentences, own(**values))
    assert text_of(passages) == " ".join(f"<{values[name]}>" for name in FIELDS if name in values)
    assert [each.text for each in passages if each.origin is Origin.OWN] == [values[n] for n in FIELDS if n in values]
    assert all((a.origin, a.evidence) != (b.origin, b.evidence) for a, b in pairwise(passages))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", ""),
        (" \n\t\u00a0", ""),
        ("-", ""),
        ("?!…", ""),
        ("، 。", ""),
        ("Rosa", "Rosa"),
        (" Rosa\n Maple\t", "Rosa Maple"),
        ("Rosa,", "Rosa"),
        ("Rosa , ;", "Rosa"),
        (", Rosa", "Rosa"),
        ("Rosa,\u00a0,", "Rosa"),
        ("罗莎，", "罗莎"),
        ("روزا،", "روزا"),
        ("Maple, Rosa", "Maple, Rosa"),
        ("D.C.", "D.C."),
        ("Rosa?", "Rosa?"),
        ("-Rosa-", "-Rosa-"),
        ("½", "½"),
        ("0", "0"),
        ("𖬌𖬣𖬵", "𖬌𖬣𖬵"),
    ],
)
def test_field_value(text, value):
    assert field_value(text) == value
    assert field_value(value) == value


@pytest.mark.parametrize(
    ("value", "before"),
    [
        ("Oak", "Oak"),
        ("Oak.", "Oak"),
        ("Oak .", "Oak"),
        ("Oak,.", "Oak"),
        ("Oak St.", "Oak St"),
        ("D.C.", "D.C."),
        ("Oak...", "Oak..."),
        ("Oak…", "Oak…"),
        ("Oak?", "Oak?"),
        ("Oak.\u200f", "Oak.\u200f"),
        ("", ""),
    ],
)
def test_before_comma(value, before):
    assert before_comma(value) == before


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("", False),
        ("Oak", False),
        ("Oak,", False),
        ("Oak:", False),
        ("Oak.", True),
        ("Oak!", True),
        ("Oak?", True),
        ("Oak…", True),
        ("Oak...", True),
        ("“Oak.”", True),
        ("(Oak.)", True),
        ("“Oak”", False),
        ("ኦክ።", True),
        ("ኦክ፧", True),
        ("ओक।", True),
        ("بلوط؟", True),
        ("بلوط۔", True),
        ("橡树。", True),
        ("橡树！", True),
        ("橡树？", True),
    ],
)
def test_ends_sentence(text, ends):
    assert ends_sentence(text) is ends
