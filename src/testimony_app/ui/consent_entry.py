"""What a person must see before anything leaves, in words: made of what would go."""

from testimony_app.channels.channel_format import DeskTable, MailTable
from testimony_app.channels.kinds import KINDS
from testimony_app.channels.mail_message import valid_address
from testimony_app.domain.body import PublicBody
from testimony_app.domain.tokens import count_words
from testimony_app.services.submitting import Review
from testimony_app.ui.dates import short_date
from testimony_app.ui.pages.consent import ConsentEntry, Line
from testimony_app.ui.sending_cards import verb_of
from testimony_app.ui.words import translate
from testimony_app.words.consent import consent_words


def consent_entry(review: Review) -> ConsentEntry:
    """Return everything that must be seen of a review. The copy to the person stands apart from who else gets it."""
    letter, channel = review.letter, review.channel
    return ConsentEntry(
        way=channel.title,
        verb=verb_of(channel.kind),
        text=letter.text,
        words=count_words(letter.text),
        receivers=_receivers(review),
        seen=_seen(review),
        public=_public(review),
        wording=consent_words(letter.sender_name, translate),
        reference=review.ids.reference,
        may_copy=channel.kind == "email_smtp",
        copy_to=letter.copy_to,
        trouble=_trouble(review),
    )


def _receivers(review: Review) -> tuple[Line, ...]:
    channel = review.channel
    addresses = review.payload.recipients
    if isinstance(channel.settings, MailTable):
        theirs = {valid_address(each).casefold() for each in (*channel.settings.to, *channel.settings.cc)}
        addresses = tuple(each for each in addresses if each.casefold() in theirs)
    receivers = [Line(translate("consent", "To"), address) for address in addresses]
    if not receivers:
        receivers = [Line(translate("consent", "By"), channel.title, str(channel.plain.get("url", "")))]
    if isinstance(channel.settings, DeskTable):
        receivers += _desk_lines(channel.settings, review.body)
    return tuple(receivers)


def _seen(review: Review) -> tuple[Line, ...]:
    seen = []
    if KINDS[review.channel.kind].is_mail:
        sender = str(review.channel.plain.get("from", "")) or translate("consent", "Your own address")
        seen.append(Line(translate("consent", "From"), sender))
    seen.append(Line(translate("consent", "Subject"), review.letter.subject))
    opens = translate("consent", "Opens with the record block.")
    seen += [Line(translate("consent", "File"), each.name, opens) for each in review.letter.attachments]
    return tuple(seen)


def _public(review: Review) -> str:
    body = review.body
    public = translate("consent", "May become public: your words, and what you say of yourself in them.")
    if body is not None and body.writing is not None and body.writing.what_is_public.value:
        public = body.writing.what_is_public.value
    if KINDS[review.channel.kind].is_mail:
        posted = translate("consent", "Some clerks also post the email address a message came from.")
        public = f"{public} {posted}"
    entering = {
        "yes": translate("consent", "It enters the record of the hearing."),
        "no": translate("consent", "It does not enter the record of a hearing."),
        "unknown": translate("consent", "We do not know whether it enters the record of a hearing."),
    }[review.channel.settings.enters_record]
    return f"{public} {entering}"


def _trouble(review: Review) -> str:
    """Return what must be looked at first, or nothing."""
    if review.is_fresh:
        return ""
    checked = review.channel.settings.checked_on
    last = short_date(checked) if checked else translate("consent", "never")
    asks = translate(
        "consent", "This address was last checked: {date}. Look whether it is still right before you send."
    )
    return asks.replace("{date}", last)


def _desk_lines(desk: DeskTable, body: PublicBody | None) -> list[Line]:
    """Return where to hand it in, when, how many copies and what to say; what is not known is said."""
    unknown = translate("consent", "We do not know.")
    where = translate("consent", "Where")
    found = [each for each in body.contacts if each.kind == "postal"] if body is not None else []
    places = [Line(where, desk.address or unknown)]
    if found and not desk.address:
        places = [Line(where, f"{each.title}, {each.detail.value or unknown}", each.detail.note) for each in found]
    say = translate("consent", "“This is my testimony for the record. May I have a stamp with the date?”")
    return [
        *places,
        Line(translate("consent", "Open"), desk.hours or unknown),
        Line(translate("consent", "Copies"), str(desk.copies) if desk.copies else unknown),
        Line(translate("consent", "Say"), desk.say or say),
    ]
