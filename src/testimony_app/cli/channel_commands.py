"""`testimony channel ...`: the ways a testimony can take from here."""

import sys
import tomllib
from argparse import Namespace
from datetime import UTC, datetime
from getpass import getpass

from msgspec.structs import fields

from testimony_app.channels.channel_format import CHANNEL_TABLES
from testimony_app.channels.channel_reader import ConfiguredChannel, SetBy, find_channel
from testimony_app.cli.console import DONE, REFUSED, Console
from testimony_app.domain.campaign import Campaign
from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import OutcomeKind
from testimony_app.files.problems import ContentProblemsError
from testimony_app.services.channels import is_fresh
from testimony_app.services.program import Program
from testimony_app.words.problems import problem_sentence
from testimony_app.words.submissions import outcome_sentence, set_by_word
from testimony_app.words.translate import english


def channel_list(program: Program, _arguments: Namespace, console: Console) -> int:
    """List every channel, who set it up, and when its addresses were last checked."""
    channels = program.channels.all()
    if console.as_json:
        console.json([_channel_object(channel) for channel in channels])
    for channel in () if console.as_json else channels:
        checked = channel.settings.checked_on
        when = f"last checked {checked}" if checked else ""
        facts = [channel.kind, set_by_word(channel.set_by, english), when]
        console.line(f"{channel.name}  {channel.title} ({', '.join(fact for fact in facts if fact)})")
    return DONE


def channel_add(program: Program, arguments: Namespace, console: Console) -> int:
    """Set a channel up from `key=value` words."""
    words: dict[str, str] = {}
    for word in arguments.settings:
        key, parted, value = word.partition("=")
        if not parted:
            raise PersonError("setting_without_value", found=word)
        words[key.strip()] = value.strip()
    pattern = _pattern(program, words.pop("template", ""))
    kind = words.get("kind", str(pattern.get("kind", "")))
    settings = {**pattern, **{key: _value(kind, key, value) for key, value in words.items()}}
    try:
        channel = program.channels.add(arguments.name, settings)
    except ContentProblemsError as error:
        for problem in error.problems:
            console.note(problem_sentence(problem, english))
        raise
    if console.as_json:
        console.json(_channel_object(channel))
    else:
        console.note(f"{channel.name} is set up. To try it without sending: testimony channel test {channel.name}")
    return DONE


def channel_templates(program: Program, _arguments: Namespace, console: Console) -> int:
    """List the ways to send that installed campaigns bring along."""
    found = [
        (campaign.id, way)
        for campaign in program.library.campaigns()
        if isinstance(campaign, Campaign)
        for way in program.campaign_ways(campaign.id)
    ]
    if console.as_json:
        console.json([{"template": f"{campaign}:{way.name}", **_channel_object(way)} for campaign, way in found])
    for campaign, way in () if console.as_json else found:
        console.line(f"{campaign}:{way.name}  {way.title} ({way.kind})")
    return DONE


def channel_remove(program: Program, arguments: Namespace, console: Console) -> int:
    """Take a channel out, with the password kept for it."""
    program.channels.remove(arguments.name)
    program.secrets.remove(arguments.name)
    return _done(arguments, console, "removed", "It is taken out.")


def channel_checked(program: Program, arguments: Namespace, console: Console) -> int:
    """Keep that somebody has looked today whether the addresses are right."""
    program.channels.mark_checked(arguments.name, datetime.now(UTC).astimezone().date())
    return _done(arguments, console, "checked", "We keep that you have checked it today.")


def channel_secret(program: Program, arguments: Namespace, console: Console) -> int:
    """Keep the password of a channel in this computer's keyring. It is read from the terminal or standard input."""
    program.channels.find(arguments.name)
    secret = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not secret:
        raise PersonError("secret_missing", channel=arguments.name)
    program.secrets.put(arguments.name, secret)
    return _done(arguments, console, "kept", "The password is in the keyring of this computer, and nowhere else.")


def channel_test(program: Program, arguments: Namespace, console: Console) -> int:
    """Try a channel without sending anything, and say what that proved."""
    outcome = program.sending.check(arguments.name)
    proved = outcome.kind is OutcomeKind.ACCEPTED
    said = outcome_sentence(outcome, program.channels.find(arguments.name).title, english)
    if console.as_json:
        console.json({"channel": arguments.name, "ok": proved, "code": outcome.code, "message": said})
    else:
        console.line(said)
    return DONE if proved else REFUSED


def _pattern(program: Program, template: str) -> dict[str, object]:
    """Return the settings of a campaign's way to send, named CAMPAIGN:NAME; nothing where none is named."""
    if not template:
        return {}
    campaign, _, name = template.partition(":")
    return dict(find_channel(program.campaign_ways(campaign), name).plain)


def _value(kind: str, key: str, value: str) -> object:
    """Return what a word means: TOML where it is some, a list where a list is wanted, else the text itself."""
    try:
        found: object = tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        found = value
    shape = CHANNEL_TABLES.get(kind)
    types = {field.encode_name: field.type for field in fields(shape)} if shape else {}
    wants_list = "tuple" in str(types.get(key, ""))
    return [found] if wants_list and not isinstance(found, list) else found


def _done(arguments: Namespace, console: Console, key: str, words: str) -> int:
    if console.as_json:
        console.json({"channel": arguments.name, key: True})
    else:
        console.note(words)
    return DONE


def _channel_object(channel: ConfiguredChannel) -> dict[str, object]:
    return {
        "name": channel.name,
        "set_by": channel.set_by.value,
        "can_be_changed": channel.set_by is SetBy.PERSON,
        "is_fresh": is_fresh(channel, datetime.now(UTC).astimezone().date()),
        **channel.plain,
    }
