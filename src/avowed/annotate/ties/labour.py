"""Division of labour: who is told to cooperate and then to divide the work acts jointly, and each task serves the partner."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.slots import Grammar, kind_of
from avowed.annotate.parsing.parsed import Doc, Token
from avowed.annotate.ties.match import Draft
from avowed.annotate.ties.table import USUAL, TieRow, load_ties
from avowed.model.evidence import Mention
from avowed.model.vocabulary import Dimension, Form

DIVIDES = TieRow(
    name="divides_labour",
    dimension=Dimension.JOINT_OPERATION,
    sign=1,
    pos="labour",
    lemmas=(),
    subject=("partner",),
    object=("partner",),
    score=USUAL,
    match="<The Karsh Front> cooperates with <the Blue Shura>. There is a clear division of labour.",
    miss="<The Karsh Front> cooperates with <the Blue Shura>. There is a clear division of opinion.",
)
_WORK = frozenset({"labor", "labour", "work", "task"})
_DIVISION = frozenset({"division", "divide", "share", "split"})
_TASKS = ("weapons_to", "training_to", "money_to", "supplies_of_goods", "intelligence_to", "haven_for")
_PARTNERS = frozenset({Dimension.SUPPORT, Dimension.JOINT_OPERATION})
_BACK, _ON = 2, 6  # sentences before that tell who cooperates, and after that tell who does what


def divided(grammar: Grammar, parties: Parties, found: Sequence[Draft]) -> Iterator[Draft]:
    """The ties of each division of labour, in the order of the text."""
    for token in grammar.doc:
        if _divides(token):
            partners = _partners(token, found)
            yield from (Draft(DIVIDES, token, one.subject, one.object, heard=one.trigger.idx) for one in partners)
            hub = _hub(partners)
            if hub is not None:
                yield from _tasks(grammar, parties, token, hub, partners)


def heard_of(doc: Doc, found: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, those of a division of labour told by whoever told of the cooperation: `X would be trained by Y`."""
    reach = [(token.sent.end, _sentence(token, _ON), _partners(token, found)) for token in doc if _divides(token)]
    return tuple(_heard(draft, reach) for draft in found) if reach else tuple(found)


def _heard(draft: Draft, reach: Sequence[tuple[int, int, Sequence[Draft]]]) -> Draft:
    would = any(
        child.lower_ == "would" for word in (draft.trigger, *draft.trigger.ancestors) for child in word.children
    )
    for start, end, partners in reach if would and draft.heard is None else ():
        actors = {actor for one in partners for actor in (one.subject.actor, one.object.actor)}
        if start <= draft.trigger.i < end and {draft.subject.actor, draft.object.actor} & actors:
            return replace(draft, heard=partners[0].trigger.idx)
    return draft


def _divides(token: Token) -> bool:
    return token.lemma_.lower() in _WORK and any(above.lemma_.lower() in _DIVISION for above in token.ancestors)


def _partners(token: Token, found: Sequence[Draft]) -> tuple[Draft, ...]:
    """Who is told to cooperate in the sentences right before, each pair once."""
    start = _sentence(token, -_BACK)
    near: dict[frozenset[str | None], Draft] = {}
    for draft in found:
        if draft.row.dimension in _PARTNERS and draft.row.sign > 0 and start <= draft.trigger.i < token.sent.start:
            near.setdefault(frozenset({draft.subject.actor, draft.object.actor}), draft)
    return tuple(near.values())


def _sentence(token: Token, steps: int) -> int:
    """The first token of the sentence some steps before or after that of a token."""
    sentence = token.sent
    for _ in range(abs(steps)):
        edge = sentence.start - 1 if steps < 0 else sentence.end
        if not 0 <= edge < len(token.doc):
            break
        sentence = token.doc[edge].sent
    return int(sentence.start if steps < 0 else sentence.end)


def _hub(partners: Sequence[Draft]) -> Mention | None:
    """The one with whom all others cooperate, as it is named first; None where there are fewer than three."""
    shared = (
        set.intersection(*({one.subject.actor, one.object.actor} for one in partners)) if len(partners) > 1 else set()
    )
    if len(shared) != 1:
        return None
    first = partners[0]
    return first.subject if first.subject.actor in shared else first.object


def _tasks(
    grammar: Grammar, parties: Parties, token: Token, hub: Mention, partners: Sequence[Draft]
) -> Iterator[Draft]:
    """What each partner does in the sentences after, where nobody else is told to be served by it."""
    known = {actor: one.trigger.idx for one in partners for actor in (one.subject.actor, one.object.actor)}
    rows = {lemma: row for row in load_ties().all if row.name in _TASKS for lemma in row.lemmas}
    for word in token.doc[token.sent.end : _sentence(token, _ON)]:
        row = rows.get(word.lemma_.lower())
        if row is None or kind_of(word) != "noun" or any(grammar.fillers(word, "noun", slot) for slot in row.object):
            continue
        for doer in parties.of_all(grammar.fillers(word, "noun", "agent")):
            if doer.actor in known and doer.actor != hub.actor:
                yield Draft(row, word, doer, _nearest(parties, word, hub), heard=known[doer.actor])


def _nearest(parties: Parties, word: Token, hub: Mention) -> Mention:
    """The hub's name that stands closest before a word."""
    named = [one for one in parties.page.mentions if one.actor == hub.actor and one.form is Form.NAME]
    before = [one for one in named if one.span.end <= word.idx]
    return before[-1] if before else hub
