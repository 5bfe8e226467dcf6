"""Those whom a speaker cites: `the paper said, citing officials, that ...` has the officials behind the paper."""

from collections.abc import Sequence
from dataclasses import replace

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.retold import told_by
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Saying
from avowed.annotate.sayings.sources import source_of, source_span
from avowed.model.evidence import Span

_CITES = frozenset({"cite", "quote"})
_BETWEEN = frozenset({",", "which", "who", "in", "turn"})


def cited(page: Page, parties: Parties, said: Sequence[Saying]) -> list[Saying]:
    """The sayings, with one for everybody who is cited beside the verb of another saying, with that saying's words."""
    kept = list(said)
    for token in page.doc:
        if token.lemma_ not in _CITES or token.tag_ not in ("VBG", "VBD", "VBN"):
            continue
        kept = _carried(page, parties, kept, token) if token.tag_ == "VBN" else _cited(page, parties, kept, token)
    return kept


def _cited(page: Page, parties: Parties, said: list[Saying], citing: Token) -> list[Saying]:
    """`the paper said, citing X, that ...`, `the paper, which cited X, said ...`, `according to the paper, citing X, ...`."""
    told_by = span_of(_told_beside(citing))
    own = span_of(citing)
    heard = [one for one in said if one.reported and one.cue not in (None, own)]
    outer = next((one for one in heard if one.cue == told_by or _right_behind(page, one, citing)), None)
    objects = children(citing, "dobj")
    if outer is None or not objects:
        return _opening(page, parties, said, citing)
    rest = [one for one in said if one.cue != own or not one.reported]
    return [*rest, _behind(page, parties, outer, objects[0], own)]


def _opening(page: Page, parties: Parties, said: list[Saying], citing: Token) -> list[Saying]:
    """`Citing X, the paper said ...`, where the parser takes X for who speaks, and the paper for what describes X."""
    own = span_of(citing)
    follows = citing.i + 1 < len(page.doc) and citing.is_sent_start
    wrong = next(
        (one for one in said if follows and one.cue != own and one.reported and _opens(page, one, citing)), None
    )
    named = page.token_at(wrong.source_span.end - 1) if wrong and wrong.source_span else None
    papers = children(named, "appos") if named is not None else ()
    if wrong is None or named is None or not papers:
        return said
    word, mention = source_of(parties, papers[0])
    mention = None if mention == wrong.source else mention
    outer = replace(
        wrong,
        source=mention,
        source_span=source_span(word, mention),
        described=None,
        role=role_of(page, word, mention),
    )
    rest = [one for one in said if one is not wrong and (one.cue != own or not one.reported)]
    return [*rest, outer, _behind(page, parties, outer, named, own)]


def _opens(page: Page, saying: Saying, citing: Token) -> bool:
    return saying.source_span is not None and saying.source_span.start == page.doc[citing.i + 1].idx


def _carried(page: Page, parties: Parties, said: list[Saying], quoted: Token) -> list[Saying]:
    """`X, quoted by the paper, said ...`: the paper stands before X."""
    agents = [one for agent in children(quoted, "agent") for one in children(agent, "pobj")]
    speaks = quoted.dep_ in ("acl", "relcl") and agents
    inner = next((one for one in said if speaks and one.reported and _is_source(one, quoted.head)), None)
    if inner is None or inner.cited_by is not None or inner.cue is None:
        return said
    outer = replace(told_by(page, parties, inner, agents[0]), cue=span_of(quoted), phrase=None, extent=None)
    at = said.index(inner)
    return [*said[:at], outer, replace(inner, cited_by=outer.cue), *said[at + 1 :]]


def _is_source(saying: Saying, named: Token) -> bool:
    return saying.source_span is not None and saying.source_span.covers(span_of(named))


def _behind(page: Page, parties: Parties, outer: Saying, named: Token, cue: Span) -> Saying:
    told = told_by(page, parties, outer, named)
    return replace(told, cue=cue, phrase=None, extent=None, score=None, cited_by=outer.cue)


def _told_beside(citing: Token) -> Token:
    """The verb beside which somebody is cited, also where the parser hangs `quoting X` on the speaker."""
    above = citing.head
    if citing.dep_ == "acl" and above.dep_ == "nsubj":
        return above.head
    return above if citing.dep_ == "advcl" else citing


def _right_behind(page: Page, saying: Saying, citing: Token) -> bool:
    """`according to the paper, quoting X`, `the paper, which cited X, said`: wherever the parser hangs the quoting."""
    at = citing.i - 1
    while at > citing.sent.start and page.doc[at].lower_ in _BETWEEN:
        at -= 1
    comma = any(token.text == "," for token in page.doc[at + 1 : citing.i])
    return comma and saying.source_span is not None and saying.source_span.end == span_of(page.doc[at]).end
