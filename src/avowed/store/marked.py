"""One report as a person reads it: its text, its marks, its cast and its lines."""

from avowed.model.evidence import Reading, Span
from avowed.model.findings import Source
from avowed.model.pages import Cast, Mark, MarkedReport, ReportRow
from avowed.model.vocabulary import ActorKind
from avowed.store import find, passages
from avowed.store.connection import Store


def marked(store: Store, identity: str) -> MarkedReport | None:
    """A report by its id or the unique beginning of it; None when there is none."""
    report = find.report(store, identity)
    if report is None:
        return None
    reading = find.reading(store, report.id)
    cast = _cast(store, report.id)
    sources = find.sources(store)
    own = sources[report.id]
    return MarkedReport(
        source=own,
        text=report.text,
        authors=report.authors,
        language=report.language,
        format=report.format,
        basis=str(report.published.basis) if report.published else "",
        notes=report.notes,
        skipped=reading.skipped if reading else "",
        pages=report.pages,
        marks=_marks(reading, cast) if reading else (),
        cast=cast,
        passages=passages.of_report(store, report.id),
        copies=tuple(one for one in sources.values() if one.family == own.family and one.report != own.report),
    )


def rows(store: Store) -> tuple[ReportRow, ...]:
    """Every report of the case for a list, oldest publication first."""
    sources: dict[str, Source] = find.sources(store)
    return tuple(
        ReportRow(sources[held.report.id], held.assertions, held.added_at, held.skipped) for held in find.reports(store)
    )


def _cast(store: Store, report: str) -> tuple[Cast, ...]:
    rows = store.connection.execute(
        "SELECT o.key, o.name, o.kind, coalesce(m.actor, '') AS actor FROM occurrences o "
        "LEFT JOIN membership m ON m.occurrence = o.id WHERE o.report = ? ORDER BY o.name",
        (report,),
    )
    return tuple(Cast(row["key"], row["name"], row["actor"], ActorKind(row["kind"])) for row in rows)


def _marks(reading: Reading, cast: tuple[Cast, ...]) -> tuple[Mark, ...]:
    actor_of = {one.name: one.actor for one in cast}
    names = {actor.id: actor.name for actor in reading.actors}

    def mark(span: Span, number: int) -> Mark:
        mention = reading.mentions[number]
        return Mark(
            span.start, span.end, mention.type, mention.form, actor_of.get(names.get(mention.actor or "", ""), "")
        )

    return tuple(mark(mention.span, number) for number, mention in enumerate(reading.mentions))
