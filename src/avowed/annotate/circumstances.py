"""What the model sees between mentions that no tie tells: where groups are, what they hold; never where a person is."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from avowed.annotate.of_two import of_two
from avowed.annotate.page import Page
from avowed.annotate.related import TABLE, Related, Relations, Tied
from avowed.annotate.sayings.saying import Saying
from avowed.annotate.sight import Seen
from avowed.annotate.ties.table import SIGN_MARK
from avowed.annotate.weights import load_weights
from avowed.model.evidence import Assertion, AttributeContent, TieContent
from avowed.model.vocabulary import AttributeName, MentionType

ACTING = frozenset({MentionType.PERSON, MentionType.ORGANISATION, MentionType.NATIONALITY})
ALWAYS: Mapping[str, AttributeName] = {
    "CoLocated": AttributeName.LOCATION,
    "Apart": AttributeName.LOCATION,
    "HasAttrOf": AttributeName.QUALITY,
    "IsSynonymOf": AttributeName.DESCRIPTION,
}
PLACING = frozenset({"CoLocated", "Apart"})
OF_THINGS: Mapping[str, AttributeName] = {"InChargeOf": AttributeName.HOLDING, "BelongsTo": AttributeName.OWNER}


def find_circumstances(page: Page, found: Sequence[Assertion], sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """An attribute for every likely relation of two mentions that no tie of `found` holds already."""
    if not page.windows:
        return ()
    tied, told = tied_by(found), _told(found)
    rows = [one for one in _likely(page, tied) if not {frozenset(_ends(one.seen)), (*_ends(one.seen), one.name)} & told]
    return tuple(_assertion(page, one, sayings, number) for number, one in enumerate(rows, start=1))


def _told(found: Sequence[Assertion]) -> set[Hashable]:
    """What is told already: the pairs that a tie holds, and the relations that an attribute tells."""
    relations = {
        (one.content.subject, str(one.content.value_mention), one.trigger_type)
        for one in found
        if isinstance(one.content, AttributeContent)
    }
    return {*tied_by(found), *relations}


def tied_by(found: Sequence[Assertion]) -> Tied:
    """The pairs of mentions, by id, that a tie holds, with the kinds of these ties."""
    kinds: dict[frozenset[str], set[str]] = {}
    for one in found:
        if isinstance(one.content, TieContent):
            pair = frozenset((one.content.subject, one.content.object))
            kinds.setdefault(pair, set()).add(f"{one.content.dimension}{SIGN_MARK[one.content.sign]}")
    return {pair: frozenset(labels) for pair, labels in kinds.items()}


def _ends(seen: Seen) -> tuple[str, str]:
    return seen.subject.id, seen.object.id


def _likely(page: Page, tied: Tied) -> list[Related]:
    """Of each pair the likeliest relation, where it is likely enough, in the order of the text."""
    settings = load_weights(TABLE).settings
    least = settings["default"]
    best: dict[frozenset[str], tuple[float, int, Related]] = {}
    for number, one in enumerate(Relations(page, tied).possible(settings["asked"])):
        if one.name in PLACING and MentionType.PERSON in (one.seen.subject.type, one.seen.object.type):
            continue  # where a man or woman is, is nothing that this program tells
        pair, score = frozenset(_ends(one.seen)), one.score
        if score >= least and (pair not in best or score > best[pair][0]):
            best[pair] = score, number, one
    kept: list[tuple[float, int, Related]] = []
    for row in sorted(best.values(), key=lambda row: (-row[0], row[1])):
        if not any(_within(row[2], other) for _, _, other in kept):
            kept.append(row)
    return [one for _, _, one in sorted(kept, key=lambda row: row[1])]


def _within(one: Related, other: Related) -> bool:
    """True where a relation is told already of longer or shorter words for the same two."""
    ends = (one.seen.subject.span, one.seen.object.span)
    others = (other.seen.subject.span, other.seen.object.span)
    meet = [[here.start < there.end and there.start < here.end for there in others] for here in ends]
    return one.name == other.name and ((meet[0][0] and meet[1][1]) or (meet[0][1] and meet[1][0]))


def _attribute(one: Related) -> AttributeName:
    """What the relation says of its subject."""
    acting = one.seen.subject.type in ACTING and one.seen.object.type in ACTING
    things = {} if acting else OF_THINGS
    return ALWAYS.get(one.name) or things.get(one.name) or AttributeName.ASSOCIATION


def _assertion(page: Page, one: Related, sayings: Sequence[Saying], number: int) -> Assertion:
    trigger = page.token_at(one.seen.trigger.start) or page.doc[0]
    found = of_two(page, sayings, trigger, (one.seen.subject, one.seen.object), _attribute(one), f"w{number}")
    return replace(
        found,
        negated=found.negated or one.name == "Apart",
        score=one.score,
        rule=f"seen {one.name}",
        trigger_type=one.name,
    )
