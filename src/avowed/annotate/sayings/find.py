"""From the parse of a page to its sayings, each knowing its parent; a report inside a report keeps both speakers."""

from collections.abc import Sequence
from dataclasses import replace

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page, span_of
from avowed.annotate.sayings.announced import announced, block_after, headlines
from avowed.annotate.sayings.asked import last_names
from avowed.annotate.sayings.carried import carried_on
from avowed.annotate.sayings.cited import cited
from avowed.annotate.sayings.continued import going_on
from avowed.annotate.sayings.frames import Frame, frame_of
from avowed.annotate.sayings.learned import shipped
from avowed.annotate.sayings.marked import marked_sayings
from avowed.annotate.sayings.quotations import quotations
from avowed.annotate.sayings.quoted_by import through_papers
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Manner, Saying
from avowed.annotate.sayings.sources import source_of, source_span
from avowed.annotate.sayings.told_to import told_to
from avowed.annotate.sayings.turns import in_turns, turns, without_tags
from avowed.model.evidence import Span


def find_sayings(page: Page) -> tuple[Saying, ...]:
    """Every saying of the page in the order of its contents, each with the saying that tells of it.

    The rules find sayings by their cues; where the learned layers are installed they find more, and all their edges.
    """
    quoted = quotations(page.report.text)
    parties = Parties(page)
    frames = [frame for token in page.doc if (frame := frame_of(token)) is not None]
    found = [(frame.word.i, _saying(page, parties, frame, quoted)) for frame in (*frames, *announced(page, quoted))]
    marker = shipped()
    said = (
        marked_sayings(page, parties, found, marker.mark(page.doc, [at for at, _ in found]))
        if marker
        else [saying for _, saying in found]
    )
    said = through_papers(page, parties, said)
    said = carried_on(page.report.text, quoted, said)
    talk = turns(page.report.text, last_names(page))
    said = without_tags(talk, said)
    said = going_on(page, told_to(page, parties, cited(page, parties, said)))
    said += [*headlines(page), *in_turns(page, talk)]
    ordered = sorted(said, key=_order)
    return tuple(replace(saying, parent=_parent(ordered, index)) for index, saying in enumerate(ordered))


def _order(saying: Saying) -> tuple[int, int, bool]:
    """Outer sayings first; of two with the same words the one that rests on the other comes last."""
    return saying.contents[0].start, -saying.length, saying.cited_by is not None


def _saying(page: Page, parties: Parties, frame: Frame, quoted: Sequence[Span]) -> Saying:
    contents, manner = _with_quotation(page, frame, quoted)
    word, mention = source_of(parties, frame.source)
    return Saying(
        source=mention,
        source_span=source_span(word, mention),
        cue=span_of(frame.word),
        role=role_of(page, word, mention),
        tone=frame.cue.tone,
        stance=frame.stance,
        manner=manner,
        contents=contents,
        cited_by=_quoting(frame),
    )


def _quoting(frame: Frame) -> Span | None:
    """The verb of `quoted X as saying`, where it stands behind what is said and tells the same words."""
    word = frame.word
    quoted = word.dep_ == "pcomp" and word.head.lower_ == "as" and not children(word, "ccomp")
    return span_of(word.head.head) if quoted else None


def _with_quotation(page: Page, frame: Frame, quoted: Sequence[Span]) -> tuple[tuple[Span, ...], Manner]:
    """The content grown to the quotation it is part of; what follows a colon, or goes on after the cue, belongs to it."""
    announced_block = block_after(page, frame.word, quoted)
    if announced_block is not None:
        return (announced_block,), Manner.DIRECT
    sentence = frame.word.sent
    bounds = Span(sentence.start_char, sentence.end_char)
    after = [run for run in quoted if _adjoins(page, bounds, run)]
    own = span_of(frame.word)
    touched = [
        run for run in quoted if any(run.overlaps(content) for content in frame.contents) and not run.covers(own)
    ]
    grown = after + [run for run in touched if any(_mostly(content, run) for content in frame.contents)]
    if not grown:
        return frame.contents, Manner.MIXED if touched else Manner.INDIRECT
    apart = tuple(content for content in frame.contents if not any(run.covers(content) for run in grown))
    return tuple(sorted({*apart, *grown})), Manner.MIXED if apart else Manner.DIRECT


def _mostly(content: Span, run: Span) -> bool:
    shared = min(content.end, run.end) - max(content.start, run.start)
    return shared > 0.8 * (content.end - content.start)


def _adjoins(page: Page, sentence: Span, run: Span) -> bool:
    """True for a quotation that opens right after the sentence of the cue ended, in the same paragraph."""
    if run.start < sentence.end:
        return False
    between = page.report.text[sentence.end : run.start]
    return not between.strip() and "\n\n" not in between


def _parent(sayings: Sequence[Saying], index: int) -> int | None:
    """The narrowest other saying that tells of this one: its cue lies in the other's content."""
    if sayings[index].cited_by is not None:
        return next((other for other, one in enumerate(sayings) if one.cue == sayings[index].cited_by), None)
    at = sayings[index].cue or sayings[index].source_span
    if at is None:
        return None
    holding = [
        other
        for other, saying in enumerate(sayings)
        if other != index and saying.reported and saying.holds(at.start) and saying.length > sayings[index].length
    ]
    return min(holding, key=lambda other: sayings[other].length) if holding else None
