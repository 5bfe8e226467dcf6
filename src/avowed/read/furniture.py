"""What stands around a story is taken out of it, by the table of furniture; no sentence of the story is touched."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from avowed.model.names import fold
from avowed.read.tables import fill, load

_END_WINDOW = 240
_HEADLINE = 160
_LIST_LENGTH = 12
_EDGE = 40
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]{0,3}$|[:;]$")


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of furniture: how it is known and what is done about it."""

    name: str
    pattern: re.Pattern[str]
    at_end: bool = False
    zone: str = "any"
    longest: int = 300
    drops: str = "line"
    becomes: str = ""

    def match(self, paragraph: str) -> re.Match[str] | None:
        """The match when the paragraph is this kind of furniture."""
        if len(paragraph) > self.longest:
            return None
        if self.at_end:
            return self.pattern.search(paragraph, max(0, len(paragraph) - _END_WINDOW))
        return self.pattern.fullmatch(paragraph)


@dataclass(frozen=True, slots=True)
class Stripped:
    """Which paragraphs are the story (by index), and what the others said of it."""

    kept: tuple[int, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    dropped: Counter[str] = field(default_factory=Counter)


@cache
def rows() -> tuple[Row, ...]:
    """The table of furniture, with its patterns made ready."""
    return tuple(_row(entry) for entry in load("furniture")["row"])


def _row(entry: dict[str, str | int]) -> Row:
    return Row(
        str(entry["name"]),
        re.compile(fill(str(entry["pattern"]))),
        entry.get("on") == "end",
        str(entry.get("zone", "any")),
        int(entry.get("longest", 300)),
        str(entry.get("drops", "line")),
        str(entry.get("becomes", "")),
    )


def strip(paragraphs: Sequence[str], title: str = "") -> Stripped:
    """The story's paragraphs; without a known `title` the first kept line that looks like a headline is one."""
    marks = _mark(paragraphs)
    _follow_lists(paragraphs, marks)
    _cut_rest(paragraphs, marks)
    _clear_foot(paragraphs, marks)
    _restore(paragraphs, marks, title)
    headline = title or _headline(paragraphs, marks)
    _drop_repeats(paragraphs, marks, headline)
    return _stripped(paragraphs, marks, headline)


def reads_as_story(paragraph: str) -> bool:
    """A paragraph of at least one full sentence; headlines, names of sections and buttons are not."""
    return len(paragraph) >= 60 and bool(_SENTENCE.search(paragraph, len(paragraph) - 5)) and paragraph.count(" ") >= 7


_Mark = tuple[str, Row | None]


def _mark(paragraphs: Sequence[str]) -> list[_Mark | None]:
    """Each paragraph's furniture by the rows of its zone; zones are measured by the story between."""
    marks = [_first(paragraph, "any") for paragraph in paragraphs]
    head, tail = _zones(paragraphs, marks)
    for zone, places in (("head", range(head)), ("tail", range(tail, len(paragraphs)))):
        for place in places:
            marks[place] = marks[place] or _first(paragraphs[place], zone)
    return marks


def _first(paragraph: str, zone: str) -> _Mark | None:
    lines, ends, longest = _sieve(zone)
    if len(paragraph) > longest:
        return None
    if not (lines.fullmatch(paragraph) or ends.search(paragraph, max(0, len(paragraph) - _END_WINDOW))):
        return None
    return next(((row.name, row) for row in _of_zone(zone) if row.match(paragraph)), None)


@cache
def _of_zone(zone: str) -> tuple[Row, ...]:
    wanted = {zone} if zone == "any" else {zone, "edge"}
    return tuple(row for row in rows() if row.zone in wanted)


@cache
def _sieve(zone: str) -> tuple[re.Pattern[str], re.Pattern[str], int]:
    """A zone's rows in two patterns, for whole paragraphs and their ends; most paragraphs need no more than these."""
    parts: dict[bool, list[str]] = {False: ["(?!)"], True: ["(?!)"]}
    for row in _of_zone(zone):
        parts[row.at_end].append(f"(?:{_NAMED_GROUP.sub('(?:', row.pattern.pattern)})")
    lines, ends = (re.compile("|".join(parts[at_end])) for at_end in (False, True))
    return lines, ends, max(row.longest for row in _of_zone(zone))


def _zones(paragraphs: Sequence[str], marks: Sequence[_Mark | None]) -> tuple[int, int]:
    """Where the head ends (the second paragraph of the story) and the foot begins (after its last)."""
    story = [place for place, text in enumerate(paragraphs) if not marks[place] and reads_as_story(text)]
    if not story:
        return min(6, len(paragraphs)), len(paragraphs)
    return (story[1] if len(story) > 1 else story[-1] + 1), story[-1] + 1


def _follow_lists(paragraphs: Sequence[str], marks: list[_Mark | None]) -> None:
    """After a heading such as "Related articles", the headlines that follow go with it."""
    for start in [place for place, mark in enumerate(marks) if mark and mark[1] and mark[1].drops == "list"]:
        for place in range(start + 1, min(start + 1 + _LIST_LENGTH, len(paragraphs))):
            if len(paragraphs[place]) > _HEADLINE or _SENTENCE.search(paragraphs[place]):
                break
            marks[place] = marks[place] or ("list-of-other-stories", None)


def _cut_rest(paragraphs: Sequence[str], marks: list[_Mark | None]) -> None:
    """After a heading such as "Leave a reply" nothing is story, unless more story follows it than went before."""
    for start in [place for place, mark in enumerate(marks) if mark and mark[1] and mark[1].drops == "rest"]:
        before, after = (
            sum(len(paragraphs[place]) for place in part if not marks[place] and reads_as_story(paragraphs[place]))
            for part in (range(start), range(start, len(paragraphs)))
        )
        if before > after:
            for place in range(start + 1, len(paragraphs)):
                marks[place] = marks[place] or ("comments", None)
            return


def _clear_foot(paragraphs: Sequence[str], marks: list[_Mark | None]) -> None:
    """Once furniture begins after the story's last paragraph, the short lines below it are furniture too."""
    _, tail = _zones(paragraphs, marks)
    begun = False
    for place in range(tail, len(paragraphs)):
        begun = begun or marks[place] is not None
        if begun and len(paragraphs[place]) <= _HEADLINE and not _SENTENCE.search(paragraphs[place]):
            marks[place] = marks[place] or ("foot-of-page", None)


def _restore(paragraphs: Sequence[str], marks: list[_Mark | None], title: str) -> None:
    """A byline that alone names an agency stays, and so does an outlet's name where it is the headline."""
    for place, mark in enumerate(marks):
        row = mark[1] if mark else None
        if row is None or row.becomes not in {"origin", "publisher"}:
            continue
        said = row.pattern.fullmatch(paragraphs[place])
        name = said.group("where") if said else ""
        left = [text for text, other in zip(paragraphs, marks, strict=True) if not other]
        alone = row.becomes == "origin" and not any(name in text for text in left)
        if alone or (row.becomes == "publisher" and not title and not _headline(paragraphs, marks)):
            marks[place] = None


def _headline(paragraphs: Sequence[str], marks: Sequence[_Mark | None]) -> str:
    """The first line that is left, where it reads as a headline and a story follows it."""
    left = [text for text, mark in zip(paragraphs, marks, strict=True) if not mark]
    if len(left) < 2 or len(left[0]) > 200 or len(left[0].split()) < 2:
        return ""
    return "" if re.search(r"[.,:;][\"'”’)]{0,3}$", left[0]) else left[0]


def _drop_repeats(paragraphs: Sequence[str], marks: list[_Mark | None], headline: str) -> None:
    """The headline stands once: above the story, not again below its photograph or at the page's foot."""
    wanted = fold(headline)
    if not wanted:
        return
    near = range(len(headline) // 2, len(headline) * 2)
    edges = (place for place in range(len(paragraphs)) if min(place, len(paragraphs) - place) <= _EDGE)
    alike = (place for place in edges if not marks[place] and len(paragraphs[place]) in near)
    same = [place for place in alike if fold(paragraphs[place]) == wanted]
    for place in same[1:]:
        marks[place] = ("repeated-headline", None)


def _stripped(paragraphs: Sequence[str], marks: Sequence[_Mark | None], headline: str) -> Stripped:
    found: dict[str, list[str]] = {
        "author": [],
        "published": [],
        "updated": [],
        "publisher": [],
        "origin": [],
        "caption": [],
    }
    for text, mark in zip(paragraphs, marks, strict=True):
        if mark and mark[1] and mark[1].becomes:
            _keep_words(text, mark[1], found)
    return Stripped(
        tuple(place for place, mark in enumerate(marks) if not mark),
        headline,
        tuple(found["author"]),
        tuple(found["published"]),
        tuple(found["updated"]),
        tuple(found["publisher"]),
        tuple(found["origin"]),
        tuple(found["caption"]),
        Counter(mark[0] for mark in marks if mark),
    )


def _keep_words(text: str, row: Row, found: dict[str, list[str]]) -> None:
    if row.becomes == "caption":
        found["caption"].append(text)
        return
    match = row.match(text)
    said = match.groupdict() if match else {}
    if said.get("who"):
        found["author"] += [_cased(name) for name in re.split(r",? (?:and|&) |, ", said["who"]) if name.strip()]
    if said.get("where"):
        found[row.becomes].append(_cased(said["where"]))
    if said.get("when") or row.becomes == "author":
        found["updated" if row.becomes == "updated" else "published"].append(text)


def _cased(name: str) -> str:
    """A name printed in capitals, as it is written elsewhere; short ones are acronyms."""
    return name.strip().title() if name.isupper() and " " in name.strip() else name.strip()
