"""Every file picker and question of the window. Tests put another `Dialogs` in its place."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget


class Dialogs:
    """Asks the person with the system's own dialogs."""

    def save_path(self, parent: QWidget, title: str, suggested: Path, ending: str, kind: str) -> Path | None:
        """Ask where to save a file whose name ends with `ending`, such as ".pdf". None where it was put away.

        Nothing that is there is replaced unless the person says so. The system's dialog asks only about the name that
        was typed, so the name with its ending is asked about here.
        """
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (no start shows a dialog)

        while True:
            chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
            if not chosen:
                return None
            path = Path(chosen)
            if path.name.casefold().endswith(ending):
                return path
            path = path.with_name(f"{path.name}{ending}")
            if not _is_there(path) or self._may_replace(parent, path):
                return path
            suggested = path

    def _may_replace(self, parent: QWidget, path: Path) -> bool:
        translate = QCoreApplication.translate
        title = translate("Dialogs", "There is a file called “{name}” here.").replace("{name}", path.name)
        about = translate("Dialogs", "If you replace it, what is in it now is gone.")
        choices = (translate("Dialogs", "Replace it"),)
        return self.choose(parent, title, about, choices, translate("Dialogs", "Choose another name")) is not None

    def open_path(self, parent: QWidget, title: str, folder: Path, kind: str) -> Path | None:
        """Ask which file to open. None where it was put away."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (see save_path)

        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kind)
        return Path(chosen) if chosen else None

    def folder_path(self, parent: QWidget, title: str, folder: Path) -> Path | None:
        """Ask for a folder to write into. None where it was put away."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (see save_path)

        chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
        return Path(chosen) if chosen else None

    def text(self, parent: QWidget, title: str, question: str, text: str) -> str | None:
        """Ask for a line of text. None where it was put away."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415  (see save_path)

        answer, agreed = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Normal, text)
        return answer if agreed else None

    def password(self, parent: QWidget, title: str, question: str) -> str | None:
        """Ask for a password; its letters are not shown. None where it was put away."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415  (see save_path)

        answer, agreed = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Password)
        return answer if agreed else None

    def choose(self, parent: QWidget, title: str, text: str, choices: tuple[str, ...], away: str = "") -> int | None:
        """Tell something and ask what the person found; return the number of the choice. None where it was put away.

        `away` is what stands on the button for that, "Close" where it is empty.
        """
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  (see save_path)

        box = QMessageBox(QMessageBox.Icon.NoIcon, title, title, QMessageBox.StandardButton.NoButton, parent)
        box.setInformativeText(text)
        buttons = [box.addButton(choice, QMessageBox.ButtonRole.ActionRole) for choice in choices]
        leave = box.addButton(QMessageBox.StandardButton.Close)
        if away:
            leave.setText(away)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.exec()
        pressed = box.clickedButton()
        return buttons.index(pressed) if pressed in buttons else None

    def show_text(self, parent: QWidget, title: str, text: str) -> None:
        """Show a text in a window of its own, to be read by arrow keys, until it is closed."""
        from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextEdit, QVBoxLayout  # noqa: PLC0415  (see save_path)

        dialog = QDialog(parent)
        dialog.setWindowTitle(title)
        dialog.setAccessibleName(title)
        reading = QTextEdit()  # sets each paragraph to the side of its script
        reading.setPlainText(text)
        reading.setReadOnly(True)
        reading.setAccessibleName(title)
        reading.setTabChangesFocus(True)
        reading.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(reading)
        column.addWidget(buttons)
        dialog.resize(parent.width() // 2, parent.height() // 2)
        dialog.exec()
        dialog.deleteLater()


def _is_there(path: Path) -> bool:
    """Whether there is a file; where that cannot be known nothing can be written either, and writing tells why."""
    with suppress(OSError):
        return path.exists()
    return False
