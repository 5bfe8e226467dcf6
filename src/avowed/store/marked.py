"""One report as a person reads it: its text, its marks, its cast and its lines."""

from avowed.model.evidence import Reading, Span
from avowed.model.findings import Source
from avowed.model.pages import Cast, Mark, MarkedReport, Publisher, ReportList, ReportRow
from avowed.model.vocabulary import ActorKind
from avowed.store import find, passages
from avowed.store.find import source_in
from avowed.store.rows import SOURCE
from avowed.store.store import Store

_SOURCE = f"""
    SELECT {SOURCE}, r.added_at, coalesce(g.skipped, '') AS skipped,
        (SELECT count(*) FROM assertions a WHERE a.reading = g.id) AS lines
    FROM reports r LEFT JOIN families f ON f.report = r.id LEFT JOIN readings g ON g.report = r.id AND g.current = 1
"""
_PUBLISHERS = """
    SELECT r.publisher, count(*) AS reports, count(DISTINCT coalesce(f.family, r.id)) AS families,
        sum(coalesce(n.lines, 0)) AS lines
    FROM reports r LEFT JOIN families f ON f.report = r.id LEFT JOIN readings g ON g.report = r.id AND g.current = 1
    LEFT JOIN (SELECT reading, count(*) AS lines FROM assertions GROUP BY 1) n ON n.reading = g.id
    GROUP BY 1 ORDER BY lines DESC, r.publisher
"""
_SHARED = """
    SELECT DISTINCT a.publisher AS one, b.publisher AS other FROM families f JOIN families h ON h.family = f.family
        AND h.report <> f.report
    JOIN reports a ON a.id = f.report JOIN reports b ON b.id = h.report WHERE a.publisher <> b.publisher
"""


def marked(store: Store, identity: str) -> MarkedReport | None:
    """A report by its id or the unique beginning of it; None when there is none."""
    report = find.report(store, identity)
    if report is None:
        return None
    reading = find.reading(store, report.id)
    cast = _cast(store, report.id)
    family = _family(store, report.id)
    own = next(one for one in family if one.report == report.id)
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
        copies=tuple(one for one in family if one.report != own.report),
    )


def rows(store: Store, words: str, publisher: str, limit: int, offset: int) -> ReportList:
    """A page of the reports with these words in title or publisher, or of one publisher, oldest publication first."""
    where = "(? = '' OR instr(lower(r.title || ' ' || r.publisher), lower(?)) > 0) AND (? = '' OR r.publisher = ?)"
    values = (words, words, publisher, publisher)
    total = store.connection.execute(f"SELECT count(*) FROM reports r WHERE {where}", values).fetchone()[0]
    found = store.connection.execute(
        f"{_SOURCE} WHERE {where} ORDER BY r.published_first IS NULL, r.published_first, r.id LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return ReportList(
        tuple(ReportRow(source_in(row), row["lines"], row["added_at"], row["skipped"]) for row in found), total
    )


def publishers(store: Store) -> tuple[Publisher, ...]:
    """Publishers with how much is from them, the grades they were given, and who prints the same stories."""
    grades = find.grades(store)
    shares: dict[str, set[str]] = {}
    for row in store.connection.execute(_SHARED):
        shares.setdefault(row["one"], set()).add(row["other"])
    return tuple(
        Publisher(
            row["publisher"],
            row["reports"],
            row["families"],
            row["lines"],
            grades.get(row["publisher"], "F"),
            tuple(sorted(shares.get(row["publisher"], ()))),
        )
        for row in store.connection.execute(_PUBLISHERS)
    )


def _family(store: Store, report: str) -> tuple[Source, ...]:
    """The report and its copies."""
    rows = store.connection.execute(
        f"{_SOURCE} WHERE r.id = ?1 OR r.id IN (SELECT report FROM families WHERE family = "
        "(SELECT family FROM families WHERE report = ?1))",
        (report,),
    )
    return tuple(map(source_in, rows))


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
