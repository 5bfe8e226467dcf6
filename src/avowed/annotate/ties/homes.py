"""Which country an actor belongs to or is, by its own names and by offices that are named without their country."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from avowed.annotate.grammar.tables import Row, read_lexicon, rows, table, text, words
from avowed.annotate.page import Page
from avowed.annotate.sayings.first_person import PLURAL
from avowed.annotate.sayings.saying import Saying, innermost
from avowed.model.evidence import Mention
from avowed.model.names import fold
from avowed.model.vocabulary import Form

_BEFORE = 60  # code points before a name that may hold its bearer's office
_AFTER = 80  # and behind it, up to the next stop
_FOREIGN = re.compile(r"\b[A-Z]\w*(?:ian|ese|qi|ani|eli|an|sh)\s+$")
_STOP = re.compile(r"[.;:\n]|, (?:and|but|who) ")


@dataclass(frozen=True, slots=True)
class Home:
    """One country with the words that tell its officers."""

    country: str
    names: frozenset[str]
    told_by: re.Pattern[str]
    match: str
    miss: str


@cache
def homes() -> tuple[Home, ...]:
    """The rows of the table."""
    return tuple(map(_home, rows("voice_homes")))


@cache
def coalitions() -> tuple[frozenset[str], frozenset[str]]:
    """Words for a coalition, and the countries whose officers speak for theirs."""
    row = table(read_lexicon("voice_homes"), "coalitions")
    return frozenset(words(row, "words")), frozenset(words(row, "members"))


def home_in(told: str) -> str | None:
    """The country whose office some words name first; a title behind another country's name tells nothing."""
    found = [
        (match.start(), home.country)
        for home in homes()
        for match in home.told_by.finditer(told)
        if not _FOREIGN.search(told, max(0, match.start() - 16), match.start())
    ]
    return min(found)[1] if found else None


class Homes:
    """The countries of one page's actors."""

    def __init__(self, page: Page, sayings: tuple[Saying, ...]) -> None:
        self.page, self.sayings = page, sayings
        self._known: dict[str, str | None] = {}

    def of(self, actor: str | None) -> str | None:
        """The country that an actor is, or whose officer it is by the words around its names."""
        if actor is None:
            return None
        if actor not in self._known:
            self._known[actor] = self._found(actor)
        return self._known[actor]

    def _found(self, actor: str) -> str | None:
        row = self.page.actor[actor]
        folded = {fold(name) for name in (row.name, *row.aliases)}
        for home in homes():
            if folded & home.names:
                return home.country
        for mention in self.page.mentions:
            if mention.actor == actor and mention.form is not Form.PRONOUN:
                told = home_in(self._around(mention))
                if told is not None:
                    return told
        return None

    def _around(self, mention: Mention) -> str:
        text, span = self.page.report.text, mention.span
        before = _STOP.split(text[max(0, span.start - _BEFORE) : span.start])[-1]
        behind = text[span.end : span.end + _AFTER]
        after = _STOP.split(behind)[0] if behind.startswith(",") else ""
        return f"{before}{span.of(text)}{after}"

    def joined(self, actor: str | None) -> bool:
        """True for a coalition."""
        return actor is not None and bool(set(fold(self.page.actor[actor].name).split()) & coalitions()[0])

    @cached_property
    def of_report(self) -> str | None:
        """The country whose release this report is: it says `we` outside what anybody is quoted to say."""
        if not any(self._own_words()):
            return None
        told = Counter(filter(None, map(self.of, self.page.actor)))
        named = Counter(home.country for home in homes() for _ in home.told_by.finditer(self.page.report.text))
        return max(named, key=lambda country: (named[country], told[country]), default=None)

    def _own_words(self) -> Iterator[bool]:
        for token in self.page.doc:
            if token.lower_ in PLURAL and token.text != "US":
                yield innermost(self.sayings, token.idx) is None


def _home(entry: Row) -> Home:
    spoken = "|".join(map(re.escape, (*words(entry, "offices"), *words(entry, "titles"))))
    names = frozenset(map(fold, words(entry, "names")))
    told_by = re.compile(rf"\b(?:{spoken})\b", re.IGNORECASE)
    return Home(text(entry, "country"), names, told_by, text(entry, "match"), text(entry, "miss"))
