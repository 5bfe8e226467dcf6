"""Words behind a speaker's name or letter at the start of a turn: the `Q:` and `BELO:` of interviews and transcripts."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from avowed.annotate.page import Page
from avowed.annotate.sayings.asked import answerer, behind_tag
from avowed.annotate.sayings.cues import roles
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Manner, Saying, Stance
from avowed.model.evidence import Span
from avowed.model.vocabulary import CueTone, SpeakerRole

_ASKS = frozenset({"q", "question", "interviewer", "reporter", "moderator", "host", "journalist"})
_ANSWERS = frozenset({"a", "answer", "respondent"})
# Within a line a tag must be a letter or in capitals; at the head of a line it may be a name in small letters.
_TAG = re.compile(
    r"(?:(?<=\n)|\A)[ \t*_]{0,4}(?P<line>Q|A|Question|Answer|Interviewer|Reporter|Moderator|Host"
    r"|(?:[A-Z][\w.\'\u2019-]{1,24}[ ]){0,4}[A-Z][\w.\'\u2019-]{1,24})[*_]{0,2}[ ]?:[*_]{0,2}(?=\s)"
    r"|(?:(?<=\n)|\A)[ \t]{0,4}(?P<dotted>[QA])\.(?=\s)"
    r"|(?:(?<=[.?!] )|(?<=[.?!]\u201d ))(?P<inner>Q|A|[A-Z]{3,24}(?: [A-Z]{2,24}){0,2}):(?=\s)"
)
# Transcripts of broadcasts put who speaks in brackets at the head of a paragraph: `(BELO) WE ARE READY.`
_BRACKETED = re.compile(
    r"(?:(?<=\n)|\A)[ \t]{0,8}[(\[](?P<tag>[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]*){0,3})[)\]]\s"
)
_STAGE = re.compile(
    r"RECORDING|INDISTINCT|SIGNED|DATED|CONTINUED|HEARD|VIDEO|BEGIN|END|RECEIVED|PASSAGE|OMITTED|APPLAUSE"
)
_FEWEST = 2  # turns without which a text is no conversation
_NO_SPEAKER = frozenset(
    {"note", "notes", "background", "contact", "source", "sources", "date", "subject", "summary", "update", "updated"}
    | {
        "photo",
        "image",
        "caption",
        "video",
        "related",
        "location",
        "time",
        "place",
        "type",
        "status",
        "name",
        "aliases",
    }
    | {"leader", "group", "objective", "objectives", "headquarters", "strength", "ideology", "incident", "killed"}
    | {"to", "from", "re", "cc", "title", "comment", "analysis", "editor", "address", "tel", "email", "warning", "read"}
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The tag of a speaker and the words up to the next tag."""

    tag: Span
    words: Span


def turns(text: str, people: frozenset[str] = frozenset()) -> tuple[Turn, ...]:
    """The turns of a conversation, in order; nothing in a text that is none. `people`: last names, in small letters.

    In a text all in capitals only a tag in brackets tells who speaks.
    """
    if bracketed := _bracketed(text):
        return bracketed
    tags = [Span(*match.span(match.lastgroup or 0)) for match in _TAG.finditer(text)]
    asked = any(tag.of(text).lower() in _ASKS for tag in tags)
    named = Counter(tag.of(text).lower() for tag in tags)
    asked = asked or any(times > 1 and name in people for name, times in named.items())
    tags = [
        tag for tag in tags if _may_speak(tag.of(text), asked, named) or (asked and _named_in(tag.of(text), people))
    ]
    talks = asked or sum(times for times in named.values() if times > 1) >= 2 * _FEWEST
    if len(tags) < _FEWEST or not talks or _shouted(text):
        return ()
    return _cut(text, tags)


def _bracketed(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript whose speakers stand in brackets; somebody asks in it, or somebody speaks twice."""
    tags = [Span(*match.span("tag")) for match in _BRACKETED.finditer(text) if not _STAGE.search(match["tag"])]
    named = Counter(tag.of(text).lower() for tag in tags)
    talks = any(times > 1 or name in _ASKS for name, times in named.items())
    return _cut(text, tags, 1) if len(tags) >= _FEWEST and talks else ()


def _cut(text: str, tags: Sequence[Span], bracket: int = 0) -> tuple[Turn, ...]:
    """A turn from each tag, and the bracket behind it, to the next."""
    ends = [*(tag.start - bracket for tag in tags[1:]), len(text)]
    found = (Turn(tag, _trimmed(text, tag.end + bracket, end)) for tag, end in zip(tags, ends, strict=True))
    return tuple(turn for turn in found if turn.words.end > turn.words.start)


def _may_speak(tag: str, asked: bool, named: Mapping[str, int]) -> bool:
    """Whether a tag may name a speaker: a name in small letters speaks more than once, `Belo:` only where somebody asks."""
    name = tag.lower()
    if name in _NO_SPEAKER:
        return False
    return tag.isupper() or name in _ASKS | _ANSWERS or (named[name] > 1 and (asked or " " in tag))


def _named_in(tag: str, people: frozenset[str]) -> bool:
    return tag.rsplit(maxsplit=1)[-1].lower() in people


def _shouted(text: str) -> bool:
    letters = [one for one in text[:2000] if one.isalpha()]
    return sum(one.isupper() for one in letters) * 2 > len(letters)


def _trimmed(text: str, start: int, end: int) -> Span:
    """What stands between a tag and the next, without the colon (or the stop of `Q.`) and blanks."""
    start += text[start : start + 1] == "."
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(" \t\n*_:"))
    return Span(first, max(first, start + len(words.rstrip(" \t\n*_"))))


def in_turns(page: Page, found: Sequence[Turn]) -> Iterator[Saying]:
    """A saying for every turn."""
    names = {mention.span.end: mention for mention in page.mentions if mention.actor is not None}
    asked = answerer(page, found[0].tag.start) if found else None
    for turn in found:
        tag = turn.tag.of(page.report.text)
        answers = tag.lower() in _ANSWERS
        mention = asked if answers else behind_tag(page, turn.tag) or names.get(turn.tag.end)
        role = role_of(page, page.token_at(turn.tag.end - 1), mention)
        if tag.lower() in _ASKS:
            role = SpeakerRole.JOURNALIST
        elif role is SpeakerRole.JOURNALIST and role not in map(roles().get, tag.lower().split()):
            role = SpeakerRole.OFFICIAL  # who is asked is taken for a person, though a bare family name shows no kind
        yield Saying(
            source=mention,
            source_span=None if answers and mention is None else turn.tag,
            cue=None,
            role=role,
            tone=CueTone.NEUTRAL,
            stance=Stance.ASSERTS,
            manner=Manner.DIRECT,
            contents=(turn.words,),
        )


def without_initials(page: Page, sayings: Sequence[Saying]) -> Page:
    """The page without letters and initials of speakers as if they were names: `IT:` is Idris Tamm, and no party itself."""
    tags = {one.source_span for one in sayings if one.cue is None and one.source and one.source_span != one.source.span}
    short = {tag for tag in tags if tag is not None and tag.of(page.report.text).isupper() and tag.end - tag.start <= 5}
    return page.with_(mentions=tuple(one for one in page.mentions if one.span not in short))


def without_tags(found: Sequence[Turn], said: Sequence[Saying]) -> list[Saying]:
    """The sayings but those that took the tag of a turn for somebody who says something by a colon."""
    tags = [turn.tag for turn in found]
    return [
        one
        for one in said
        if not any(span and tag.covers(span) for tag in tags for span in (one.phrase or one.cue,))
        and not any(one.described and tag.overlaps(one.described) and not one.reported for tag in tags)
    ]
