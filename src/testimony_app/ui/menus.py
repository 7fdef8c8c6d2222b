"""The menus of the top bar."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from testimony_app.domain.steps import StepId
from testimony_app.ui.drop_down import show_under
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.tokens import SCALES
from testimony_app.ui.widgets.top_bar import TopBar


def _looks_menu(look: Look, parent: QWidget) -> QMenu:
    """Return the menu "Text and colors": the theme and the size of the text. Choices take effect at once."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    menu.addSection(translate("menus", "Colors"))
    themes = QActionGroup(menu)
    for choice, words in (
        (ThemeChoice.SYSTEM, translate("menus", "Follow this computer")),
        (ThemeChoice.LIGHT, translate("menus", "Light")),
        (ThemeChoice.DARK, translate("menus", "Dark")),
        (ThemeChoice.HIGH_CONTRAST, translate("menus", "High contrast")),
    ):
        action = _choice(menu, themes, words, chosen=look.choice is choice)
        action.triggered.connect(lambda _=False, choice=choice: look.choose(choice))
    menu.addSection(translate("menus", "Text size"))
    sizes = QActionGroup(menu)
    for scale in SCALES:
        words = translate("menus", "{percent}%").replace("{percent}", str(round(scale * 100)))
        action = _choice(menu, sizes, words, chosen=look.scale == scale)
        action.triggered.connect(lambda _=False, scale=scale: look.set_scale(scale))
    return menu


def _language_menu(parent: QWidget) -> QMenu:
    """Return the menu of languages: those that a speaker has reviewed."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    action = menu.addAction(translate("menus", "English"))
    action.setCheckable(True)
    action.setChecked(True)
    action.setEnabled(True)
    return menu


class Menus(QObject):
    """Shows a menu under the button of the top bar that asks for it; it is gone when it is put away.

    `has_places` says whether there are Sent and waiting, and Settings.
    """

    help_wanted = Signal()
    sent_wanted = Signal()
    settings_wanted = Signal()
    step_wanted = Signal(object)
    leave_wanted = Signal()

    def __init__(self, look: Look, window: QWidget, top: TopBar, *, has_places: bool) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._top = top
        self._has_places = has_places

    def show_looks(self) -> None:
        """Show "Text and colors"."""
        show_under(self._top.looks, _looks_menu(self._look, self._window))

    def show_languages(self) -> None:
        """Show the languages."""
        show_under(self._top.language, _language_menu(self._window))

    def show_whole(self) -> None:
        """Show what the bar has no room for."""
        menu = _looks_menu(self._look, self._window)
        menu.addSeparator()
        for words, wanted in (
            (self.tr("Help"), self.help_wanted),
            (self.tr("Sent and waiting"), self.sent_wanted),
            (self.tr("Settings"), self.settings_wanted),
        ):
            if self._has_places or wanted is self.help_wanted:
                menu.addAction(words).triggered.connect(wanted)
        show_under(self._top.menu, menu)

    def show_steps(self, names: tuple[str, ...]) -> None:
        """Show the steps, by their names, and the way to all testimonies."""
        menu = QMenu(self._window)
        for number, (step, name) in enumerate(zip(StepId, names, strict=True), 1):
            action = menu.addAction(f"{number}. {name}")
            action.triggered.connect(lambda _=False, step=step: self.step_wanted.emit(step))
        menu.addSeparator()
        menu.addAction(self.tr("All testimonies")).triggered.connect(self.leave_wanted)
        show_under(self._top.steps, menu)


def _choice(menu: QMenu, group: QActionGroup, words: str, *, chosen: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
    return action
