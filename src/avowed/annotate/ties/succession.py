"""Who succeeds the head of a body heads it next; the body is the one that the report says the predecessor headed."""

from collections.abc import Iterator, Sequence

from avowed.annotate.page import Page
from avowed.annotate.ties.match import Draft
from avowed.annotate.ties.table import USUAL, TieRow
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind, Dimension

SUCCEEDING = frozenset({"succeeds", "succeeded_after_loss"})
INHERITS = TieRow(
    name="inherits_office",
    dimension=Dimension.COMMAND,
    sign=1,
    pos="inherit",
    lemmas=(),
    subject=("agent",),
    object=("headed",),
    score=USUAL,
    match="<Idris Belo> led <the Karsh Front>. <Omar Belo> succeeded <Idris Belo>.",
    miss="<Idris Belo> fought <the Karsh Front>. <Omar Belo> succeeded <Idris Belo>.",
    expect=("3>2",),
)
REACH = 700  # code points back to the body; further off, its mention is no longer what the sentence is about


def inherited(page: Page, found: Sequence[Draft]) -> Iterator[Draft]:
    """The commands that pass to successors, in the order of the text, from one to the next."""
    headed: dict[str, set[str]] = {}
    told = {(draft.subject.actor, draft.object.actor) for draft in found if draft.row.dimension is Dimension.COMMAND}
    for subject, body in told:
        if subject is not None and body is not None and page.actor[subject].kind is ActorKind.PERSON:
            headed.setdefault(subject, set()).add(body)
    for draft in sorted(found, key=lambda draft: draft.trigger.i):
        if draft.row.name not in SUCCEEDING or draft.subject.actor is None or draft.object.actor is None:
            continue
        for body in sorted(headed.get(draft.object.actor, ())):
            headed.setdefault(draft.subject.actor, set()).add(body)
            mention = _nearest(page, body, draft)
            if mention is not None and (draft.subject.actor, body) not in told:
                yield Draft(INHERITS, draft.trigger, draft.subject, mention)


def _nearest(page: Page, body: str, draft: Draft) -> Mention | None:
    """The mention of the body closest to the succession, in the same sentence or shortly before."""
    end = draft.trigger.sent.end_char
    near = [
        mention
        for mention in page.mentions
        if mention.actor == body and draft.trigger.idx - REACH <= mention.span.start < end
    ]
    return max(near, key=lambda mention: mention.span.start, default=None)
