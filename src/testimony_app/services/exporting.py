"""Writing testimonies to files a person takes along."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from testimony_app.documents.formats import Format, Write
from testimony_app.documents.options import DocumentOptions, Paper, Variant
from testimony_app.documents.phone_codes import PhoneCode, phone_codes
from testimony_app.domain.body import PublicBody
from testimony_app.domain.contact import ContactLine, asked_contact, asked_kinds
from testimony_app.domain.draft import Draft
from testimony_app.domain.errors import PersonError
from testimony_app.domain.naming import file_name, mail_subject
from testimony_app.domain.testimony import Testimony
from testimony_app.files.atomic import write_file
from testimony_app.files.free_name import write_in_folder
from testimony_app.services.drafting import Drafting
from testimony_app.services.open_draft import OpenDraft
from testimony_app.store.drafts import DraftStore
from testimony_app.store.read_only import CANNOT_WRITE
from testimony_app.store.references import Reference, known_reference, reference_of

JSON = "json"
PDF = "pdf"
WORD = "docx"
_MOVED = ".testimony.json"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_REFERENCE_LENGTH = 7
_VARIANT_NAMES = {
    Variant.WRITTEN: "",
    Variant.LARGE_PRINT: "_large-print",
    Variant.SPEAKING_CARD: "_speaking-card",
    Variant.COVER_NOTE: "_cover-note",
}
"""What is added to a file's name, so that a folder holds several."""


ON_LETTERHEAD = frozenset({Variant.WRITTEN, Variant.LARGE_PRINT})
"""What is handed in, and so can stand on a letterhead. A card to speak from stays in one's hand."""

WITH_CODES = frozenset({Variant.WRITTEN, Variant.LARGE_PRINT})
"""What can have codes for a phone at its foot."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to write: the format's id, a file or a folder, and whether an existing file may be replaced.

    A format that has no such `variant` is refused with PersonError `variant_unknown`. JSON can bring the earlier
    versions along, and be sealed with a passphrase. A Word file of what is handed in can stand on a `letterhead`, for
    somebody who has said that they speak for the organization. With `codes` the text stands at the foot of a PDF as
    codes for a phone.
    """

    format: str
    target: Path
    force: bool = False
    headings: bool = True
    variant: Variant = Variant.WRITTEN
    with_versions: bool = False
    passphrase: str = field(default="", repr=False)
    letterhead: str = ""
    speaks_for: bool = False
    codes: bool = False


class Exported(NamedTuple):
    """Where a file stands now. `left_out` is how many earlier versions it is without, since the disk damaged them.

    `no_reference` is why a document bears no reference, None where it has one. JSON needs none.
    """

    path: Path
    left_out: int = 0
    no_reference: PersonError | None = None


class MadeFile(NamedTuple):
    """A file that is not written yet: its name by the body's pattern, its ending with its dots, and what is in it.

    The rest is as in `Exported`.
    """

    name: str
    suffix: str
    content: bytes
    left_out: int = 0
    no_reference: PersonError | None = None


class Prepared(NamedTuple):
    """A testimony as it reads and how it is set. `no_reference` is as in `Exported`."""

    testimony: Testimony
    options: DocumentOptions
    no_reference: PersonError | None


class Exporting:
    """Writes drafts in the formats there are. Findings never hold an export back."""

    def __init__(
        self,
        drafting: Drafting,
        store: DraftStore,
        formats: Mapping[str, Format],
        paper: Paper,
        letterhead: Callable[[str], Write],
    ) -> None:
        """`letterhead` gives what writes on the letterhead of a name."""
        self._drafting = drafting
        self._store = store
        self._formats = formats
        self._paper = paper
        self._letterhead = letterhead

    def export(
        self,
        draft_id: str,
        request: ExportRequest,
        *,
        into_folder: bool,
        now: datetime,
        before_move: Callable[[], None] | None = None,
    ) -> Exported:
        """Write one draft and return where it stands now, and what it is without.

        In a folder the name follows the body's pattern, and a clash appends -2, -3. Elsewhere `before_move` is called
        when the file is complete but not yet at its name; what it raises is passed on, and there is no file then.
        Raises PersonError `file_exists` where the target names a file that is there and `force` is not set,
        `ending_of_another` where its name is one of another format, `variant_unknown` where the format has no such
        variant, and the errors of `prepared` and `write_file`; for a letterhead those of `demand_letterhead` and
        `Letterheads.writer`.
        """
        if not into_folder:
            self._demand_ending(request)
        made = self.made(self._drafting.open(draft_id), request, now)
        if not into_folder:
            write_file(request.target, made.content, replace=request.force, before_move=before_move)
            return Exported(request.target, made.left_out, made.no_reference)
        path = write_in_folder(request.target, made.name, made.suffix, made.content)
        return Exported(path, made.left_out, made.no_reference)

    def made(self, opened: OpenDraft, request: ExportRequest, now: datetime) -> MadeFile:
        """Return a file as it would be written. Raises what `export` does, but for what the disk refuses."""
        self.demand_letterhead(request)
        self.demand_codes(request)
        body = self._drafting.compose(opened.draft)[1].body
        name = name_for(opened.draft, body, request.variant)
        if request.format == JSON:
            content, left_out = self._drafting.file_of(opened.draft), 0
            if request.with_versions:
                content, left_out = self._drafting.file_with_versions(opened.draft)
            return MadeFile(name, *_sealed(content, request.passphrase), left_out)
        self.demand_variant(request)
        found = self._formats[request.format]
        writer = self._letterhead(request.letterhead) if request.letterhead else found.writer()
        prepared = self.prepared(opened, request, now)
        content = writer(prepared.testimony, prepared.options)
        return MadeFile(name, f".{found.ending}", content, no_reference=prepared.no_reference)

    def phone_codes(self, draft_id: str, now: datetime) -> tuple[PhoneCode, ...]:
        """Return a saved draft's text as codes for a phone. Raises PersonError `too_long_for_phone`."""
        opened = self._drafting.open(draft_id)
        subject = mail_subject(opened.draft, self._drafting.compose(opened.draft)[1].body)
        return phone_codes(self.plain_text(draft_id, now), subject)

    def _codes_on_paper(self, draft_id: str, request: ExportRequest, now: datetime) -> tuple[PhoneCode, ...]:
        if not request.codes:
            return ()
        self.demand_codes(request)
        try:
            return self.phone_codes(draft_id, now)
        except PersonError as error:
            if error.code != "too_long_for_phone":
                raise
            raise PersonError("codes_do_not_fit") from error

    def plain_text(self, draft_id: str, now: datetime) -> str:
        """Return a saved draft as it stands in a text file, with its sources and its reference."""
        return self.made(self._drafting.open(draft_id), ExportRequest("txt", Path()), now).content.decode()

    def no_reference(self, draft_id: str) -> PersonError | None:
        """Return why a saved draft gets no reference now, or None: then it has one, and bears it however it leaves.

        Ask before words leave as text, as codes or on paper.
        """
        return self._reference(self._drafting.open(draft_id))[1]

    def name_of(self, draft_id: str) -> str:
        """Return the name a saved draft's files have by its body's pattern, without an ending."""
        draft = self._drafting.open(draft_id).draft
        return name_for(draft, self._drafting.compose(draft)[1].body)

    def demand_variant(self, request: ExportRequest) -> None:
        """Raise PersonError `variant_unknown` where the format has no such variant. JSON holds what every one needs."""
        if request.format == JSON:
            return
        found = self._formats[request.format]
        if request.variant not in found.variants:
            raise PersonError("variant_unknown", format=found.name)

    def _demand_ending(self, request: ExportRequest) -> None:
        """Raise PersonError `ending_of_another` where a name says that a file is what it is not."""
        endings = {name: {f".{found.ending}"} for name, found in self._formats.items()}
        endings[JSON] = {".json", ".age"}
        others = set[str]().union(*endings.values()) - endings[request.format]
        if request.target.suffix.lower() in others:
            right = _MOVED if request.format == JSON else f".{request.format}"
            raise PersonError("ending_of_another", path=str(request.target), ending=right)

    def demand_codes(self, request: ExportRequest) -> None:
        """Raise PersonError `codes_pdf_only` where there is no foot of a page for codes."""
        if request.codes and (request.format != PDF or request.variant not in WITH_CODES):
            raise PersonError("codes_pdf_only")

    def prepared(self, opened: OpenDraft, request: ExportRequest, now: datetime) -> Prepared:
        """Return a testimony as it reads, and how it is set. The version gets its reference, if it can have one now.

        Raises PersonError `contact_not_asked` and `contact_empty` where there is no cover note to be made, and
        `codes_pdf_only` and `codes_do_not_fit` where codes were asked for.
        """
        testimony, material = self._drafting.compose(opened.draft)
        contact = _cover_lines(opened.draft, material.body) if request.variant is Variant.COVER_NOTE else ()
        reference, no_reference = self._reference(opened)
        options = DocumentOptions(
            language=material.language,
            made_at=now,
            headings=request.headings,
            reference=reference.ref,
            replaces=reference.replaces,
            variant=request.variant,
            paper=self._paper,
            contact=contact,
            codes=self._codes_on_paper(opened.draft.id, request, now),
        )
        return Prepared(testimony, options, no_reference)

    def demand_letterhead(self, request: ExportRequest) -> None:
        """Raise PersonError `letterhead_word_only` where it cannot be had for this format or variant.

        Raise `letterhead_not_confirmed` where nobody said that they speak for the organization.
        """
        if request.letterhead and (request.format != WORD or request.variant not in ON_LETTERHEAD):
            raise PersonError("letterhead_word_only")
        if request.letterhead and not request.speaks_for:
            raise PersonError("letterhead_not_confirmed", name=request.letterhead)

    def _reference(self, opened: OpenDraft) -> tuple[Reference, PersonError | None]:
        """Return the reference of this version; every one that leaves the computer has its own.

        Where the store takes no new one, as on a full disk, the words come out all the same: a version that has none
        yet goes without, and why is returned beside it.
        """
        draft_id, rev = opened.draft.id, opened.rev
        try:
            return self._store.write(lambda connection: reference_of(connection, draft_id, rev, mint_reference)), None
        except PersonError as error:
            if error.code not in CANNOT_WRITE:
                raise
            known = self._store.read(lambda connection: known_reference(connection, draft_id, rev))
            return (known, None) if known else (Reference(""), error)


def name_for(draft: Draft, body: PublicBody | None, variant: Variant = Variant.WRITTEN) -> str:
    """Return the name the files of a draft to a body have by its pattern, without an ending."""
    return f"{file_name(draft, body)}{_VARIANT_NAMES[variant]}"


def _cover_lines(draft: Draft, body: PublicBody | None) -> tuple[ContactLine, ...]:
    """Return what stands on a cover note."""
    if not asked_kinds(body):
        raise PersonError("contact_not_asked")
    lines = asked_contact(draft, body)
    if not lines:
        raise PersonError("contact_empty")
    return lines


def _sealed(content: bytes, passphrase: str) -> tuple[str, bytes]:
    """Return how the name of a `.testimony.json` file ends and its content, sealed where there is a passphrase."""
    if not passphrase:
        return _MOVED, content
    from testimony_app.sealing.passphrase import SUFFIX, seal_with  # noqa: PLC0415  (few files are sealed)

    return _MOVED + SUFFIX, seal_with(content, passphrase)


def mint_reference() -> str:
    """Return a fresh reference: `T-` and seven Crockford base32 characters, random."""
    return "T-" + "".join(secrets.choice(_CROCKFORD) for _ in range(_REFERENCE_LENGTH))
