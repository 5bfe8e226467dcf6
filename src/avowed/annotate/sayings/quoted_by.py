"""Who speaks through whom: `X was quoted by the paper as saying C` is X's word, on the paper's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from avowed.annotate.grammar.clauses import antecedent, children, is_passive
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.cues import cues
from avowed.annotate.sayings.frames import extent, stance_of, verb_cues
from avowed.annotate.sayings.retold import told_by
from avowed.annotate.sayings.saying import Manner, Saying
from avowed.model.evidence import Span

_QUOTES = frozenset({"quote", "cite"})
_SAYS = frozenset({"say", "tell", "add", "state", "claim", "warn", "admit", "declare", "insist", "deny", "confirm"})


@dataclass(frozen=True, slots=True)
class _Quoting:
    """One `quote`: who is quoted, by whom (None where nobody is named), and the `saying` behind `as`."""

    verb: Token
    quoted: Token
    by: Token | None
    saying: Token


def through_papers(page: Page, parties: Parties, said: Sequence[Saying]) -> list[Saying]:
    """The sayings, with one of the quoted, and one of who quotes, in place of those that the words `quoted as saying` gave."""
    kept = list(said)
    for token in page.doc:
        one = _quoting(token) if token.lemma_ in _QUOTES else None
        told = _told(kept, one) if one is not None else None
        if one is None or told is None:
            continue
        own = (span_of(one.verb), span_of(one.saying))
        kept = [saying for saying in kept if saying.cue not in own or not saying.reported]
        phrase = next(
            (each.phrase for each in said if each.cue in own and each.phrase and each.phrase.covers(own[1])), None
        )
        kept += _chain(page, parties, one, replace(told, score=_score(said, own), phrase=phrase))
    return kept


def _score(said: Sequence[Saying], verbs: tuple[Span, Span]) -> float | None:
    return max((one.score for one in said if one.cue in verbs and one.score is not None), default=None)


def _quoting(verb: Token) -> _Quoting | None:
    sayings = [
        saying
        for prep in children(verb, "prep")
        if prep.lower_ == "as"
        for saying in children(prep, "pcomp")
        if saying.lemma_ in _SAYS
    ]
    quoted = children(verb, "nsubjpass" if is_passive(verb) else "dobj")
    if not sayings or not quoted:
        return None
    return _Quoting(verb, antecedent(quoted[0]), _by(verb, sayings[0]), sayings[0])


def _by(verb: Token, saying: Token) -> Token | None:
    """Who quotes: the subject, or `by` whom, also where that stands behind `saying`."""
    if not is_passive(verb):
        subjects = children(verb, "nsubj")
        return antecedent(subjects[0]) if subjects else None
    agents = (*children(verb, "agent"), *(prep for prep in children(saying, "prep", "agent") if prep.lower_ == "by"))
    named = [one for agent in agents for one in children(agent, "pobj")]
    return named[0] if named else None


def _told(said: Sequence[Saying], one: _Quoting) -> Saying | None:
    """A saying with the words that are quoted: one that was found, if it holds nobody's name, else the clause told."""
    own = (span_of(one.verb), span_of(one.saying))
    found = [saying for saying in said if saying.cue in own and saying.reported]
    names = [word for word in (one.quoted, one.by) if word is not None]
    clean = [saying for saying in found if not any(saying.holds(word.idx) for word in (*names, one.verb, one.saying))]
    if clean:
        return max(clean, key=lambda saying: saying.score or 0.0)
    clauses = children(one.saying, "ccomp") or children(one.verb, "ccomp")
    if not clauses:
        return None
    contents = tuple(map(extent, clauses))
    model = max(found, key=lambda saying: saying.score or 0.0, default=None)
    if model is None:
        return None
    return replace(model, contents=contents, extent=contents[0].union(contents[-1]), manner=Manner.INDIRECT)


def _chain(page: Page, parties: Parties, one: _Quoting, told: Saying) -> list[Saying]:
    cue, plain = verb_cues(one.saying)[0], cues()["verb", "say"][0]
    phrase = Span(span_of(one.verb).start, max(span_of(one.verb).end, span_of(one.saying).end))
    outer, inner = span_of(one.verb), span_of(one.saying)
    straight = one.by is None or not outer.start < one.by.idx < inner.start
    speaks = replace(
        told_by(page, parties, told, one.quoted),
        cue=inner,
        phrase=told.phrase or (phrase if straight and one.quoted.idx not in range(phrase.start, phrase.end) else inner),
        tone=cue.tone,
        stance=stance_of(one.verb, stance_of(one.saying, cue.stance)),
        extent=told.extent or _whole(told),
        cited_by=outer if one.by is not None else None,
    )
    if one.by is None:
        return [speaks]
    quotes = replace(
        told_by(page, parties, speaks, one.by),
        cue=outer,
        phrase=None,
        tone=plain.tone,
        stance=plain.stance,
        extent=None,
        cited_by=None,
    )
    return [quotes, speaks]


def _whole(told: Saying) -> Span:
    return told.contents[0].union(told.contents[-1])
