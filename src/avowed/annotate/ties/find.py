"""From a page and its sayings to its ties; every tie's quote covers both parties, the trigger and the speakers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from avowed.annotate.certainty.judge import Certainty, disputed, judge
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.slots import Grammar, governors
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.ascribed import with_ascribed
from avowed.annotate.sayings.saying import Manner, Saying, innermost, line_of, outspoken
from avowed.annotate.ties.dates import Dates, begun, ended
from avowed.annotate.ties.homes import Homes
from avowed.annotate.ties.hybrid import SEEN, joined
from avowed.annotate.ties.labour import divided, heard_of
from avowed.annotate.ties.match import Draft, Reader, drafts, trigger_span
from avowed.annotate.ties.roles import link_words, role_words
from avowed.annotate.ties.succession import inherited
from avowed.annotate.ties.table import TieRow, load_ties
from avowed.annotate.ties.voice import (
    STRUCTURE,
    Mouths,
    attribution_of,
    captives,
    representatives,
    voice_of,
    with_captives,
)
from avowed.model.evidence import Assertion, Span, Speaker, TieContent
from avowed.model.vocabulary import Dimension, Form, Mode

LASTING = frozenset({Dimension.COMMAND, Dimension.MEMBERSHIP})
EVENTS = frozenset(
    {Dimension.ATTACK, Dimension.CLASH, Dimension.COERCION, Dimension.ACCORD, Dimension.ALLEGIANCE, Dimension.PERSONNEL}
    | {Dimension.ORIGIN, Dimension.STANCE, Dimension.JOINT_OPERATION}
)
PLEDGES = frozenset({"pledge", "swear", "vow", "renew", "reaffirm", "declare", "offer", "promise"})
PHRASES = frozenset({"appos", "compound", "nmod", "amod", "poss"})


def find_ties(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Every tie that the rules draw from the page, in the order of its triggers; the same pair once a clause."""
    sayings = with_ascribed(page, Parties(page), sayings)
    found = heard_of(page.doc, joined(page, by_rules(page, sayings)))
    sayings = with_captives(sayings, captives(found))
    speaks_for = representatives(page, found)
    mouths = Mouths(page, speaks_for, Homes(page, tuple(sayings)), Parties(page))
    grammar = Grammar.kept(page.doc)
    context = _Context(page, grammar, sayings, Dates(page), speaks_for, mouths)
    return tuple(_assertion(context, number, draft) for number, draft in enumerate(found, start=1))


def by_rules(page: Page, sayings: Sequence[Saying]) -> tuple[Draft, ...]:
    """What the rules alone draw from the page."""
    grammar, parties = Grammar.kept(page.doc), Parties(page)
    drawn = tuple(drafts(Reader(page, grammar, parties, sayings), load_ties()))
    return _telling(_best((*drawn, *inherited(page, drawn), *divided(grammar, parties, drawn))))


@dataclass(frozen=True, slots=True)
class _Context:
    page: Page
    grammar: Grammar
    sayings: Sequence[Saying]
    dates: Dates
    speaks_for: Mapping[str, frozenset[str]]
    mouths: Mouths

    def lends(self, governor: Token, noun: Token) -> bool:
        """True when a governor only carries a noun, so that what is said of it is said of the noun."""
        return any(
            word == governor and self.grammar.support.rows(governor, position, noun)
            for word, position in governors(noun)
        )

    def carrying(self, row: TieRow) -> Callable[[Token, Token], bool]:
        """`lends`, where the governors that a row asks for carry its noun too: `did not throw its weight behind X`."""
        own = row.need.get("governor", frozenset())
        return lambda governor, noun: phrase_of(governor) in own or self.lends(governor, noun)


def _best(found: Iterable[Draft]) -> tuple[Draft, ...]:
    """Of drafts that tie the same two in the same respect within a sentence, the one of the surest row."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in found:
        parties: tuple[str | None, ...] = (draft.subject.actor, draft.object.actor)
        if draft.row.dimension.symmetric:
            parties = tuple(sorted(map(str, parties)))
        key = (draft.trigger.sent.start, *parties, draft.row.dimension, draft.row.sign)
        if key not in best or draft.row.score > best[key].row.score:
            best[key] = draft
    return tuple(best.values())


def _telling(found: Sequence[Draft]) -> tuple[Draft, ...]:
    """All drafts but those that only say whose some nameless people are, when the report tells nothing else of them."""
    active = {actor for draft in found if not _nameless(draft) for actor in (draft.subject.actor, draft.object.actor)}
    return tuple(draft for draft in found if not _nameless(draft) or draft.subject.actor in active)


def _nameless(draft: Draft) -> bool:
    return "self" in draft.row.subject and draft.subject.form is not Form.NAME


def _assertion(context: _Context, number: int, draft: Draft) -> Assertion:
    page, row, trigger = context.page, draft.row, draft.trigger
    clause = not _within_phrase(draft)
    line = _line(context, draft, clause)
    certainty = judge(trigger, line, context.carrying(row), clause, _spent(row))
    if line and not context.mouths.speaks(line[-1], (draft.subject.actor,)):
        certainty = disputed(certainty, line[-1], page)
    certainty = _moded(certainty, row.mode)
    draft = _heard(draft, certainty)
    spoken = outspoken(line, page.report.text)
    speakers = attribution_of(page, draft, spoken, context.speaks_for, context.sayings)
    carriers = [word for word, _ in governors(trigger)] if clause else []
    when, time = context.dates.of(trigger, carriers, clause, row.dimension in EVENTS)
    when = begun(when, trigger) if row.dimension in LASTING and not certainty.negated else when
    if certainty.negated and (until := ended(when, trigger)) is not None:
        certainty, when = replace(certainty, negated=False), until
    return Assertion(
        id=f"t{number}",
        quote=_quote(page, draft, speakers, certainty),
        content=TieContent(
            subject=draft.subject.id,
            object=draft.object.id,
            dimension=row.dimension,
            sign=row.sign,
            trigger=trigger_span(trigger),
            role=role_words(page, draft) if row.role else link_words(page, draft),
        ),
        negated=certainty.negated,
        factuality=certainty.factuality,
        hedges=certainty.hedges,
        mode=certainty.mode,
        voice=voice_of(page, draft, spoken, context.mouths, certainty, clause),
        attribution=speakers,
        valid=when,
        valid_time=time,
        score=row.score if draft.score is None else draft.score,
        rule=row.name,
        trigger_type=draft.relation,
    )


def _heard(draft: Draft, certainty: Certainty) -> Draft:
    """What others want a party to say, or what it might say, is not its own word."""
    if certainty.mode is not Mode.HYPOTHETICAL or not draft.row.speaks:
        return draft
    return replace(draft, row=replace(draft.row, speaks=False))


def _spent(row: TieRow) -> frozenset[str]:
    """Governors that are part of what the row tells: a pledge of allegiance is the deed itself, and no plan of one."""
    own = row.need.get("governor", frozenset())
    return own | PLEDGES if row.dimension is Dimension.ALLEGIANCE else own


def _within_phrase(draft: Draft) -> bool:
    """True where the tie is told by a noun phrase alone (`X, the head of Y, ...`), whatever the clause says."""
    if draft.row.pos in ("compound", "prefix", "name", "person") or "self" in draft.row.subject + draft.row.object:
        return True
    return (
        draft.row.dimension in STRUCTURE
        and draft.row.pos in ("noun", SEEN)
        and draft.trigger.dep_ not in ("attr", "oprd", "pobj")
    )


def _line(context: _Context, draft: Draft, clause: bool) -> tuple[Saying, ...]:
    """The sayings that hold the trigger; what only a title says in reported words is the report's own knowledge."""
    at = innermost(context.sayings, draft.trigger.idx)
    if at is None and draft.heard is not None:
        at = innermost(context.sayings, draft.heard)
    indices = line_of(context.sayings, at)
    line = tuple(context.sayings[index] for index in indices)
    if line and _is_the_deed(context, draft, line[-1]):
        line = line[:-1]
    return line if clause or (line and line[-1].manner is Manner.DIRECT) else ()


def _is_the_deed(context: _Context, draft: Draft, saying: Saying) -> bool:
    """True where the cue is part of the deed: to have `rejected` a truce, or `agreed to` one, is what was done."""
    cue = context.page.token_at(saying.cue.start) if saying.cue else None
    if cue is None:
        return False
    agreed = cue.lemma_ == "agree" and context.lends(cue, draft.trigger)
    return agreed or phrase_of(cue) in draft.row.need.get("governor", frozenset())


def _moded(certainty: Certainty, mode: Mode | None) -> Certainty:
    """The mode that a row tells: `must go` is no deed yet, but the demand is made."""
    if mode is None or (certainty.mode is not Mode.ACTUAL and mode is not Mode.ACTUAL):
        return certainty
    return Certainty(certainty.negated, certainty.factuality, certainty.hedges, mode)


def _quote(page: Page, draft: Draft, speakers: Sequence[Speaker], certainty: Certainty) -> Span:
    """Whole sentences that cover both parties, the trigger, the hedges and the speakers."""
    sentence = draft.trigger.sent
    whole = Span(sentence.start_char, sentence.end_char)
    parts = [draft.subject.span, draft.object.span, *certainty.hedges]
    parts += [span for speaker in speakers for span in (speaker.span, speaker.cue) if span is not None]
    for part in parts:
        if not whole.covers(part):
            first, last = page.token_at(part.start), page.token_at(part.end - 1)
            held = Span(first.sent.start_char, last.sent.end_char) if first and last else part
            whole = whole.union(part).union(held)
    text = page.report.text
    start = whole.start + len(whole.of(text)) - len(whole.of(text).lstrip())
    return Span(start, start + len(whole.of(text).strip()))
