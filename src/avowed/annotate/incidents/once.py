"""Who takes part in an incident is told once, in the words that say most; wire reports keep what the model weighs."""

from collections.abc import Sequence

from avowed.annotate.encoder.pieces import one_case
from avowed.annotate.grammar.clauses import children
from avowed.annotate.page import Page
from avowed.model.evidence import Mention, Participant
from avowed.model.vocabulary import ActorKind, Basis, Form, ParticipantRole

R = ParticipantRole
UNSURE = frozenset({Basis.REPORTED, Basis.ATTRIBUTED, Basis.SUSPECTED})
SETTLED = frozenset({Basis.CLAIMED, Basis.ACCUSED_BY_AUTHORITIES, Basis.CONVICTED})
# Of one who is named twice: the first footing is dropped beside the second.
OUTDONE = frozenset(
    {(Basis.ACCUSED_BY_AUTHORITIES, Basis.CONVICTED), (Basis.ACCUSED_BY_AUTHORITIES, Basis.CLAIMED)}
    | {(Basis.REPORTED, Basis.SUSPECTED)}
)
PERPETRATORS = frozenset({R.PERPETRATOR_INDIVIDUAL, R.PERPETRATOR_ORGANISATION})


def once(page: Page, parts: Sequence[Participant]) -> tuple[Participant, ...]:
    """The parts without those that say less than another part of the same role."""
    if one_case(page.report.text):
        return tuple(parts)
    return tuple(part for part in parts if not any(_says_less(page, part, other) for other in parts if other != part))


def apart(parts: Sequence[Participant]) -> tuple[Participant, ...]:
    """Who did it is not struck by it: of a doer who is seen as a victim too, only the doing is told."""
    did = {part.mention for part in parts if part.role in PERPETRATORS and part.basis is not Basis.DENIED}
    return tuple(part for part in parts if part.role not in (R.TARGET, R.VICTIM) or part.mention not in did)


def _says_less(page: Page, part: Participant, other: Participant) -> bool:
    """A bare word for whom another part describes (`officer`, `a police officer`), or a footing that another settles."""
    mine, theirs = page.mention[part.mention], page.mention[other.mention]
    if part.role is not other.role:
        return _named_as_body(page, part, other)
    if mine.actor is not None and mine.actor == theirs.actor:
        return (part.basis in UNSURE and other.basis in SETTLED) or _outdone(page, part, other)
    if _is_named(page, mine, theirs):
        return True
    if mine.form is Form.NOMINAL and theirs.span != mine.span and theirs.span.covers(mine.span):
        return True
    text = page.report.text
    words, whole = mine.span.of(text).lower().split(), theirs.span.of(text).lower().split()
    if words == whole:
        return theirs.span < mine.span
    return len(words) < len(whole) and words == whole[-len(words) :] and not _counted(words)


def _named_as_body(page: Page, part: Participant, other: Participant) -> bool:
    """A body by its name, which is told to have done it as a body, is no single doer besides."""
    mine, theirs = page.mention[part.mention], page.mention[other.mention]
    actor = page.actor.get(mine.actor or "")
    single, body = part.role is R.PERPETRATOR_INDIVIDUAL, other.role is R.PERPETRATOR_ORGANISATION
    named = actor is not None and actor.kind is not ActorKind.PERSON and mine.form is Form.NAME
    return single and body and named and mine.actor == theirs.actor


def _outdone(page: Page, part: Participant, other: Participant) -> bool:
    """Whether a conviction goes before, or what the very sentence says: `allegedly responsible` is no plain report."""
    if (part.basis, other.basis) not in OUTDONE:
        return False
    one, two = (page.token_at(page.mention[each.mention].span.start) for each in (part, other))
    there = one is not None and two is not None and one.sent.start == two.sent.start
    return there or other.basis is Basis.CONVICTED


def _is_named(page: Page, described: Mention, name: Mention) -> bool:
    """`its commander, X`: one person, by name."""
    head = page.token_at(described.head.end - 1)
    named = (part.idx for part in children(head, "appos")) if head is not None and head.tag_ == "NN" else ()
    return name.form is Form.NAME and any(name.span.start <= at < name.span.end for at in named)


def _counted(words: Sequence[str]) -> bool:
    """Whether words begin with an article or a number: `two soldiers` beside `three foreign soldiers` are others."""
    return words[0] in ("a", "an", "another", "other") or words[0].isdigit()
