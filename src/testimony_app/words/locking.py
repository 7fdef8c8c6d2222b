"""What is said of the lock: before it is turned on, how it stands, and what keeps it shut."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from testimony_app.words.filling import filled
from testimony_app.words.translate import Translate

if TYPE_CHECKING:
    from testimony_app.services.erasing import Left
    from testimony_app.services.locking import LockStatus


def what_locking_means(translate: Translate) -> tuple[str, ...]:
    """Return what to know before a lock is turned on."""
    return (
        translate(
            "words",
            "A lock scrambles your testimonies, their earlier versions and the backups on the disk. Nobody can read them "
            "there without what opens the lock.",
        ),
        translate(
            "words",
            "If you lose the passphrase, and the keyring does not have the key, nobody can open them again. We cannot "
            "either. Save what matters to you as Word or PDF first, and keep it in a safe place.",
        ),
        translate(
            "words",
            "Settings, ways to send, campaigns and letterheads are not locked. Nor is a message that you hand to your mail "
            "program. While Testimony is open, others who use this computer as you can read along.",
        ),
    )


def lock_standing(status: "LockStatus", translate: Translate) -> str:
    """Return how the lock stands, and what opens it."""
    if not status.is_on:
        return translate(
            "words", "Your testimonies are not locked. Whoever can use this computer as you can read them."
        )
    if status.has_keyring and status.has_passphrase:
        return translate(
            "words", "Your testimonies are locked. The keyring of this computer opens them, or else your passphrase."
        )
    if status.has_keyring:
        return translate("words", "Your testimonies are locked. The keyring of this computer opens them.")
    return translate("words", "Your testimonies are locked. Your passphrase opens them.")


def lock_not_done(status: "LockStatus", translate: Translate) -> str:
    """Return that files are not as the lock says, or nothing."""
    if not status.not_done:
        return ""
    pattern = (
        translate("words", "Not everything is locked yet. These files can still be read: {files}.")
        if status.is_on
        else translate("words", "Turning the lock was stopped half way. These files are left of it: {files}.")
    )
    return filled(pattern, {"files": ", ".join(path.name for path in status.not_done)})


def key_left_sentence(left: "Left", translate: Translate) -> str:
    """Return what to tell about a key that nothing is locked with any more, and that stays in the keyring."""
    pattern = translate(
        "words",
        "We could not take the old key out of the keyring. Its name there is {what}. Nothing here needs it now.",
    )
    return filled(pattern, {"what": left.what})


def lock_error_patterns(translate: Translate) -> Mapping[str, str]:
    """Return the sentence pattern of each error code that has to do with the lock."""
    return {
        "store_locked": translate(
            "words",
            "{path} is locked, and what opens it is not here. Nothing was changed. Put the file lock.json back beside it, "
            "from a copy of this folder.",
        ),
        "lock_extra_missing": translate(
            "words",
            "A lock needs a part of Testimony that is not installed. Nothing was changed. Add the Python package "
            "sqlcipher3, then try again. docs/lock.md says how.",
        ),
        "lock_passphrase_missing": translate(
            "words", "Your testimonies are locked. Nothing was changed. Give the passphrase that opens them."
        ),
        "lock_passphrase_wrong": translate(
            "words", "That passphrase does not open your testimonies. Nothing was changed. Look at capital letters and spaces, then try again."
        ),
        "lock_keyring_empty": translate(
            "words",
            "The keyring of this computer does not have the key to your testimonies. They are not changed. If there is a "
            "passphrase, use that. Else bring the keyring back from a backup of the computer.",
        ),
        "lock_keyring_other": translate(
            "words",
            "The keyring of this computer has another key than the one that opens your testimonies. They are not changed. "
            "If there is a passphrase, use that. Else bring the keyring back from a backup of the computer.",
        ),
        "lock_keyring_locked": translate(
            "words", "The keyring of this computer is locked, or does not answer. Nothing was changed. Unlock it, then try again."
        ),
        "lock_no_keyring": translate(
            "words", "This computer has no keyring that keeps a key safe. Nothing was changed. Use a passphrase."
        ),
        "lock_keyring_failed": translate(
            "words", "The keyring of this computer did not answer as it should. Nothing was changed. Try again, or use a passphrase."
        ),
        "lock_no_way": translate("words", "Nothing was locked. Choose a passphrase, or the keyring of this computer."),
        "lock_is_on": translate("words", "Your testimonies are locked already. Nothing was changed."),
        "lock_is_off": translate("words", "Your testimonies are not locked. Nothing was changed."),
        "lock_others_locked": translate(
            "words", "{path} is locked with another key. Nothing was changed. Move it away first, to a place where you find it again."
        ),
        "lock_not_done": translate(
            "words", "Not everything is locked yet. These files can still be read: {files}. See Settings, under Lock."
        ),
        "lock_damaged_left": translate(
            "words",
            "{path} is damaged, or locked with another key. Without the lock nobody could read what is left in it. "
            "Nothing was changed. If you do not need this file, delete it. Then take the lock off.",
        ),
        "lock_copy_differs": translate(
            "words", "The copy we made was not the same as {path}. We threw it away, and nothing was changed. Please report it."
        ),
    }  # fmt: skip
