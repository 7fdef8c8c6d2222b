"""`testimony draft ...`, `check` and `doctor`."""

from argparse import Namespace
from pathlib import Path

from testimony_app.cli.console import DONE, MUST_FIX, REFUSED, Console, error_object
from testimony_app.cli.passphrases import ask_passphrase
from testimony_app.domain.checks.finding import Finding, Severity
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.originality import merged, own_share
from testimony_app.domain.speaking import speaking_seconds
from testimony_app.domain.testimony import Section, Testimony
from testimony_app.domain.tokens import count_words
from testimony_app.services.diagnosing import Verdict
from testimony_app.services.importing import Imported
from testimony_app.services.program import Program
from testimony_app.store.drafts import DraftRow
from testimony_app.words.diagnoses import diagnosis_sentence
from testimony_app.words.errors import sentence
from testimony_app.words.findings import finding_words, fix_word, severity_word
from testimony_app.words.translate import english

_PAGE = 200
_MOST_FOUND = 200


def draft_import(program: Program, arguments: Namespace, console: Console) -> int:
    """Take in files; good ones are kept even when another is bad."""
    results = [_import_one(program, file, console) for file in arguments.files]
    if console.as_json:
        console.json(
            [
                {"file": each.file, "error": error_object(each.error)}
                if each.error
                else {"file": each.file, "id": each.draft_id}
                for each in results
            ]
        )
    return REFUSED if any(each.error for each in results) else DONE


def _import_one(program: Program, file: Path, console: Console) -> Imported:
    """Take in one file, and say at once what became of it: whoever stops us knows what was saved."""
    (imported,) = program.importing.take_in([file], lambda path: ask_passphrase(f"Passphrase of {path.name}: "))
    if imported.error:
        console.note(f"{imported.file}: {sentence(imported.error, english)}")
    elif not console.as_json:
        console.line(imported.draft_id)
        console.flush()
    if imported.removed:
        console.note(f"{imported.file}: we took out {len(imported.removed)} hidden signs that are no text.")
    return imported


def draft_list(program: Program, arguments: Namespace, console: Console) -> int:
    """List all drafts, newest change first, or those that are deleted."""
    if arguments.deleted:
        return _print_deleted(program, console)
    rows: list[DraftRow] = []
    while page := program.drafting.page(_PAGE, rows[-1].updated_seq if rows else None):
        rows += page
    return _print_rows(rows, console)


def _print_deleted(program: Program, console: Console) -> int:
    rows = program.drafting.deleted()
    if console.as_json:
        console.json([row._asdict() for row in rows])
    else:
        console.lines(f"{row.id}  {_days(row.days_left)}  {row.title}" for row in rows)
    return DONE


def _days(days_left: int | None) -> str:
    return "it was sent, so it stays" if days_left is None else f"days left: {max(1, days_left)}"


def draft_search(program: Program, arguments: Namespace, console: Console) -> int:
    """List the drafts that hold all words."""
    rows = list(program.drafting.find(" ".join(arguments.words), _MOST_FOUND + 1))
    if len(rows) > _MOST_FOUND:
        console.note(f"More were found. These are the {_MOST_FOUND} changed last.")
    return _print_rows(rows[:_MOST_FOUND], console)


def draft_show(program: Program, arguments: Namespace, console: Console) -> int:
    """Show a draft as it reads, and whose words it holds."""
    try:
        testimony, _ = program.drafting.compose(program.drafting.open(arguments.id).draft)
    except TestimonyError as error:
        if console.as_json or error.code == "draft_not_found":
            raise
        console.note(f"{sentence(error, english)} This is the text as it was last saved.")
        console.line(program.drafting.stored_text(arguments.id))
        return DONE
    if console.as_json:
        console.json(_testimony_object(testimony))
    else:
        console.line(testimony.text)
    return DONE


def draft_delete(program: Program, arguments: Namespace, console: Console) -> int:
    """Delete a draft so that it can be brought back."""
    program.drafting.delete(arguments.id)
    if console.as_json:
        console.json({"id": arguments.id, "deleted": True})
    else:
        console.note(f"Deleted. To bring it back: testimony draft undelete {arguments.id}")
    return DONE


def draft_undelete(program: Program, arguments: Namespace, console: Console) -> int:
    """Bring a deleted draft back."""
    program.drafting.bring_back(arguments.id)
    if console.as_json:
        console.json({"id": arguments.id, "deleted": False})
    else:
        console.note("It is back.")
    return DONE


def check(program: Program, arguments: Namespace, console: Console) -> int:
    """Say what the checks found."""
    draft = program.drafting.open(arguments.id).draft
    testimony, findings = program.reviewing.review(draft)
    if console.as_json:
        console.json([_finding_object(finding) for finding in findings])
    elif findings:
        for finding in findings:
            console.lines(_finding_lines(finding, testimony))
    else:
        console.line("Nothing to fix. Read it aloud once before you share.")
    return MUST_FIX if any(each.severity is Severity.MUST_FIX for each in findings) else DONE


def doctor(program: Program, _arguments: Namespace, console: Console) -> int:
    """Say whether the installation is in order."""
    diagnoses = list(program.diagnosing.diagnose())
    if console.as_json:
        console.json(
            [
                {
                    "subject": each.subject,
                    "verdict": each.verdict.value,
                    "code": each.code,
                    "message": diagnosis_sentence(each, english),
                }
                for each in diagnoses
            ]
        )
    else:
        console.lines(f"{each.verdict.value:4}  {diagnosis_sentence(each, english)}" for each in diagnoses)
    return REFUSED if any(each.verdict is Verdict.FAIL for each in diagnoses) else DONE


def _print_rows(rows: list[DraftRow], console: Console) -> int:
    if console.as_json:
        console.json([_row_object(row) for row in rows])
    else:
        console.lines(f"{row.id}  {row.updated_utc[:10]}  {row.title or 'Untitled testimony'}" for row in rows)
        if not rows:
            console.note("There is no testimony here.")
    return DONE


def _row_object(row: DraftRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "campaign": row.campaign or None,
        "language": row.language,
        "state": row.state,
        "updated": row.updated_utc,
        "revision": row.rev,
    }


def _testimony_object(testimony: Testimony) -> dict[str, object]:
    sections = [_section_object(section, testimony.language) for section in testimony.sections]
    return {
        "id": testimony.id,
        "title": testimony.title,
        "sections": sections,
        "words": sum(count_words(section.text) for section in testimony.sections),
        "seconds": round(
            sum(speaking_seconds(section.text, testimony.language) for section in testimony.sections if section.spoken),
            1,
        ),
        "own_share": round(own_share(testimony.sections), 4),
    }


def _section_object(section: Section, language: str) -> dict[str, object]:
    return {
        "id": section.id,
        "kind": section.kind.value,
        "heading": section.heading,
        "passages": [{"text": each.text, "origin": each.origin.value} for each in merged(section.passages)],
        "spoken": section.spoken,
        "words": count_words(section.text),
        "seconds": round(speaking_seconds(section.text, language), 1),
    }


def _finding_object(finding: Finding) -> dict[str, object]:
    words = finding_words(finding, english)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "section": finding.section or None,
        "start": finding.start,
        "end": finding.end,
        "fixes": [fix.value for fix in finding.fixes],
        "title": words.title,
        "detail": words.detail,
    }


def _finding_lines(finding: Finding, testimony: Testimony) -> list[str]:
    words = finding_words(finding, english)
    section = testimony.section(finding.section)
    found = section.text[finding.start : finding.end] if section else ""
    is_short = 0 < len(found) < len(section.text if section else "")
    fixes = ", ".join(fix_word(fix, english) for fix in finding.fixes)
    lines = [f"{severity_word(finding.severity, english)}: {words.title}. {words.detail}"]
    lines += [f"  In “{section.heading or section.id}”: {found}"] if section and is_short else []
    lines += [f"  You can: {fixes}, or keep it as it is."] if fixes else []
    return lines
