"""What somebody says of another in a phrase: `police identified X as a member of Y`, `the minister called X a spy`."""

from collections.abc import Iterator, Sequence

from avowed.annotate.grammar.clauses import VERBAL, antecedent, children, is_passive, surface_subjects
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.frames import extent, stance_of
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Manner, Saying, Stance, innermost
from avowed.annotate.sayings.sources import source_of, source_span
from avowed.model.evidence import Span
from avowed.model.vocabulary import CueTone

_HELD = word_set("held", "sayings_words")
_CALLS = word_set("calls", "sayings_words")
_AS = word_set("ascribes", "sayings_words") | _HELD
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})


def with_ascribed(page: Page, parties: Parties, said: Sequence[Saying]) -> tuple[Saying, ...]:
    """The sayings, with one for every phrase that a source puts on another, where no saying of the same verb holds it.

    For ties alone: PolNeAR marks few of them, and none is a statement of its own. They stand last, so that indices hold.
    """
    return (*said, *_ascribed(page, parties, said))


def _ascribed(page: Page, parties: Parties, said: Sequence[Saying]) -> Iterator[Saying]:
    for verb in page.doc:
        for phrase in _phrases(verb) if verb.pos_ in VERBAL else ():
            source, cue = _source(verb), span_of(verb)
            if source is None or any(_holds(one, cue, phrase) for one in said):
                continue
            word, mention = source_of(parties, source)
            marked = next((one for one in said if one.cue == cue), None)
            yield Saying(
                source=mention,
                source_span=source_span(word, mention),
                cue=cue if marked else None,
                role=role_of(page, word, mention),
                tone=CueTone.NEUTRAL,
                stance=stance_of(verb, Stance.BELIEVES if verb.lemma_ in _HELD else Stance.ASSERTS),
                manner=Manner.INDIRECT,
                contents=(extent(phrase),),
                parent=innermost(said, verb.idx),
                described=marked.described if marked else None,
                phrase=marked.phrase if marked else None,
            )


def ascriber(word: Token) -> Token | None:
    """Who puts the phrase that this word heads or stands in on another; None where nobody does."""
    for above in (word, *word.ancestors):
        verb = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "as" else above.head
        if above.pos_ in VERBAL:
            return None
        for one in (verb, verb.head):
            if one.pos_ in VERBAL and above in tuple(_phrases(one)):
                return _source(one)
    return None


def _phrases(verb: Token) -> Iterator[Token]:
    """The head words of what is put on somebody: not of `named X as its leader`, which is an appointment."""
    if verb.lemma_ in _CALLS:
        yield from (one for one in children(verb, "oprd", "attr") if one.pos_ in ("NOUN", "PROPN"))
    if verb.lemma_ not in _AS or (verb.lemma_ == "name" and _appoints(verb)):
        return
    for prep in _as(verb):
        yield from (one for one in children(prep, "pobj") if one.pos_ in ("NOUN", "PROPN"))


def _appoints(verb: Token) -> bool:
    """`named X as its commander`: the office is one's own to give."""
    return any(
        part.lower_ in _OWN and part.dep_ == "poss"
        for prep in _as(verb)
        for office in children(prep, "pobj")
        for part in office.children
    )


def _as(verb: Token) -> Iterator[Token]:
    """Each `as` of a verb, also where the parser hangs it on who is named or on who names."""
    named = children(verb, "dobj", "oprd", "nsubjpass", "nmod")
    doers = tuple(one for agent in children(verb, "agent") for one in children(agent, "pobj"))
    inner = tuple(one for prep in children(verb, "prep") if prep.lower_ == "to" for one in children(prep, "pobj"))
    for word in (verb, *named, *doers, *inner):
        yield from (prep for prep in children(word, "prep") if prep.lower_ == "as" and prep.i > verb.i)


def _source(verb: Token) -> Token | None:
    if is_passive(verb):
        agents = [one for agent in children(verb, "agent") for one in children(agent, "pobj")]
        return antecedent(agents[0]) if agents else None
    subjects = [one for one in surface_subjects(verb) if one.dep_ != "expl"]
    return subjects[0] if subjects else None


def _holds(saying: Saying, cue: Span, phrase: Token) -> bool:
    return saying.reported and saying.cue == cue and saying.holds(phrase.idx)
