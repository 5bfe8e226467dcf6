"""Reports into readings: parse, times, mentions, sayings, then every kind of assertion; equal input, equal output."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from avowed.annotate.actors import find_mentions
from avowed.annotate.actors.quoted import without_speakers
from avowed.annotate.actors.settle import settle
from avowed.annotate.attributes import find_attributes
from avowed.annotate.certainty.sureness import remember
from avowed.annotate.circumstances import find_circumstances
from avowed.annotate.contradictions import find_contradictions
from avowed.annotate.encoder import Encoder
from avowed.annotate.holdings import find_holdings
from avowed.annotate.incidents import find_incidents, mark_parts
from avowed.annotate.opinions.find import find_judgements, find_predictions, find_statements
from avowed.annotate.order import in_order
from avowed.annotate.page import Page
from avowed.annotate.parsing.parser import Parser
from avowed.annotate.places import find_places, load_gazetteer
from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.first_person import with_first_person
from avowed.annotate.sayings.saying import Saying
from avowed.annotate.sayings.standing import with_names
from avowed.annotate.sayings.turns import without_initials
from avowed.annotate.ties.comparisons import find_comparisons
from avowed.annotate.ties.find import find_ties
from avowed.annotate.times import bound_published, find_times, infer_published, year_from
from avowed.annotate.uses import covering, used
from avowed.annotate.version import VERSION
from avowed.model.evidence import Assertion, Published, Reading, Report
from avowed.model.vocabulary import DateBasis
from avowed.model.world import KnownActors

Finder = Callable[[Page, Sequence[Saying]], tuple[Assertion, ...]]


class Annotator:
    """The reader that ships; its parser is loaded when the first English report comes.

    The encoder reads `at_once` windows at the same time; the readings are the same however many these are.
    """

    version = VERSION

    def __init__(self, known: KnownActors, at_once: int = 2) -> None:
        self.known, self.at_once = known, at_once

    @cached_property
    def parser(self) -> Parser:
        """The parser, loaded once."""
        return Parser.load()

    @cached_property
    def encoder(self) -> Encoder:
        """The trained reader, loaded once; ModelError where a file of it is missing or damaged."""
        return Encoder.load(at_once=self.at_once)

    def annotate(self, reports: Sequence[Report]) -> list[Reading]:
        """One reading a report, in order; what is not English is passed over, with the reason."""
        english = [report for report in reports if report.language == "en"]
        read = (_read_once(page, sayings, self.known) for page, sayings in self.pages(english))
        return [next(read) if report.language == "en" else _passed_over(report) for report in reports]

    def pages(self, reports: Sequence[Report]) -> Iterator[tuple[Page, Sequence[Saying]]]:
        """Each report, dated, with its parse, what the model read, mentions, places, times and sayings, before any assertion."""
        docs = self.parser.parse([report.text for report in reports]) if reports else iter(())
        for report, doc in zip(reports, docs, strict=True):
            page = Page(dated(report), doc)
            read, told = self.encoder.both(report.text, sentences_of(page))
            remember(doc, read)
            yield self._prepared(page.with_(windows=read, told=told))

    def _prepared(self, page: Page) -> tuple[Page, Sequence[Saying]]:
        page = mark_parts(with_subjects(page, self.known))
        sayings = find_sayings(page)
        page = without_initials(page, sayings)
        page = without_speakers(with_first_person(page, sayings), sayings)
        return page.with_(settled=settle(page)), sayings


def _read_once(page: Page, sayings: Sequence[Saying], known: KnownActors) -> Reading:
    """The reading of a page, which then gives up what was kept beside its parse: the next page needs the memory."""
    reading = _reading(page, sayings, known)
    page.doc.user_data.clear()
    return reading


def _reading(page: Page, sayings: Sequence[Saying], known: KnownActors) -> Reading:
    found = [one for finder in _FINDERS for one in finder(page, sayings)]
    found += find_statements(page, sayings)
    found += find_circumstances(page, found, sayings)
    mentions = page.settled.mentions(page.mentions, used(found, page.places))
    return in_order(
        Reading(
            report=page.report,
            reader=VERSION,
            mentions=mentions,
            actors=page.actors,
            places=page.places,
            times=page.times,
            assertions=with_names(covering(found, mentions), page.mentions, page.actors),
            contradictions=find_contradictions(page, found, known),
        )
    )


_FINDERS: tuple[Finder, ...] = (
    find_ties,
    find_comparisons,
    find_incidents,
    find_attributes,
    find_holdings,
    find_judgements,
    find_predictions,
)


def with_subjects(page: Page, known: KnownActors) -> Page:
    """The page with its times, actors and places, before any of them takes part in anything."""
    published = page.report.published
    page = page.with_(times=find_times(page.report.text, published.when if published else None))
    return find_places(find_mentions(page, known), load_gazetteer())


def sentences_of(page: Page) -> list[tuple[int, int]]:
    """Where sentences begin and end, empty ones left out."""
    bounds = [(one.start_char, one.end_char) for one in page.sentences]
    return [(start, end) for start, end in bounds if page.report.text[start:end].strip()]


def dated(report: Report) -> Report:
    """The report with its publication date inferred from what it mentions, where it does not say."""
    published = report.published
    if published is not None:
        return _bounded(report, published)
    inferred = infer_published(report.text, find_times(report.text, None))
    if inferred is None:
        return report
    when, reason = inferred
    return replace(report, published=Published(when, DateBasis.INFERRED, None, reason))


def _bounded(report: Report, published: Published) -> Report:
    """A publication date with an open end, narrowed by what the text tells as past and as still to come."""
    year = year_from(published.when)
    found = bound_published(report.text, find_times(report.text, year), year) if year else None
    if found is None:
        return report
    when, reason = found
    return replace(report, published=replace(published, when=when, reason=f"{published.reason}; {reason}"))


def _passed_over(report: Report) -> Reading:
    reason = f"stored but not read: its language seems to be {report.language!r}, and only English is read so far"
    return Reading(report, VERSION, skipped=reason)
