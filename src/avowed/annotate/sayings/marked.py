"""Joins what the rules found with what the learned layers marked: one cue is one saying, with the marked edges."""

from collections.abc import Sequence
from dataclasses import replace

from avowed.annotate.grammar.clauses import VERBAL, antecedent, children, surface_subjects
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.announced import ANNOUNCING
from avowed.annotate.sayings.cues import Cue, cues
from avowed.annotate.sayings.frames import perceived, verb_cues
from avowed.annotate.sayings.learned import Attributed, Marked
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Manner, Saying, Stance
from avowed.annotate.sayings.silent import commonly_known
from avowed.annotate.sayings.sources import source_of, source_span
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import ActorKind, CueTone, MentionType

_QUOTES = frozenset('"\u201c\u201d\u201e')
_EDGE = " \t\r\n,;:"
BLOWS = word_set("blows")
BLOWS_OR_WORDS = frozenset({"attack", "strike", "hit", "target", "assault", "bomb", "shell", "pound", "assail"})
ARMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA})
THINGS = frozenset({MentionType.FACILITY, MentionType.LOCATION, MentionType.VEHICLE, MentionType.MILITARY_PLATFORM})
SURELY_NONE = 0.1  # of 210 cues of the rules below it in 70 articles kept apart from training, none was annotated


def marked_sayings(page: Page, parties: Parties, ruled: Sequence[tuple[int, Saying]], marked: Marked) -> list[Saying]:
    """The sayings of the rules with the edges of those marked, then those that only the layers found.

    What the layers are sure is no cue is kept only within what somebody says, where PolNeAR marks none.
    """
    left = dict(ruled)
    said = []
    for one in marked.attributed:
        heads = [index for index in left if one.cue[0] <= index <= one.cue[1]]
        known = [left.pop(index) for index in heads]
        found = _edged(page, parties, known[0], one) if known else _new(page, parties, one)
        if known or not _strikes(page, found, one):
            said.append(found)
    kept = (
        saying for index, saying in left.items() if _stands(page.doc[index], marked) or _issued(page, index, saying)
    )
    return [*kept, *said]


def _issued(page: Page, index: int, saying: Saying) -> bool:
    """`issued the following statement:`, which no cue of PolNeAR is like."""
    return page.doc[index].pos_ == "NOUN" and saying.manner is Manner.DIRECT and saying.source is not None


def _strikes(page: Page, saying: Saying, one: Attributed) -> bool:
    """`gunmen attacked the village`: a blow by arms, not the words of one who attacks another's record."""
    cue = page.doc[one.head]
    if cue.pos_ != "VERB" or cue.lemma_ not in BLOWS_OR_WORDS:
        return False
    actor = page.actor.get(saying.source.actor or "") if saying.source is not None else None
    if actor is not None and actor.kind in ARMED:
        return True
    struck = (page.mention_at.get(child.i) for child in children(cue, "dobj", "nsubjpass"))
    things = any(mention is not None and mention.type in THINGS for mention in struck)
    doers = surface_subjects(cue)
    return things or any(part.lemma_.lower() in BLOWS for doer in doers for part in (doer, *doer.children))


def _stands(cue: Token, marked: Marked) -> bool:
    """Whether a cue that only the rules found is one: `has to prove that ...` says nothing yet."""
    if any(child.tag_ == "TO" for child in cue.children):
        return False
    return bool(marked.chances[cue.i] >= SURELY_NONE) or _within(cue.i, marked)


def _within(index: int, marked: Marked) -> bool:
    return any(one.content[0] <= index <= one.content[1] for one in marked.attributed)


def _edged(page: Page, parties: Parties, known: Saying, one: Attributed) -> Saying:
    """A saying of the rules with its marked edges; its stance stays, and its source where the layers name none.

    In `quotes X as saying` the layers name the one who quotes; X speaks.
    """
    described = _span(page, one.source) if one.source else None
    cue = page.token_at(known.cue.start) if known.cue else None
    quoted_by_another = cue is not None and cue.dep_ == "pcomp" and known.source_span is not None
    kept = known.source is not None and (described is None or described.covers(known.source.span))
    if quoted_by_another:
        one = replace(one, source=None)
    elif not kept and one.source:
        word, mention = _source(page, parties, one)
        if mention is not None or known.source is None:
            span = source_span(word, mention)
            known = replace(known, source=mention, source_span=span, role=role_of(page, word, mention))
    return _marked(page, known, one)


def _new(page: Page, parties: Parties, one: Attributed) -> Saying:
    word, mention = _source(page, parties, one)
    row, manner = _row(page.doc[one.head]), _manner(page, one)
    told = row is not None or (manner is Manner.DIRECT and word is not None)
    found = Saying(
        source=mention,
        source_span=source_span(word, mention),
        cue=span_of(page.doc[one.head]),
        role=role_of(page, word, mention),
        tone=row.tone if row else CueTone.NEUTRAL,
        stance=row.stance if row else Stance.ASSERTS,
        manner=manner,
        contents=(),
        reported=told and _tells_clause(page, one) and not _shown(page.doc[one.head]),
    )
    return _marked(page, found, one)


def _shown(cue: Token) -> bool:
    """What is commonly known, and what somebody only comes upon, is on nobody's word."""
    return commonly_known(cue) or any(perceived(cue, child) for child in cue.children)


def _tells_clause(page: Page, one: Attributed) -> bool:
    """True where what is said holds a verb: `found the key` reports nothing."""
    inside = page.doc[one.content[0] : one.content[1] + 1]
    return any(token.pos_ in VERBAL and token.i not in range(one.cue[0], one.cue[1] + 1) for token in inside)


def _marked(page: Page, saying: Saying, one: Attributed) -> Saying:
    extent = _span(page, one.content)
    announced = any(part.covers(extent) and part != extent for part in saying.contents)
    if _announces(page, saying, extent):
        announced, extent = True, saying.contents[0]
    return replace(
        saying,
        described=_span(page, one.source) if one.source else None,
        phrase=_span(page, one.cue),
        extent=extent,
        contents=saying.contents if announced else _parts(page, one, extent),
        score=round(one.score, 2),
    )


def _announces(page: Page, saying: Saying, extent: Span) -> bool:
    """True where the rules found the words after `X said:`, and the layers only what stands before the colon."""
    block = saying.contents[0] if saying.contents else extent
    cue = saying.cue
    if saying.manner is not Manner.DIRECT or cue is None or block.start < max(cue.end, extent.end):
        return False
    between = page.report.text[cue.end : block.start].strip()
    return between == ":" or (between.endswith(":") and cue.of(page.report.text).lower() in ANNOUNCING)


def _manner(page: Page, one: Attributed) -> Manner:
    first, last = page.doc[one.content[0]].text, page.doc[one.content[1]].text
    return Manner.DIRECT if first in _QUOTES and last in _QUOTES else Manner.INDIRECT


def _row(head: Token) -> Cue | None:
    """What the table says of a cue's head word; without a row the words tell an attitude, not a saying."""
    found = verb_cues(head) if head.pos_ in ("VERB", "AUX") else cues().get(("noun", head.lemma_.lower()), ())
    return found[0] if found else cues()["verb", "say"][0] if head.lower_ == "according" else None


def _parts(page: Page, one: Attributed, extent: Span) -> tuple[Span, ...]:
    """The extent without the cue and source that were put into it."""
    inner = [_span(page, part) for part in (one.cue, one.source) if part]
    inner = sorted(span for span in inner if extent.covers(span))
    edges = [extent.start, *(edge for span in inner for edge in (span.start, span.end)), extent.end]
    text = page.report.text
    pieces = [Span(start, max(start, end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    kept = tuple(piece for piece in pieces if piece.of(text).strip(_EDGE))
    return kept or (extent,)


def _source(page: Page, parties: Parties, one: Attributed) -> tuple[Token | None, Mention | None]:
    """The head word of the marked source, and the mention that it stands for."""
    if one.source is None:
        return None, None
    inside = page.doc[one.source[0] : one.source[1] + 1]
    return source_of(parties, antecedent(inside.root))


def _span(page: Page, tokens: tuple[int, int]) -> Span:
    first, last = page.doc[tokens[0]], page.doc[tokens[1]]
    return Span(first.idx, last.idx + len(last.text))
