"""A sound small campaign, body and language as tables, to be broken one key at a time."""

import json
import zipfile
from copy import deepcopy
from dataclasses import fields

from testimony_app.domain.language import DocumentWords

SOURCE = {"publisher": "Example Press", "date": "2021", "read_on": "2026-11"}
EVIDENCE = {"id": "vote", "sentence": "The vote was 13 to 0.", "fact": 1, "source": SOURCE, "as_of": "2021-02"}
POINT = {
    "id": "privacy",
    "title": "Privacy",
    "summary": "They speak of privacy.",
    "paragraphs": [1],
    "as_of": "2021",
    "prompts": ["What happened?"],
    "starters": ["I care because ..."],
    "evidence": [EVIDENCE],
}
MAIN = {
    "format": "campaign/1",
    "id": "my-town",
    "version": 1,
    "language": "en",
    "title": "My town",
    "subject": "The ban",
    "body": "my-council",
    "made_by": "We",
    "reviewed_by_signers": False,
    "about_review": "Nobody has reviewed it.",
    "last_checked": "2026-11",
    "turning_point": "2021-02-12",
    "letter": {
        "title": "A letter",
        "published_at": {**SOURCE, "date": "unknown", "url": "https://example.org/letter"},
        "about_date": "It has no date.",
        "ask_name": "Pass it",
        "signers": ["A group"],
        "about_signers": "One group signed.",
        "paragraphs": [{"number": 1, "summary": "They ask."}, {"number": 2, "summary": "They close."}],
    },
    "since": [{"date": "2021-02", "text": "It passed.", "fact": 2, "source": SOURCE}],
    "asks": [
        {
            "id": "keep",
            "title": "Keep it",
            "text": "Please keep it.",
            "opening": "I ask you to keep it.",
            "from_letter": False,
            "as_of": "2026-11",
        }
    ],
    "default_ask": "keep",
    "points": ["privacy", "listen"],
    "opening": [{"text": "Hello, {audience}."}, {"text": "Hello.", "unless": ["audience"]}],
    "thanks": [{"text": "Thank you."}],
}
LISTEN = {**POINT, "id": "listen", "title": "Listen", "evidence": [], "others_said": [{**EVIDENCE, "id": "chief"}]}
FILES = {"campaign.toml": MAIN, "points/privacy.toml": POINT, "points/listen.toml": LISTEN}


def fact(value="unknown", source=""):
    return {"value": value, "checked_on": "2026-11", **({"source": source} if source else {})}


SPEAKING = ("sign_up", "where_people_speak", "place", "agenda", "interpreted_time", "what_is_public")
BODY = {
    "format": "body/1",
    "id": "my-council",
    "name": "My Council",
    "audience": "Council Members",
    "last_checked": "2026-11",
    "file_name": "{file_number}_{name}",
    "mail_subject": ["Comment", "{name}"],
    "sources": {"site": SOURCE},
    "place": fact("Town hall", "site"),
    "districts": fact(["North", "South"], "site"),
    "members": fact(13, "site"),
    "speaking": {"time_limit_seconds": fact(120, "site"), **{name: fact() for name in SPEAKING}},
    "writing": {
        **{name: fact() for name in ("limit_words", "limit_characters", "how_to_send", "deadline", "what_is_public")},
        "file_types": fact(["docx"], "site"),
    },
    "asks_for": {"full_name": fact(value=True, source="site"), "address": fact(), "position": fact()},
    "accommodation": fact(),
    "languages": fact(),
    "contacts": [{"kind": "phone", "title": "Clerk", "detail": fact("612-555-0142", "site")}],
}
LANGUAGE = {
    "format": "language/1",
    "tag": "xx",
    "name": "Example",
    "months": [f"month {number}" for number in range(1, 13)],
    "date_pattern": "{day} {month} {year}",
    "month_pattern": "{month} {year}",
    "names": {"en": "English"},
    "words": {each.name: each.name for each in fields(DocumentWords)},
    "opening": [{"text": "Hello, {name}.", "needs": ["ward"], "unless": ["matter"]}],
    "thanks": [{"text": "Thanks."}],
}
GONE = object()


def changed(table, path, value):
    """Return a copy of a table with the value at a path of keys and places put in, or taken out for GONE."""
    copy = deepcopy(table)
    inner = copy
    for part in path[:-1]:
        inner = inner[part]
    if value is GONE:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return copy


def inline(value):
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {inline(each)}" for key, each in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(inline(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def toml(table):
    return "\n".join(
        f"{json.dumps(key, ensure_ascii=False)} = {inline(value)}" for key, value in table.items()
    ).encode()


def in_folder(files, folder):
    """Write tables, or the bytes of files, into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else toml(content))
    return folder


def in_zip(files, path, top=""):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(top + name, content if isinstance(content, bytes) else toml(content))
    return path
