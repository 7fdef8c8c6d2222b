"""The list of a testimony's saved versions: one row each, painted, so that five thousand are as quick as five."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy
from typing_extensions import override

from testimony_app.store.history import Version
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, TINY
from testimony_app.ui.widgets.scroll import Scroll

ROW_HEIGHT = 56
_ANY_INDEX = QModelIndex | QPersistentModelIndex
Words = Callable[[Version], str]


class _Versions(QAbstractListModel):
    """The versions of a draft; what is said of one is made when its row is shown."""

    def __init__(self, look: Look, time: Words, reason: Words) -> None:
        super().__init__()
        self._look = look
        self.time = time
        self.reason = reason
        self.rows: tuple[Version, ...] = ()

    @property
    def height(self) -> int:
        """The height of a row."""
        return self._look.px(ROW_HEIGHT)

    @override
    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _ANY_INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        version = self.rows[index.row()]
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(self._look.px(200), self.height)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.time(version)}. {self.reason(version)}"
        return self.time(version) if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, rows: Sequence[Version]) -> None:
        """Show other versions."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()


class VersionList(QListView):
    """Lists versions, the newest first. `chosen` gives the number of the one to be compared.

    It is as high as its rows; what it stands in scrolls. `time` and `reason` say when and why a version was saved.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, time: Words, reason: Words) -> None:
        super().__init__()
        self._look = look
        self._versions = _Versions(look, time, reason)
        self.setModel(self._versions)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("focusRing", "its own")
        self.setAccessibleName(self.tr("Versions, the newest first"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        look.changed.connect(self._on_look_changed)

    def show_versions(self, versions: Sequence[Version], rev: int) -> None:
        """Show versions, with one of them chosen. `chosen` is not given for that."""
        self.selectionModel().blockSignals(True)  # noqa: FBT003  (Qt's own)
        self._versions.show(versions)
        self.setFixedHeight(max(len(versions), 1) * self._versions.height)
        self.setCurrentIndex(self._versions.index(self._place_of(rev)))
        self.selectionModel().blockSignals(False)  # noqa: FBT003  (Qt's own)
        self._keep_in_sight()
        self.viewport().update()

    def choose(self, steps: int) -> None:
        """Go some versions on in the list, to older ones, or back."""
        place = self.currentIndex().row() + steps
        if 0 <= place < len(self._versions.rows):
            self.setCurrentIndex(self._versions.index(place))

    def can_choose(self, steps: int) -> bool:
        """Whether there is a version so many steps on."""
        return 0 <= self.currentIndex().row() + steps < len(self._versions.rows)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._versions.height
        for place in range(event.rect().top() // height, event.rect().bottom() // height + 1):
            if 0 <= place < len(self._versions.rows):
                self._paint_row(painter, QRect(0, place * height, self.viewport().width(), height), place)

    def _paint_row(self, painter: QPainter, box: QRect, place: int) -> None:
        px, version = self._look.px, self._versions.rows[place]
        is_chosen = place == self.currentIndex().row()
        card = QRectF(box).adjusted(px(4), px(3), -px(4), -px(3))
        if is_chosen:
            painter.setPen(QPen(self._look.color("primary"), px(2)))
            painter.setBrush(self._look.color("soft"))
            painter.drawRoundedRect(card, px(10), px(10))
        if is_chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("focus"), 3))
            painter.drawRoundedRect(card.adjusted(-1, -1, 1, 1), px(11), px(11))
        inside = box.adjusted(px(16), px(6), -px(12), -px(6))
        half = inside.height() // 2
        for words, role, color, part in (
            (self._versions.time(version), LABEL, "softink" if is_chosen else "ink", inside.adjusted(0, 0, 0, -half)),
            (self._versions.reason(version), TINY, "softink" if is_chosen else "ink2", inside.adjusted(0, half, 0, 0)),
        ):
            font = self._look.font(role)
            painter.setFont(font)
            painter.setPen(self._look.color(color))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, part.width())
            side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            painter.drawText(part, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _place_of(self, rev: int) -> int:
        return next((place for place, each in enumerate(self._versions.rows) if each.rev == rev), 0)

    def _keep_in_sight(self) -> None:
        """Let what the list stands in scroll to the row that is chosen."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, Scroll):
            around = around.parentWidget()
        inside = around.widget() if isinstance(around, Scroll) else None
        if isinstance(around, Scroll) and inside is not None:
            middle = self.visualRect(self.currentIndex()).center()
            place = self.viewport().mapTo(inside, middle)
            around.ensureVisible(place.x(), place.y(), 0, self._versions.height)

    @Slot()
    def _on_current_changed(self) -> None:
        self._keep_in_sight()
        self.viewport().update()
        place = self.currentIndex().row()
        if 0 <= place < len(self._versions.rows):
            self.chosen.emit(self._versions.rows[place].rev)

    @Slot()
    def _on_look_changed(self) -> None:
        self.setFixedHeight(max(len(self._versions.rows), 1) * self._versions.height)
        self._versions.layoutChanged.emit()
        self.viewport().update()
