"""Paragraphs that are wholly quoted and name nobody go on with the words of whoever was quoted right before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avowed.annotate.sayings.saying import Saying
from avowed.model.evidence import Span


def carried_on(text: str, quoted: Sequence[Span], said: Sequence[Saying]) -> list[Saying]:
    """The sayings, each grown over the quoted paragraphs that follow its own quotation and that no other saying has."""
    return [_grown(text, quoted, said, saying) for saying in said]


def _grown(text: str, quoted: Sequence[Span], said: Sequence[Saying], saying: Saying) -> Saying:
    last = saying.contents[-1]
    run = next((at for at, one in enumerate(quoted) if one.covers(last) and one.end - last.end <= 1), None)
    if run is None or not saying.reported:
        return saying
    end = max((one.end for one in _following(text, quoted, run, said)), default=last.end)
    if end == last.end:
        return saying
    extent = saying.extent and Span(saying.extent.start, max(end, saying.extent.end))
    return replace(saying, contents=(*saying.contents[:-1], Span(last.start, end)), extent=extent)


def _following(text: str, quoted: Sequence[Span], run: int, said: Sequence[Saying]) -> Iterator[Span]:
    for before, one in zip(quoted[run:], quoted[run + 1 :], strict=False):
        between = text[before.end : one.start]
        whole = not text[one.end :].split("\n", 1)[0].strip()
        if between.strip() or "\n" not in between or not whole:
            return
        if any(_told_by(each, one) for each in said):
            return
        yield one


def _told_by(saying: Saying, run: Span) -> bool:
    """True where another saying, whose cue stands outside the quotation, has words of it."""
    outside = saying.cue is None or not run.covers(saying.cue)
    return outside and any(part.overlaps(run) for part in saying.contents)
