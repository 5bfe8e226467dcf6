"""Who holds which place: `the Karsh Front seized Velm`, `the army's control of the bridge`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.slots import Grammar, governors
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.grammar.tables import number, phrases, read_lexicon, text
from avowed.annotate.of_two import of_two
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Saying
from avowed.model.evidence import Assertion, Mention
from avowed.model.vocabulary import ActorKind, AttributeName, MentionType

LEXICON = "opinions_holdings"
RELATION = "InChargeOf"  # what re3d calls it
PLACES = frozenset({MentionType.LOCATION, MentionType.FACILITY})
HOLDERS = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA, ActorKind.STATE_AGENCY, ActorKind.GOVERNMENT}
)
OF_NOUN = ("agent", "poss", "recipient", "by")


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: frozenset[str]
    nouns: frozenset[str]
    lost: frozenset[str]
    score: float


@cache
def _words() -> _Words:
    read = read_lexicon(LEXICON)
    verbs, nouns, lost = (frozenset(phrases(text(read, key))) for key in ("verbs", "nouns", "lost"))
    return _Words(verbs, nouns, lost, number(read, "score", 0.0))


def find_holdings(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Every holding of a place by a body; the same once a sentence, where it is first told."""
    grammar, parties, places = Grammar.kept(page.doc), Parties(page), _places(page)
    found: dict[tuple[int, str, str], tuple[Token, Mention, Mention]] = {}
    for word in page.doc:
        for holder, place in _held(word, grammar, parties, places):
            found.setdefault((word.sent.start, str(holder.actor), place.id), (word, holder, place))
    rows = [row for row in found.values() if page.actor[str(row[1].actor)].kind in HOLDERS]
    return tuple(
        replace(
            of_two(page, sayings, word, (holder, place), AttributeName.HOLDING, f"h{at}"),
            score=_words().score,
            rule="holds_place",
            trigger_type=RELATION,
        )
        for at, (word, holder, place) in enumerate(rows, start=1)
    )


def _places(page: Page) -> Mapping[int, Mention]:
    """The mentions of places by the index of their last word; the longest wins."""
    places = [one for one in (*page.mentions, *page.settled.added) if one.type in PLACES]
    ordered = sorted(places, key=lambda one: one.span.end - one.span.start)
    found = ((page.token_at(one.span.end - 1), one) for one in ordered)
    return {token.i: one for token, one in found if token is not None}


def _held(
    word: Token, grammar: Grammar, parties: Parties, places: Mapping[int, Mention]
) -> Iterator[tuple[Mention, Mention]]:
    doers, things = _slots(word, grammar)
    held = [places[thing.i] for thing in things if thing.i in places]
    for holder in parties.of_all(doers) if held else ():
        yield from ((holder, place) for place in held if place.actor is None or place.actor != holder.actor)


def _slots(word: Token, grammar: Grammar) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Who holds and what is held."""
    words, lemma = _words(), word.lemma_.lower()
    if word.pos_ == "VERB" and phrase_of(word) in words.verbs:
        slots = grammar.slots(word, "verb")
        return slots.get("agent", ()), slots.get("patient", ())
    if word.pos_ == "NOUN" and lemma in words.nouns and not _lost(word):
        slots = grammar.slots(word, "noun")
        return tuple(one for name in OF_NOUN for one in slots.get(name, ())), slots.get("of", ())
    return (), ()


def _lost(noun: Token) -> bool:
    return any(phrase_of(governor) in _words().lost for governor, _ in governors(noun))
