"""Sentences for the errors a person may meet: what happened, what is safe, what to do next."""

from collections.abc import Mapping

from testimony_app.domain.errors import TestimonyError
from testimony_app.words.filling import filled
from testimony_app.words.letterheads import letterhead_error_patterns
from testimony_app.words.locking import lock_error_patterns
from testimony_app.words.translate import Translate


def sentence(error: TestimonyError, translate: Translate) -> str:
    """Return what to tell a person about an error. Every code has words; a test looks at them all."""
    patterns = error_patterns(translate)
    pattern = patterns.get(error.code, patterns["unforeseen"])
    values = {
        key: _reason(str(value), translate) if key == "reason" else value for key, value in error.parameters.items()
    }
    return filled(pattern, {"detail": error.code} | values)


def error_patterns(translate: Translate) -> Mapping[str, str]:
    """Return the sentence pattern of each error code."""
    return {
        **_file_patterns(translate),
        **_store_patterns(translate),
        **_testimony_file_patterns(translate),
        **_content_patterns(translate),
        **_submission_patterns(translate),
        **_channel_patterns(translate),
        **letterhead_error_patterns(translate),
        **lock_error_patterns(translate),
        **_program_patterns(translate),
    }


def _file_patterns(translate: Translate) -> Mapping[str, str]:
    return {
        "disk_full": translate(
            "words", "The disk is full, so we could not write {path}. What was there before is safe. Make room and try again."
        ),
        "no_permission": translate(
            "words", "This computer does not let you write {path}. Nothing was changed. Choose another folder."
        ),
        "read_only": translate(
            "words", "The place of {path} cannot be written to. Nothing was changed. Choose another folder."
        ),
        "file_in_use": translate(
            "words", "{path} is open in another program, or must not be changed. We left it alone. Close it there, or choose another name."
        ),
        "folder_missing": translate(
            "words", "We could not find {path}. Check the spelling, or choose another file or folder."
        ),
        "export_stopped": translate("words", "You stopped it. There is no new file, and your testimony is as it was."),
        "file_exists": translate(
            "words", "There is a file called {path} already, and we left it alone. Choose another name, or use --force to replace it."
        ),
        "is_a_folder": translate("words", "{path} is a folder. Choose the name of a file."),
        "name_too_long": translate("words", "The file name {path} is too long. Choose a shorter one."),
        "name_impossible": translate(
            "words", "This computer cannot keep a file called {path}. Nothing was changed. Choose another name."
        ),
        "not_a_folder": translate("words", "{path} is a file where a folder should be. Choose another folder."),
        "file_unreadable": translate("words", "We could not read {path}. Check that you may open it."),
        "file_failed": translate(
            "words", "We could not read or write {path}. Your testimonies are safe. Check the disk and try again."
        ),
        "print_service_missing": translate(
            "words", "This computer's print service does not answer. Nothing was printed. Save the PDF and print it elsewhere."
        ),
        "printer_none": translate(
            "words", "We found no printer here. Nothing was printed. Turn the printer on, or save the PDF and print it elsewhere."
        ),
        "printer_gone": translate(
            "words", "This printer is not here any more. Nothing was printed. Choose another one."
        ),
        "printer_refused": translate(
            "words", "The printer did not take it. Nothing was printed. It said: {answer}"
        ),
        "too_long_for_phone": translate(
            "words", "This testimony is too long for six codes. Save the Word file on a stick, or email it to yourself."
        ),
        "file_differs_after_writing": translate(
            "words", "{path} does not hold what we wrote. The disk may be failing. Your testimonies are safe. Choose another place."
        ),
        "folder_unreadable": translate("words", "We could not look into {path}. Check that you may open it."),
        "pdf_characters": translate(
            "words", "We made no PDF, because our typefaces cannot show these characters: {characters}. Save it as Word or plain text, where nothing is lost."
        ),
        "pdf_failed": translate(
            "words", "We could not make this PDF. What was saved is safe. Save it as Word or plain text instead, and please report this."
        ),
        "packet_characters": translate(
            "words", 'We made no packet, because our typefaces lack characters of testimony number {number}, "{title}": {characters}. Nothing was written. Take that one out, and hand it in beside the packet as Word or plain text.'
        ),
        "packet_damaged": translate(
            "words", 'We made no packet, because testimony number {number}, "{title}", is no longer as it was saved. Nothing was written. The disk may be failing. Take that one out, or open it to bring an earlier version back.'
        ),
        "packet_stopped": translate(
            "words", "You stopped it. There is no packet and no file of it. Your testimonies are as they were."
        ),
        "ending_of_another": translate(
            "words", "{path} is a name for another kind of file. Nothing was written. Choose one that ends with {ending}, or a folder."
        ),
        "codes_pdf_only": translate(
            "words", "Codes for a phone stand at the foot of a PDF or a print. Choose a written statement or large print, or leave the codes out."
        ),
        "codes_do_not_fit": translate(
            "words", "This testimony is too long for six codes, so they do not fit on paper. Turn the codes off and try again."
        ),
        "contact_not_asked": translate(
            "words", "As far as we know, this council does not ask how to reach you. So there is no cover note. If its clerk asks you, tell them yourself."
        ),
        "contact_empty": translate(
            "words", "The cover note is still empty. Fill in how the council can reach you. It stays out of your testimony."
        ),
        "cover_note_in_packet": translate(
            "words", "A packet may be published, so no cover note goes into it. Save each cover note as a file of its own."
        ),
        "testimony_file_in_packet": translate(
            "words", "A packet may be published, and a .testimony.json file holds all that was filled in, a name left out and contact too. So none goes into it. Leave json out, or save that file without --packet."
        ),
        "packet_doubles": translate(
            "words", "A packet holds each testimony once. Nothing was written. These are named more than once: {drafts}."
        ),
        "variant_unknown": translate("words", "There is no such version in the format {format}. Choose Word or PDF for it."),
    }  # fmt: skip


def _store_patterns(translate: Translate) -> Mapping[str, str]:
    return {
        "draft_not_found": translate("words", "There is no testimony with the id {draft}. See the list for the right one."),
        "draft_damaged": translate(
            "words", "This testimony is no longer as it was saved. The disk may be failing. We left it as it is. An earlier version can take its place."
        ),
        "version_not_found": translate(
            "words", "There is no version {rev} of this testimony any more. See its earlier versions for those that are kept."
        ),
        "draft_emptied": translate(
            "words", "There is nothing left in this testimony. We did not save that, so the words from before are safe. Say so if you want it empty."
        ),
        "draft_erased": translate(
            "words", "This testimony was erased meanwhile, so we did not save it again. Its words are only on the screen. Copy them if you want to keep them."
        ),
        "draft_changed_elsewhere": translate(
            "words", "This testimony was changed in another window. Both versions are kept. Open the list to see them."
        ),
        "store_missing": translate(
            "words", "Your testimonies were kept in {path}, but the file is gone. We made no new one. You can bring a backup back."
        ),
        "store_empty": translate(
            "words", "The file {path} should hold your testimonies, but it is empty. We left it as it is. You can bring a backup back."
        ),
        "store_damaged": translate(
            "words", "The file {path} that holds your testimonies is damaged. We left it as it is. You can bring back a backup, and what can still be read."
        ),
        "store_newer": translate(
            "words", "A newer version of Testimony wrote {path}. We left it as it is. You can read and export what is in it. To change it, update Testimony."
        ),
        "store_on_network": translate(
            "words", "{path} is on another computer ({kind}), where words cannot be kept safely. What is in it can be read. Choose a folder of this computer with --profile."
        ),
        "store_on_removable": translate(
            "words", "Your testimonies are kept in {path}, on a disk that can be pulled out. Close Testimony before you take it out. Else your newest words may be lost."
        ),
        "store_log_lost": translate(
            "words", "Some of the newest words you saved are gone. A file that belongs to {path} was removed or replaced by an older one while Testimony was not running. Look through your testimonies. A backup may have more."
        ),
        "store_not_backed_up": translate(
            "words", "This version of Testimony must back your testimonies up first, and {path} takes no backup. They can be read. Make room there, then start again."
        ),
        "store_in_use": translate("words", "Testimony is open in a window. Nothing was changed. Close the window, then try again."),
        "backup_none": translate(
            "words", "There is no backup in {path} that can be used. Nothing was changed. With --salvage you get what can still be read."
        ),
        "backup_not_found": translate("words", "There is no backup called {name}. Nothing was changed. See the list of backups for the right one."),
        "backup_not_sound": translate("words", "The backup {path} is damaged. Nothing was changed. Choose another one."),
        "nothing_salvaged": translate(
            "words", "Nothing in {path} can be read any more, and there is no backup. We left the file as it is. Somebody who knows disks may still help."
        ),
        "store_read_only": translate(
            "words", "The file {path} cannot be written to, so nothing new can be kept. What is in it is safe."
        ),
        "store_cannot_open": translate(
            "words", "We could not open {path}, where your testimonies are kept. Check that you may open this folder."
        ),
        "store_busy": translate(
            "words", "Another program is using {path}. What was saved before is safe. Close it and try again."
        ),
        "store_disk_error": translate(
            "words", "The disk did not take what we wrote to {path}. What was saved before is safe. Check the disk and try again."
        ),
        "search_missing": translate(
            "words", "This Python was built without full-text search, which Testimony needs. Install Python from your system or python.org."
        ),
    }  # fmt: skip


def _testimony_file_patterns(translate: Translate) -> Mapping[str, str]:
    return {
        "file_too_large": translate("words", "The file has more than {most_megabytes} MB. That is no testimony. Nothing was added."),
        "text_invalid_unicode": translate(
            "words", "The text is broken near character {position}. Save the file again as UTF-8. Nothing was added."
        ),
        "not_json": translate("words", "The file is not in the testimony format. Nothing was added. Choose a .testimony.json file."),
        "duplicate_key": translate("words", 'The file says "{key}" twice, so we cannot tell which is meant. Nothing was added.'),
        "unknown_format": translate(
            "words", 'The file does not say "format": "{expected}". It may come from another program. Nothing was added.'
        ),
        "testimony_file_invalid": translate("words", 'The file has a mistake at "{key}": {problem}. Nothing was added.'),
        "point_id_reserved": translate("words", 'No point may be called "{point}". Nothing was added. Give it another id.'),
        "point_twice": translate("words", 'The point "{point}" stands in the file twice. Nothing was added. Take one out.'),
        "campaign_unknown": translate("words", 'The campaign "{campaign}" is not installed here. Install it first, then try again.'),
        "body_unknown": translate("words", 'The public body "{body}" is not in the list here. Use its name instead, or add its file.'),
        "point_unknown": translate("words", 'The campaign has no point called "{point}". Nothing was added.'),
        "ask_unknown": translate("words", 'The campaign has no request called "{ask}". Nothing was added.'),
        "section_unknown": translate("words", 'The testimony has no part called "{section}". Nothing was added.'),
        "evidence_unknown": translate("words", 'The campaign has no fact called "{evidence}". Nothing was added.'),
        "too_many_points": translate("words", "{most} points is the most. Untick one first."),
        "history_too_large": translate(
            "words", "With its earlier versions this testimony is larger than {most_megabytes} MB. No file was written. Move it without them."
        ),
        "passphrase_short": translate(
            "words", "That passphrase is too short. No file was written. Take {least} letters or more, such as four words."
        ),
        "passphrases_differ": translate("words", "The two passphrases are not the same. No file was written. Type them again."),
        "passphrase_missing": translate("words", "This file is sealed. Nothing was added. Type the passphrase it was sealed with."),
        "passphrase_wrong": translate(
            "words", "That passphrase does not open this file, or the file is damaged. Nothing was added. Look at capital letters and spaces, then try again."
        ),
        "sealed_for_key": translate("words", "This file is sealed for somebody else's key, so no passphrase opens it. Nothing was added."),
    }  # fmt: skip


def _content_patterns(translate: Translate) -> Mapping[str, str]:
    return {
        "content_problems": translate("words", "{name} cannot be used yet. Problems found: {count}."),
        "campaign_not_found": translate("words", "There is no campaign at {path}. Check the spelling."),
        "campaign_unreadable": translate("words", "We could not read the campaign at {path}. Check that you may open it."),
        "body_not_found": translate("words", "There is no body file at {path}. Check the spelling."),
        "language_not_found": translate("words", "The language file {path} is missing. Install Testimony again."),
        "archive_too_large": translate("words", "The file has more than {most_megabytes} MB. Ask its maker for a smaller one."),
        "archive_broken": translate("words", "The file is not a whole zip file. Get it again from its maker."),
        "archive_too_many_files": translate("words", "The file holds more than {most} files inside. Ask its maker for a smaller one."),
        "archive_bomb": translate("words", "The file would unpack to far too much. We did not open it. Do not trust it."),
        "archive_bad_entry": translate("words", 'The file holds "{entry}", {reason}. We did not open it.'),
        "content_too_heavy": translate("words", "The file took too much time or memory to read. We stopped. Do not trust it."),
    }  # fmt: skip


def _submission_patterns(translate: Translate) -> Mapping[str, str]:
    return {
        "submission_not_found": translate("words", "There is nothing sent or waiting with the id {submission}. See the list for the right one."),
        "submission_cannot": translate("words", "That cannot be done with {submission} as it is now ({state}). Nothing was changed."),
        "consent_missing": translate("words", "Nothing was sent. To send it, read the above and say so with --consent."),
        "outbox_busy": translate("words", "Testimony is sending already, in another window or command. What is due goes from there."),
        "outbox_paused": translate(
            "words", "Sending is paused, since this list may be older than what was sent. Look it over, then use --go-on."
        ),
        "store_sending": translate("words", "Testimony is sending something just now. Nothing was changed. Wait until that is done, then try again."),
        "draft_being_sent": translate(
            "words", "This testimony is being sent just now. Nothing was erased. Wait until that is done, then try again."
        ),
        "erasing_not_confirmed": translate(
            "words", "Nothing was erased. What is erased cannot be brought back. To do it, say so with --yes."
        ),
        "submission_damaged": translate(
            "words", "What should be sent is no longer what you agreed to. The disk may be failing. We sent nothing. Your testimony is safe. Send it again."
        ),
    }  # fmt: skip


def _channel_patterns(translate: Translate) -> Mapping[str, str]:
    return {
        "channel_unknown": translate("words", "There is no way to send called {channel} any more. Choose another one, or set it up again."),
        "channel_changed": translate(
            "words", "{channel} leads somewhere else now than when you agreed. We sent nothing. Look at it, then send it again."
        ),
        "channel_set_by_site": translate(
            "words", "Whoever runs this computer set up {channel}, so it cannot be changed here. It stands in {path}."
        ),
        "channel_always_there": translate("words", "{channel} is always there and cannot be changed or removed."),
        "channel_not_checked": translate(
            "words", "Nobody has looked at the address of {channel} for 90 days. Check that it is still right, then say so."
        ),
        "channel_field_unknown": translate("words", "The way to send asks for {field}, which we do not know. Nothing was sent. Tell whoever set it up."),
        "channel_cannot_attach": translate("words", "This way to send takes no files as it is set up. Nothing was sent. Tell whoever set it up."),
        "channel_needs_one_file": translate("words", "A collection takes one file for each testimony. Set up just one kind of file."),
        "mail_address_not_valid": translate(
            "words", 'The address "{address}" cannot receive mail. Whoever set up this way to send can correct it.'
        ),
        "own_address_not_valid": translate("words", "Your email address does not look complete. Check it, then try again."),
        "channel_date_impossible": translate("words", "The date {found} of {channel} is no date. Write it as YYYY-MM-DD."),
        "seal_key_not_valid": translate("words", "The key to seal with is not one of age. Nothing was sent. Tell whoever set it up."),
        "seal_not_opened": translate("words", "This file was not sealed for this key, or it is damaged. We left it as it is."),
        "setting_without_value": translate("words", "{found} has no value. Write it as key=value."),
        "secret_missing": translate("words", "We need the password of {channel}. Nothing was sent. Type it in once."),
        "secret_locked": translate("words", "The password store of this computer is locked. Nothing was sent. Unlock it, then try again."),
        "secret_no_keyring": translate(
            "words", "This computer has no safe place for passwords. You can type the password in each time, and we keep it nowhere."
        ),
        "secret_keyring_failed": translate("words", "The password store of this computer did not answer as it should. Nothing was sent."),
    }  # fmt: skip


def _program_patterns(translate: Translate) -> Mapping[str, str]:
    return {
        "child_missing": translate("words", "We could not start a part of Testimony. Install it again."),
        "store_bug": translate("words", "Testimony made a mistake with its own file. What was saved is safe. Please report this: {detail}"),
        "store_closed": translate("words", "Testimony was closing while it still had work. What was saved is safe. Start it again."),
        "unforeseen": translate("words", "Something went wrong that we did not foresee ({detail}). What was saved is safe. Please report this."),
        "no_display": translate("words", "There is no screen to show the window on. The commands work without one: testimony --help"),
        "answer_not_written": translate("words", "We could not write the answer to where it should go. What was saved is safe. Make room there."),
        "interrupted": translate("words", "Stopped. What was saved is safe."),
    }  # fmt: skip


def _reason(reason: str, translate: Translate) -> str:
    reasons = {
        "absolute": translate("words", "which names a place outside the campaign"),
        "path": translate("words", "which leads out of the campaign"),
        "hidden_signs": translate("words", "whose name holds hidden signs"),
        "link": translate("words", "which is a link to something else"),
        "coded": translate("words", "which is locked with a password"),
        "packing": translate("words", "which is packed in a way we do not read"),
        "twice": translate("words", "which stands in it twice"),
    }
    return reasons.get(reason, reason)
