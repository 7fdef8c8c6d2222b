"""The menus of the top bar."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.tokens import SCALES


def looks_menu(look: Look, parent: QWidget) -> QMenu:
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


def language_menu(parent: QWidget) -> QMenu:
    """Return the menu of languages: those that a speaker has reviewed."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    action = menu.addAction(translate("menus", "English"))
    action.setCheckable(True)
    action.setChecked(True)
    action.setEnabled(True)
    return menu


def show_under(button: QWidget, menu: QMenu) -> None:
    """Show a menu under the button that opens it; it is gone when it is put away."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))


def _choice(menu: QMenu, group: QActionGroup, words: str, *, chosen: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
    return action
