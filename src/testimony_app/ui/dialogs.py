"""Every file picker and question of the window. Tests put another `Dialogs` in its place."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget


class Dialogs:
    """Asks the person with the system's own dialogs."""

    def save_path(self, parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
        """Ask where to save a file; the dialog asks by itself before a file is replaced. None where it was put away."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (no start shows a dialog)

        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
        return Path(chosen) if chosen else None

    def text(self, parent: QWidget, title: str, question: str, text: str) -> str | None:
        """Ask for a line of text. None where it was put away."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415  (see save_path)

        answer, agreed = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Normal, text)
        return answer if agreed else None
