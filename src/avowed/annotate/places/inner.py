"""Place names inside longer phrases (`the Mosul police`) as mentions of their own; mentions are only ever added."""

from collections.abc import Iterator

from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Slice
from avowed.annotate.places.names import PLACING
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import Form, MentionType

LABELS = frozenset({"GPE", "LOC"})


def with_inner_places(page: Page) -> Page:
    """The page with a mention for every place name of the parser that no mention of a place or an actor's name covers."""
    taken = [mention.span for mention in page.mentions if mention.type in PLACING or _is_name(mention)]
    start = len(page.mentions) + 1
    added = tuple(_mention(f"m{number}", entity) for number, entity in enumerate(_inner(page, taken), start))
    return page.with_(mentions=(*page.mentions, *added))


def _is_name(mention: Mention) -> bool:
    return mention.form is Form.NAME


def _inner(page: Page, taken: list[Span]) -> Iterator[Slice]:
    for entity in page.doc.ents:
        span = Span(entity.start_char, entity.end_char)
        if entity.label_ in LABELS and entity.root.pos_ == "PROPN" and not any(span.overlaps(other) for other in taken):
            yield entity


def _mention(key: str, entity: Slice) -> Mention:
    head = Span(entity.root.idx, entity.root.idx + len(entity.root.text))
    return Mention(key, Span(entity.start_char, entity.end_char), MentionType.LOCATION, head, Form.NAME)
