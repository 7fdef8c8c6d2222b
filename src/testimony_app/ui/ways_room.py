"""Does what a person wants of the ways to send: lists them, sets them up, tries them, takes them out."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from testimony_app.channels.channel_reader import ConfiguredChannel
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.submission import Outcome, OutcomeKind
from testimony_app.files.problems import ContentProblemsError
from testimony_app.services.channel_names import free_name
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.pages.way_form import WayFormPage
from testimony_app.ui.sending_cards import PASSWORD_CODES
from testimony_app.ui.tasks import Task
from testimony_app.ui.way_forms import NEW, WayForms
from testimony_app.ui.way_secrets import WaySecrets
from testimony_app.ui.way_words import setup_card, told_of
from testimony_app.ui.widgets.ways_section import WaysSection
from testimony_app.ui.words import told, translate
from testimony_app.words.errors import sentence
from testimony_app.words.problems import field_sentence
from testimony_app.words.submissions import outcome_sentence

_WHERE = ("to", "cc", "url", "endpoint", "host", "address")
"""The settings that say where a way leads."""


class WaysRoom(QObject):
    """Brings the channels and `section`, which shows them, together.

    `form_wanted` gives the form of a way, to be shown in place of Settings; `settings_wanted` asks to go back there.
    """

    form_wanted = Signal(object)
    settings_wanted = Signal()

    def __init__(self, look: Look, program: Program, dialogs: Dialogs) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._dialogs = dialogs
        self._channels: dict[str, ConfiguredChannel] = {}
        self._forms = WayForms(look, program.unfinished_ways)
        self._forms.save_wanted.connect(self._save)
        self._forms.put_off.connect(self._leave)
        self._forms.not_kept.connect(self._on_not_kept)
        self._told: dict[str, tuple[str, bool]] = {}
        self._asked: set[str] = set()
        self._tries: dict[str, Task] = {}
        self._removed: ConfiguredChannel | None = None
        self._secrets = WaySecrets(program.secrets)
        self._secrets.told.connect(self._on_secret_told)
        self.section = WaysSection(look)
        self.section.wanted.connect(self._on_wanted)
        self.section.add_wanted.connect(self._on_add_wanted)
        self.section.undo_wanted.connect(self._on_undo_wanted)
        self.section.folder_wanted.connect(self._on_folder_wanted)
        self.section.again_wanted.connect(self.refresh)

    def arrive(self) -> None:
        """Show the ways to somebody who comes to Settings: what was taken out before is gone.

        A form that somebody went away from is kept where something was typed.
        """
        self._removed = None
        self._forms.let_go_of_unchanged()
        self.section.show_removed("")
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the ways as they are now, or what keeps them from being used."""
        troubles = self._program.channels.troubles()
        if troubles:
            self.section.show_broken([words for each in troubles for words in told_of(each)])
            return
        self._channels = {channel.name: channel for channel in self._program.channels.all()}
        begun = self._forms.begun(self._channels)
        entries = [
            setup_card(channel, is_begun=name in begun, wants_password=name in self._asked)
            for name, channel in self._channels.items()
        ]
        self.section.show_ways(entries, self._told)
        self.section.show_unsaved(is_unsaved=NEW in begun)

    @Slot(str, str)
    def _on_wanted(self, name: str, action: str) -> None:
        acts = {
            "edit": self._edit,
            "try": self._try,
            "checked": self._keep_checked,
            "remove": self._remove,
            "password": self._ask_password,
        }
        try:
            acts[action](name)
        except TestimonyError as error:
            self._tell(name, sentence(error, translate), is_good=False)

    def _tell(self, name: str, words: str, *, is_good: bool = True) -> None:
        """Say something under a way, and to those who hear the screen."""
        self._told[name] = (words, is_good)
        self.refresh()
        if self.section.isVisible():
            announce(self.section, words)

    @Slot()
    def _on_add_wanted(self) -> None:
        self._edit(NEW)

    def _edit(self, name: str) -> None:
        """Show the form of a way. One that was left with changes comes back as it was left."""
        self.form_wanted.emit(self._forms.page(name, self._channels.get(name)))

    def finish(self) -> bool:
        """Keep what was typed in forms that are not saved yet; False where that fails and the person stays with it."""
        errors = self._forms.finish()
        for name, error in errors.items():
            page = self._forms.page(name, self._channels.get(name))
            text = self.tr("What you typed about “{way}” is not saved, and could not be kept. {why}")
            text = text.replace("{way}", page.title).replace("{why}", sentence(error, translate))
            if self._dialogs.choose(page, self.tr("Not saved yet"), text, (self.tr("Close all the same"),)) is None:
                self.form_wanted.emit(page)
                return False
        return True

    @Slot(str, object)
    def _on_not_kept(self, name: str, error: object) -> None:
        if isinstance(error, TestimonyError):
            page = self._forms.page(name, self._channels.get(name))
            told = self.tr("We could not keep what you typed here. {why} It is still here while this window is open.")
            page.show_trouble(told.replace("{why}", sentence(error, translate)))

    @Slot(str)
    def _leave(self, name: str) -> None:
        """Go back to Settings, and keep nothing of a form."""
        self._forms.drop(name)
        self.settings_wanted.emit()
        if name == NEW:
            self.section.focus_add()
        else:
            self.section.focus_card(name)

    @Slot(str)
    def _save(self, known: str) -> None:
        page = self._forms.page(known, self._channels.get(known))
        name = known
        try:
            if self._program.channels.troubles():
                page.show_trouble(self.tr("The file of the ways to send cannot be used just now. See Settings."))
                return
            channels = {each.name: each for each in self._program.channels.all()}
            page.channel = channels.get(known)  # somebody may have checked it while the form was open
            name = known or free_name(page.title, channels)
            channel = self._program.channels.add(name, self._settings(page))
        except ContentProblemsError as error:
            prefix = f"channel.{name}."
            page.show_problems(
                [(each.key.removeprefix(prefix), field_sentence(each, translate)) for each in error.problems]
            )
            return
        except TestimonyError as error:
            page.show_trouble(sentence(error, translate))
            return
        self._asked.discard(name)
        self._told[name] = (self.tr("Saved. Try it to see whether it works. That sends nothing."), True)
        if page.secret:
            self._secrets.keep(name, page.secret)
        self._leave(known)
        self.section.focus_card(channel.name)
        announce(self.section, self._told[name][0])

    def _settings(self, page: WayFormPage) -> dict[str, object]:
        """Return the settings of a form. Where they lead elsewhere now, nobody has checked that yet."""
        settings = page.settings()
        before = page.channel.plain if page.channel is not None else {}
        if any(_plain(settings.get(key)) != _plain(before.get(key)) for key in _WHERE):
            settings.pop("checked_on", None)
        return settings

    def _keep_checked(self, name: str) -> None:
        self._program.channels.mark_checked(name, datetime.now(UTC).astimezone().date())
        self._tell(name, self.tr("We keep that you have checked it today."))

    def _try(self, name: str) -> None:
        """Try a way without sending anything, in another thread."""
        task = self._tries.get(name)
        if task is None:
            task = self._tries[name] = Task()
            task.done.connect(lambda outcome: self._on_tried(name, outcome))
            task.failed.connect(lambda error: self._on_try_failed(name, error))
        sending = self._program.sending
        task.start(lambda: sending.check(name))
        self._tell(name, self.tr("Trying…"))

    def _on_tried(self, name: str, outcome: object) -> None:
        channel = self._channels.get(name)
        if channel is None or not isinstance(outcome, Outcome):
            return
        is_missing = outcome.code in PASSWORD_CODES
        if is_missing:
            self._asked.add(name)
        else:
            self._asked.discard(name)
        said = outcome_sentence(outcome, channel.title, translate)
        self._tell(name, said, is_good=outcome.kind is OutcomeKind.ACCEPTED)
        if is_missing and outcome.code != "login_refused" and self.section.isVisible():
            self._ask_password(name)

    def _on_try_failed(self, name: str, error: object) -> None:
        self._tell(name, told(error), is_good=False)

    def _ask_password(self, name: str) -> None:
        """Ask for the password of a way, and try it once more with it."""
        question = self.tr("The password of {channel}. We keep it until you close this window.")
        question = question.replace("{channel}", self._channels[name].title)
        secret = self._dialogs.password(self.section, self.tr("Password"), question)
        if secret:
            self._program.secrets.type_in(name, secret)
            self._try(name)

    def _remove(self, name: str) -> None:
        """Take a way out. It can be brought back until the person goes elsewhere."""
        channel = self._channels[name]
        self._program.channels.remove(name)
        self._removed = channel
        self._told.pop(name, None)
        self._asked.discard(name)
        self._forms.drop(name)
        self._secrets.take_out(name, channel.plain)
        self.refresh()
        self.section.show_removed(channel.title)
        self.section.focus_undo()

    @Slot()
    def _on_undo_wanted(self) -> None:
        channel, self._removed = self._removed, None
        if channel is None:
            return
        self.section.show_removed("")
        try:
            self._program.channels.add(channel.name, channel.plain)
        except TestimonyError as error:
            self._removed = channel
            self._tell_removed(channel, sentence(error, translate))
            return
        self._secrets.bring_back(channel.name)
        self.refresh()
        self.section.focus_card(channel.name)

    @Slot()
    def _on_folder_wanted(self) -> None:
        for trouble in self._program.channels.troubles()[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(trouble.path.parent)))

    def _tell_removed(self, channel: ConfiguredChannel, words: str) -> None:
        self.section.show_removed(channel.title, words)
        announce(self.section, words)

    @Slot(str, str, bool)
    def _on_secret_told(self, name: str, words: str, is_good: bool) -> None:  # noqa: FBT001  (a signal's value)
        if not words:
            return
        if name in self._channels:
            before = self._told.get(name, ("", True))[0]
            self._tell(name, " ".join(each for each in (before, words) if each), is_good=is_good)
        elif self._removed is not None and self._removed.name == name:
            self._tell_removed(self._removed, words)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
