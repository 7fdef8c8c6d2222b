"""From a testimony to a submission: what would be handed over, what the person agrees to, and the queue."""

import hashlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import import_module

from testimony_app.channels.channel_reader import ConfiguredChannel
from testimony_app.channels.kinds import KINDS
from testimony_app.documents.formats import Format
from testimony_app.documents.options import DocumentOptions, Paper
from testimony_app.domain.body import PublicBody
from testimony_app.domain.contact import asked_contact
from testimony_app.domain.draft import Draft
from testimony_app.domain.errors import PersonError
from testimony_app.domain.naming import file_name, published_fields
from testimony_app.domain.submission import Attachment, Channel, Letter, Payload, SubmissionIds
from testimony_app.domain.suggestion import field_value
from testimony_app.sealing.age import Sealed, seal
from testimony_app.services.channels import Channels, is_fresh
from testimony_app.services.drafting import Drafting
from testimony_app.services.exporting import mint_reference
from testimony_app.services.open_draft import OpenDraft
from testimony_app.store import outbox
from testimony_app.store.drafts import DraftStore
from testimony_app.store.references import Reference, reference_of
from testimony_app.store.submissions import Consent, NewSubmission, stamp


@dataclass(frozen=True, slots=True)
class Review:
    """Everything a person must see before anything leaves. Nothing of it has left, and nothing will without consent.

    `letter` and `payload` are exactly what would go, and to whom. `body` is the public body as far as it is known.
    `is_fresh` says whether somebody has looked at the addresses lately.
    """

    channel: ConfiguredChannel
    draft: Draft
    rev: int
    title: str
    letter: Letter
    ids: SubmissionIds
    payload: Payload
    replaces: str
    body: PublicBody | None
    is_fresh: bool

    @property
    def recipients_sha256(self) -> bytes:
        """The SHA-256 of whom it goes to: the addresses, and where the channel leads."""
        digest = hashlib.sha256(self.channel.sha256)
        for address in self.payload.recipients:
            digest.update(address.encode() + b"\n")
        return digest.digest()


class Submitting:
    """Prepares submissions and queues those that a person has agreed to.

    `formats` are the document formats by id, `mint` gives fresh references, `paper` is what people here print on. A
    saved draft is submitted as it was last saved.
    """

    def __init__(
        self,
        drafting: Drafting,
        store: DraftStore,
        channels: Channels,
        formats: Mapping[str, Format],
        mint: Callable[[], str] = mint_reference,
        paper: Paper = Paper.LETTER,
    ) -> None:
        self._drafting = drafting
        self._store = store
        self._channels = channels
        self._formats = formats
        self._paper = paper
        self.mint = mint

    def review(
        self, draft_id: str, channel_name: str, now: datetime, *, copy_to: str = "", reply_to: str = ""
    ) -> Review:
        """Return what would be handed over.

        Raises the errors of opening a draft and of finding a channel, and OrganizerError where the channel cannot
        carry the letter.
        """
        channel = self._channels.find(channel_name)
        opened = self._drafting.open(draft_id)
        testimony, material = self._drafting.compose(opened.draft)
        reference = self._reference(opened)
        saved = datetime.fromisoformat(self._store.load(draft_id).row.updated_utc)  # the same version, the same bytes
        options = DocumentOptions(
            material.language, saved, reference=reference.ref, replaces=reference.replaces, paper=self._paper
        )
        name = file_name(opened.draft, material.body)
        attach = tuple(
            Attachment(f"{name}.{each.ending}", each.content_type, each.writer()(testimony, options))
            for each in map(self._formats.__getitem__, wanted(channel))
        )
        letter = Letter(
            subject=testimony.subject,
            text=self._formats["txt"].writer()(testimony, options).decode(),
            attachments=attach,
            cover=_cover(opened.draft, material.body),
            sender_name=field_value(opened.draft.published_name),
            copy_to=copy_to,
            reply_to=reply_to,
            language=opened.draft.language,
            fields=_fields(opened.draft),
        )
        ids = SubmissionIds(str(uuid.uuid4()), reference.ref, now)
        payload = channel_of(channel).prepare(_sealed(letter, ids, channel), ids)
        return Review(
            channel, opened.draft, opened.rev, testimony.title, letter, ids, payload, reference.replaces,
            material.body, is_fresh(channel, now.date()),
        )  # fmt: skip

    def submit(self, review: Review, wording: str, now: datetime) -> str:
        """Queue what was reviewed, with the consent in the very words that stood before the person; return its id.

        The same letter to the same channel is one submission, whose id comes back. Raises PersonError
        `channel_not_checked` where nobody has looked at the addresses lately, `draft_changed_elsewhere` where the
        draft was changed since.
        """
        if not review.is_fresh:
            raise PersonError("channel_not_checked", channel=review.channel.name)
        consent = Consent(
            id=str(uuid.uuid4()),
            given_utc=stamp(now),
            language=review.letter.language,
            channel=review.channel.name,
            wording_sha256=hashlib.sha256(wording.encode()).digest(),
            content_sha256=review.letter.content_sha256,
            recipients_sha256=review.recipients_sha256,
        )
        new = NewSubmission(
            id=review.ids.submission,
            draft_id=review.draft.id,
            rev=review.rev,
            reference=review.ids.reference,
            title=review.title,
            channel=review.channel.name,
            channel_kind=review.channel.kind,
            channel_title=review.channel.title,
            channel_sha256=review.channel.sha256,
            payload=review.payload,
            consent=consent,
            created_utc=stamp(now),
            closes_utc=review.channel.settings.closes,
        )
        return self._store.write(lambda connection: outbox.add(connection, new))

    def _reference(self, opened: OpenDraft) -> Reference:
        draft_id, rev = opened.draft.id, opened.rev
        return self._store.write(lambda connection: reference_of(connection, draft_id, rev, self.mint))


def channel_of(channel: ConfiguredChannel, password: Callable[[], str] | None = None) -> Channel:
    """Return the channel itself. Its module is loaded now."""
    make: Callable[[Mapping[str, object], Callable[[], str]], Channel] = import_module(KINDS[channel.kind].module).make
    return make(channel.plain, password or _no_secret)


def _sealed(letter: Letter, ids: SubmissionIds, channel: ConfiguredChannel) -> Letter:
    """Return the letter as it goes: its files sealed where the channel says to whose key."""
    key = str(channel.plain.get("seal_to", ""))
    if not key:
        return letter
    files = [seal(Sealed(ids.submission, ids.reference, each), key) for each in letter.attachments]
    return replace(letter, attachments=tuple(files))


def wanted(channel: ConfiguredChannel) -> tuple[str, ...]:
    """Return the formats of the files that go along by a channel."""
    attach = channel.plain.get("attach", getattr(channel.settings, "attach", ()))
    return tuple(str(each) for each in attach) if isinstance(attach, list | tuple) else ()


def _no_secret() -> str:
    raise PersonError("secret_missing")


def _cover(draft: Draft, body: PublicBody | None) -> str:
    """Return the contact details that the body asks for, one a line. What it does not ask for stays here."""
    return "\n".join(line.value for line in asked_contact(draft, body))


def _fields(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Return what a form may ask for, by its names in the settings of a channel."""
    values = published_fields(draft) | {
        "ward": draft.person.ward,
        "neighborhood": draft.person.neighborhood,
        "on_behalf_of": draft.on_behalf_of,
        "position": draft.position.value if draft.position else "",
        "email": draft.contact.email,
        "phone": draft.contact.phone,
        "address": draft.contact.address,
    }
    return tuple((name, field_value(text)) for name, text in values.items() if field_value(text))
