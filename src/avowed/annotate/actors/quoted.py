"""Who speaks says `I` of himself: a `he` in his own words, and `they` in what a paper writes, is somebody else."""

from collections.abc import Sequence

from avowed.annotate.actors.pronouns import NEUTER, PERSONAL, PLURAL
from avowed.annotate.page import Page
from avowed.annotate.sayings.saying import Manner, Saying, innermost
from avowed.model.evidence import Mention
from avowed.model.vocabulary import Form, SpeakerRole

_WRITERS = frozenset({SpeakerRole.JOURNALIST, SpeakerRole.DOCUMENT})
_THIRD = PERSONAL | PLURAL | NEUTER


def without_speakers(page: Page, sayings: Sequence[Saying]) -> Page:
    """The page without pronouns of the third person that were taken for the speaker of the quotation they stand in."""
    return page.with_(mentions=tuple(one for one in page.mentions if not _of_speaker(page, sayings, one)))


def _of_speaker(page: Page, sayings: Sequence[Saying], mention: Mention) -> bool:
    if mention.form is not Form.PRONOUN or mention.actor is None:
        return False
    if mention.span.of(page.report.text).lower() not in _THIRD:
        return False
    held = innermost(sayings, mention.span.start)
    saying = None if held is None else sayings[held]
    if saying is None or saying.source is None or saying.source.actor != mention.actor:
        return False
    return saying.manner is Manner.DIRECT or saying.role in _WRITERS
