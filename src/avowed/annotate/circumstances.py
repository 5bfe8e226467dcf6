"""What the model sees between mentions that no tie tells: where groups are, what they hold; never where a person is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from avowed.annotate.certainty.judge import judge
from avowed.annotate.page import Page
from avowed.annotate.quoting import quote_of, speaker_spans
from avowed.annotate.sayings.saying import Saying, innermost, line_of, speakers_of
from avowed.annotate.sight import Seen
from avowed.model.evidence import Assertion, AttributeContent, Mention
from avowed.model.vocabulary import AttributeName, Factuality, MentionType, Voice

# From this chance on a relation is given; on re3d train, each report read by a model that was not taught it, F1 is best there.
LEAST = 0.25
PLACES = frozenset({MentionType.LOCATION, MentionType.FACILITY})
ACTING = frozenset({MentionType.PERSON, MentionType.ORGANISATION, MentionType.NATIONALITY})
ALWAYS: Mapping[str, AttributeName] = {
    "CoLocated": AttributeName.LOCATION,
    "Apart": AttributeName.LOCATION,
    "HasAttrOf": AttributeName.QUALITY,
    "IsSynonymOf": AttributeName.DESCRIPTION,
}
PLACING = frozenset({"CoLocated", "Apart"})
OF_THINGS: Mapping[str, AttributeName] = {"InChargeOf": AttributeName.HOLDING, "BelongsTo": AttributeName.OWNER}


@dataclass(frozen=True, slots=True)
class Best:
    """The likeliest relation of a pair."""

    seen: Seen
    name: str
    chance: float


def best_relation(page: Page, seen: Seen) -> Best:
    """The likeliest relation between two mentions, in the words of re3d."""
    labels = page.windows[0].encoder.card.labels("relation")
    column = 1 + int(seen.relations[1:].argmax())
    return Best(seen, labels[column], float(seen.relations[column]))


def find_circumstances(page: Page, found: Sequence[Assertion], sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """An attribute for every likely relation of two mentions that no tie of `found` holds already."""
    if not page.windows:
        return ()
    tied = set(_tied(found))
    rows = [one for one in _likely(page) if frozenset(_ends(one.seen)) not in tied]
    return tuple(_assertion(page, one, sayings, number) for number, one in enumerate(rows, start=1))


def _tied(found: Sequence[Assertion]) -> Iterator[frozenset[str]]:
    """The pairs of mentions, by id, that a tie holds."""
    for one in found:
        subject, other = getattr(one.content, "subject", None), getattr(one.content, "object", None)
        if subject and other:
            yield frozenset((subject, other))


def _ends(seen: Seen) -> tuple[str, str]:
    return seen.subject.id, seen.object.id


def _likely(page: Page) -> Iterator[Best]:
    """Likely relations in the order of the text; one that holds both ways is given once, places last."""
    both_ways = frozenset(page.windows[0].encoder.card.row["symmetric"]["relation"])
    for seen in page.sight.pairs:
        one = best_relation(page, seen)
        if one.name in PLACING and MentionType.PERSON in (seen.subject.type, seen.object.type):
            continue  # where a man or woman is, is nothing that this program tells
        if one.chance >= LEAST and (one.name not in both_ways or _order(seen.subject) < _order(seen.object)):
            yield one


def _order(mention: Mention) -> tuple[bool, int, int]:
    return mention.type in PLACES, mention.span.start, mention.span.end


def _attribute(one: Best) -> AttributeName:
    """What the relation says of its subject."""
    acting = one.seen.subject.type in ACTING and one.seen.object.type in ACTING
    things = {} if acting else OF_THINGS
    return ALWAYS.get(one.name) or things.get(one.name) or AttributeName.ASSOCIATION


def _assertion(page: Page, one: Best, sayings: Sequence[Saying], number: int) -> Assertion:
    subject, other = one.seen.subject, one.seen.object
    trigger = page.token_at(one.seen.trigger.start) or page.doc[0]
    line = tuple(sayings[index] for index in line_of(sayings, innermost(sayings, trigger.idx)))
    certainty = judge(trigger, line)
    speakers = speakers_of(line, page.report.text)
    plain = not line and certainty.factuality is Factuality.CERTAIN
    return Assertion(
        id=f"w{number}",
        quote=quote_of(page, trigger, (subject.span, other.span, *speaker_spans(speakers), *certainty.hedges)),
        content=AttributeContent(subject.id, _attribute(one), other.span, other.id),
        negated=certainty.negated or one.name == "Apart",
        factuality=certainty.factuality,
        hedges=certainty.hedges,
        mode=certainty.mode,
        voice=Voice.OBSERVED if plain else Voice.ASSESSED,
        attribution=speakers,
        score=round(one.chance, 4),
        rule=f"seen {one.name}",
        trigger_type=one.name,
    )
