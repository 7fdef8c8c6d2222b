"""`testimony campaign ...` and `testimony body ...`."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from testimony_app.cli.console import DONE, REFUSED, Console
from testimony_app.domain.body import Fact, PublicBody
from testimony_app.domain.campaign import Campaign, Evidence, Letter
from testimony_app.domain.sources import UNKNOWN, Source, era
from testimony_app.files.problems import ContentProblemsError
from testimony_app.services.library import Unreadable
from testimony_app.services.plain_values import plain
from testimony_app.services.program import Program
from testimony_app.services.schemas import schema_named
from testimony_app.words.errors import sentence
from testimony_app.words.problems import problem_sentence
from testimony_app.words.translate import english


def campaign_list(program: Program, _arguments: Namespace, console: Console) -> int:
    """List the campaigns with who made them and when they were last checked."""
    found = list(program.library.campaigns())
    campaigns = [each for each in found if isinstance(each, Campaign)]
    if console.as_json:
        console.json(
            [
                {
                    "id": each.id,
                    "title": each.title,
                    "made_by": each.made_by,
                    "last_checked": each.last_checked,
                }
                for each in campaigns
            ]
        )
    else:
        console.lines(
            f"{each.id}  {each.title}. Made by: {each.made_by}. Last checked {each.last_checked}." for each in campaigns
        )
    return _note_unreadable((each for each in found if isinstance(each, Unreadable)), console)


def campaign_show(program: Program, arguments: Namespace, console: Console) -> int:
    """Show one campaign, whole."""
    campaign = program.library.campaign(arguments.id)
    if console.as_json:
        console.json(_without_no_language(plain(campaign)))
    else:
        console.lines(_campaign_lines(campaign))
    return DONE


def campaign_check(program: Program, arguments: Namespace, console: Console) -> int:
    """List every problem of a campaign."""
    return _check(lambda: program.library.check_campaign(arguments.path), console)


def campaign_schema(_program: Program, arguments: Namespace, console: Console) -> int:
    """Print the JSON Schema of a format."""
    console.json(schema_named(arguments.format))
    return DONE


def body_list(program: Program, _arguments: Namespace, console: Console) -> int:
    """List the public bodies."""
    found = list(program.library.bodies())
    bodies = [each for each in found if isinstance(each, PublicBody)]
    if console.as_json:
        console.json([{"id": each.id, "name": each.name, "last_checked": each.last_checked} for each in bodies])
    else:
        console.lines(f"{each.id}  {each.name}. Last checked {each.last_checked}." for each in bodies)
    return _note_unreadable((each for each in found if isinstance(each, Unreadable)), console)


def body_show(program: Program, arguments: Namespace, console: Console) -> int:
    """Show what is known of a body, and what is not."""
    body = program.library.body(arguments.id)
    if console.as_json:
        console.json(_without_no_language(plain(body)))
    else:
        console.lines(_body_lines(body))
    return DONE


def body_check(program: Program, arguments: Namespace, console: Console) -> int:
    """List every problem of a body file."""
    return _check(lambda: program.library.check_body(arguments.path), console)


def _check(read: Callable[[], object], console: Console) -> int:
    try:
        read()
    except ContentProblemsError as error:
        if console.as_json:
            console.json(plain(error.problems))
        else:
            console.lines(problem_sentence(problem, english) for problem in error.problems)
            console.note(sentence(error, english))
        return REFUSED
    if console.as_json:
        console.json([])
    else:
        console.line("No problems found.")
    return DONE


def _note_unreadable(found: Iterable[Unreadable], console: Console) -> int:
    code = DONE
    for each in found:
        console.note(f"{each.id}: {sentence(each.error, english)}")
        code = REFUSED
    return code


def _campaign_lines(campaign: Campaign) -> Iterator[str]:
    yield campaign.title
    yield f"{campaign.about_review} Last checked {campaign.last_checked}."
    yield from (each for each in (campaign.hearing, *campaign.limits) if each)
    yield from _letter_lines(campaign.letter)
    yield from ("", "Since the letter")
    for event in campaign.since:
        yield f"  {_date(event.date)}: {event.text}{_caution(event.caution)}"
        yield f"    {_source(event.source)}"
    yield from ("", "What you could ask the Council to do")
    for ask in campaign.asks:
        whose = "from the letter" if ask.from_letter else "newer, not from the letter"
        yield f"  {ask.id} ({whose}): {ask.text}{_caution(ask.answered)}"
    for point in campaign.points:
        yield from ("", f"{point.id}: {point.title}", f"  {point.summary}{_caution(point.caution)}")
        yield from (f"  ? {prompt}" for prompt in point.prompts)
        yield from (f"  > {starter}" for starter in point.starters)
        for evidence in point.evidence:
            yield from _evidence_lines(evidence, campaign, "Fact")
        for evidence in point.others_said:
            yield from _evidence_lines(evidence, campaign, "Others have said")


def _letter_lines(letter: Letter) -> Iterator[str]:
    yield from ("", letter.title, f"  {letter.ask_name}", f"  {letter.about_date} {letter.about_signers}")
    yield from (f"  {signer}" for signer in letter.signers)
    yield f"  {_source(letter.published_at)}"
    yield from ("", "What the letter says, in our words")
    yield from (f"  {paragraph.number}. {paragraph.summary}" for paragraph in letter.paragraphs)


def _evidence_lines(evidence: Evidence, campaign: Campaign, kind: str) -> Iterator[str]:
    side = era(evidence.as_of, campaign.turning_point)
    yield f"  {kind} {evidence.id}{f' ({side.value})' if side else ''}: {evidence.sentence}"
    if evidence.caution:
        yield f"    Please note: {evidence.caution}"
    yield f"    {_source(evidence.source)}"


def _source(source: Source) -> str:
    parts = (source.publisher, source.title, _date(source.date), source.url, f"read {source.read_on}")
    return f"Source: {', '.join(part for part in parts if part)}"


def _date(date: str) -> str:
    return "no date" if date == UNKNOWN else date


def _caution(text: str) -> str:
    return f" Please note: {text}" if text else ""


def _body_lines(body: PublicBody) -> Iterator[str]:
    yield f"{body.name}. Last checked {body.last_checked}."
    for name, fact in _facts(body):
        value = fact.value
        shown = "unknown" if value is None else ", ".join(value) if isinstance(value, tuple) else str(value)
        note = f" ({fact.note})" if fact.note else ""
        source = f" [{fact.source.publisher}, checked {fact.checked_on}]" if fact.source else ""
        yield f"  {name.replace('_', ' ')}: {shown}{note}{source}"


def _facts(body: PublicBody) -> Iterator[tuple[str, Fact[Any]]]:
    for group in (body, body.speaking, body.writing, body.asks_for):
        for name in group.__dataclass_fields__ if group else ():
            value = getattr(group, name)
            if isinstance(value, Fact):
                yield name, value
    for contact in body.contacts:
        yield contact.title, contact.detail


def _without_no_language(value: object) -> object:
    """Return plain values without a `language` that says nothing, as most files leave it out."""
    if isinstance(value, dict):
        return {key: _without_no_language(each) for key, each in value.items() if (key, each) != ("language", "")}
    return [_without_no_language(each) for each in value] if isinstance(value, list | tuple) else value
