"""The reader asked about mentions that are given to it, where a measure gives them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.inside import annotator, reports
from benchmarks.scoring.relations import Relation, nearest
from benchmarks.scoring.spans import Span

UNSEEN = 0.0005  # a span that is given counts as a mention, however unlikely the reader finds it
UNTOLD = "organisation"  # the kind of a given span that the reader sees nothing in


def related(text: str, spans: Sequence[Span]) -> list[Relation]:
    """The relations that the reader sees between given spans and that no tie of its own tells."""
    from avowed.annotate.circumstances import find_circumstances  # noqa: PLC0415  # the sets can be scored without a reader
    from avowed.annotate.ties.find import find_ties  # noqa: PLC0415

    ((page, sayings),) = annotator().pages(reports([{"id": "text", "text": text}]))
    ties = find_ties(page, sayings)
    told = with_given(page, spans)
    shown = told.settled.mentions(told.mentions, frozenset())
    at = {one.id: (one.span.start, one.span.end) for one in shown}
    return [
        Relation(at[one.content.subject], at[one.content.value_mention], one.trigger_type)
        for one in find_circumstances(told, ties, sayings)
        if one.content.subject in at and one.content.value_mention in at
    ]


def with_given(page: Any, spans: Sequence[Span]) -> Any:
    """The page with exactly the given spans as its mentions: its own moved onto them, and new ones for the rest."""
    from avowed.annotate.settled import Settled  # noqa: PLC0415
    from avowed.model.evidence import Mention  # noqa: PLC0415
    from avowed.model.evidence import Span as Words  # noqa: PLC0415
    from avowed.model.vocabulary import MentionType  # noqa: PLC0415

    own = {one.id: page.settled.shown.get(one.id, one) for one in page.mentions}
    free = {one.id: one for one in (*own.values(), *page.settled.added)}
    kinds, shown, added = _kinds(page), {}, []
    for number, span in enumerate(spans):
        best = nearest(span, [(one.span.start, one.span.end) for one in free.values()])
        mine = next((one for one in free.values() if (one.span.start, one.span.end) == best), None)
        if mine is not None and nearest(best, spans) == span and mine.id in own:
            free.pop(mine.id)
            shown[mine.id] = replace(mine, span=Words(*span))
        else:
            kind = mine.type if mine is not None else MentionType(kinds.get(span, UNTOLD))
            added.append(Mention(f"g{number}", Words(*span), kind, Words(*span)))
    kept = tuple(one for one in page.mentions if one.id in shown)
    return page.with_(mentions=kept, settled=Settled(shown, frozenset(), tuple(added)))


def _kinds(page: Any) -> Mapping[Span, str]:
    """The likeliest kind of every span that the reader sees something in."""
    found: dict[Span, str] = {}
    for window in page.windows:
        names = window.encoder.card.labels("mention")
        for ends, chances in window.likely(UNSEEN):
            found[ends] = names[1 + int(chances[1:].argmax())]
    return found
