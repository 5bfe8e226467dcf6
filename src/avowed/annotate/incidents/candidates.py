"""Words that the rules name in a role beside those that the model sees: likely to be fillers, though it saw none there."""

from collections.abc import Sequence
from dataclasses import replace

from avowed.annotate.encoder.fills import WindowTold
from avowed.annotate.fillers import Filler, Key, Place, ReportTold, plain
from avowed.annotate.incidents.glimpse import Glimpse
from avowed.model.vocabulary import Form

UNSEEN = 0.02  # the chance of a filler that only the rules name: just less than the least that the model gives


def with_named(told: ReportTold, glimpse: Glimpse) -> tuple[ReportTold, frozenset[Key]]:
    """What was told with fillers for the words that only the rules name, and which these are."""
    page, known = glimpse.page, {one.key for one in told.fillers}
    places: dict[Key, dict[tuple[int, int], Place]] = {}
    for role, token in glimpse.parts():
        span, form = glimpse.words(token)
        words = plain(span.of(page.report.text))
        sentence = _chances(page.told, span.start)
        wanted = form is Form.NAME if role == "Victim" else form is not Form.PRONOUN
        if wanted and words and (role, words) not in known and sentence is not None:
            place = Place(span.start, span.end, UNSEEN, sentence, sentence)
            places.setdefault((role, words), {})[span.start, span.end] = place
    added = tuple(Filler(*key, tuple(found.values())) for key, found in places.items())
    return replace(told, fillers=(*told.fillers, *added)), frozenset(places)


def _chances(windows: Sequence[WindowTold], start: int) -> dict[str, float] | None:
    """What the sentence that holds this code point tells of each kind."""
    held = (told for window in windows for first, last, told in window.sentences if first <= start < last)
    return next((dict(told) for told in held), None)
