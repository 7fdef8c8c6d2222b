"""`testimony backup ...`."""

from argparse import Namespace

from testimony_app.cli.console import DONE, Console, error_object
from testimony_app.services.backups import BackupContent, Kept
from testimony_app.services.program import Program
from testimony_app.words.errors import sentence
from testimony_app.words.translate import english

_UNTITLED = "Untitled testimony"


def backup_list(program: Program, _arguments: Namespace, console: Console) -> int:
    """List the backups, and after a loss what can still be read of the damaged file."""
    rescue = program.backups.rescue()
    aside = program.backups.aside()
    if console.as_json:
        console.json(
            {
                "trouble": error_object(rescue.error) if rescue.error else None,
                "backups": [_backup_object(each) for each in rescue.backups],
                "salvage": [_kept_object(each) for each in rescue.salvaged],
                "set_aside": [str(path) for path in aside],
            }
        )
        return DONE
    console.lines(_backup_line(each) for each in rescue.backups)
    if not rescue.backups:
        console.note("There is no backup yet.")
    if rescue.error:
        console.note(sentence(rescue.error, english))
        console.note(f"Testimonies that can still be read of it: {len(rescue.salvaged)}")
        for each in rescue.salvaged:
            console.note(f"  {each.saved_utc}  {each.title or _UNTITLED}")
        console.note("To bring back both: testimony backup restore --salvage")
    for path in aside:
        console.note(f"Set aside and kept: {path}")
    return DONE


def backup_make(program: Program, _arguments: Namespace, console: Console) -> int:
    """Make a backup now."""
    made = program.backups.make()
    if console.as_json:
        console.json({"name": made.path.name, "number": made.number, "path": str(made.path)})
    else:
        console.line(str(made.path))
    return DONE


def backup_restore(program: Program, arguments: Namespace, console: Console) -> int:
    """Put a backup in the place of what is there, which is kept."""
    done = program.backups.bring_back(arguments.name or "", with_salvage=arguments.salvage)
    if console.as_json:
        console.json({"testimonies": done.drafts, "set_aside": str(done.aside) if done.aside else None})
        return DONE
    console.note(f"Testimonies that are here now: {done.drafts}")
    if done.aside:
        console.note(f"What was there before is kept: {done.aside}")
    console.note("Sending is paused until you have looked at what is sent and waiting: testimony outbox list")
    return DONE


def _backup_line(content: BackupContent) -> str:
    backup = content.backup
    broken = "locked, cannot be opened here" if content.is_shut else "damaged, cannot be used"
    what = f"{content.count} testimonies" if content.is_sound else broken
    return f"{backup.number:4}  {backup.made_utc:%Y-%m-%dT%H:%M:%SZ}  {backup.reason:9}  {what}  {backup.path.name}"


def _backup_object(content: BackupContent) -> dict[str, object]:
    backup = content.backup
    return {
        "name": backup.path.name,
        "number": backup.number,
        "made": f"{backup.made_utc:%Y-%m-%dT%H:%M:%SZ}",
        "reason": backup.reason,
        "sound": content.is_sound,
        "locked": content.is_shut,
        "testimonies": content.count,
        "newest": [_kept_object(each) for each in content.kept],
    }


def _kept_object(kept: Kept) -> dict[str, object]:
    return {"id": kept.draft_id, "title": kept.title, "saved": kept.saved_utc}
