"""Storing what was derived: who is who, families of copies and incidents are replaced whole, never edited."""

import json
from collections.abc import Iterable, Mapping, Sequence

from avowed.model.codec import decode, encode
from avowed.model.names import fold
from avowed.model.resolution import Alike, Proposal, Regrouped, Resolution
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.world import Actor, Incident, Name
from avowed.store import linked, merging
from avowed.store.sql import Sql
from avowed.store.store import Store

# Lines whose last decision in force is that they were read wrongly; a correction stands beside its line as one of its own.
VOID = """
    WITH live AS (SELECT number, verdict, left_key FROM decisions WHERE verdict IN ('accept', 'reject', 'edit')
        AND CAST(number AS TEXT) NOT IN (SELECT left_key FROM decisions WHERE verdict = 'undo'))
    SELECT id FROM assertions WHERE key IN (SELECT left_key FROM live WHERE verdict <> 'accept'
        AND number = (SELECT max(number) FROM live other WHERE other.left_key = live.left_key))
"""
EDGES = f"""
    INSERT INTO edges SELECT ms.actor, mo.actor,
        count(*) FILTER (WHERE t.sign > 0 AND t.negated = 0), count(*) FILTER (WHERE t.sign < 0 AND t.negated = 0)
    FROM ties t JOIN membership ms ON ms.occurrence = t.subject JOIN membership mo ON mo.occurrence = t.object
    WHERE ms.actor <> mo.actor AND t.assertion NOT IN ({VOID}) {{also}} GROUP BY 1, 2
    ON CONFLICT (subject, object) DO UPDATE
        SET sympathy = edges.sympathy + excluded.sympathy, hostility = edges.hostility + excluded.hostility
"""
_KEYS_OF = "SELECT incident FROM incident_actors WHERE actor IN (SELECT value FROM json_each(?))"
_BY_DATE = "ORDER BY first IS NULL, first, last, key"
_OF_ACTORS = f"SELECT {{}} FROM incidents WHERE key IN ({_KEYS_OF}) {_BY_DATE}"
PROPOSE = """
    INSERT INTO proposals VALUES (?, ?, ?, ?)
    ON CONFLICT (left_key, right_key) DO UPDATE SET score = excluded.score, why = excluded.why
"""
BELONGING = """
    INSERT INTO belonging SELECT DISTINCT ms.actor, mo.actor FROM ties t
    JOIN assertions a ON a.id = t.assertion JOIN readings g ON g.id = a.reading AND g.current = 1
    JOIN membership ms ON ms.occurrence = t.subject JOIN membership mo ON mo.occurrence = t.object
    WHERE t.dimension IN ('membership', 'command') AND t.negated = 0 AND t.sign > 0 AND t.factuality = 'certain'
    AND t.mode = 'actual' {also} ON CONFLICT DO NOTHING
"""
_INCIDENT_ACTORS = """
    INSERT INTO incident_actors SELECT DISTINCT m.actor, i.incident FROM incident_members i
    JOIN assertions a ON a.key = i.assertion
    JOIN parties p ON p.assertion = a.id AND p.part NOT IN ('speaker', 'subject', 'object', 'about')
    JOIN membership m ON m.occurrence = p.occurrence WHERE i.incident IN (SELECT value FROM json_each(?))
"""  # parts in an incident are roles; those of other lines are none
_OF_FAMILY = """
    UPDATE sources SET family = coalesce((SELECT family FROM families WHERE families.report = sources.report), report)
    WHERE family <> coalesce((SELECT family FROM families WHERE families.report = sources.report), report)
"""
_JOINED = """
    UPDATE sources SET family = ?1
    WHERE reading IN (SELECT g.id FROM families f JOIN readings g ON g.report = f.report WHERE f.family = ?1)
"""
_RUN_BYTES = 8


def save_resolution(store: Store, resolution: Resolution, marks: Iterable[tuple[str, str]] = ()) -> None:
    """Replace who is who by this resolution, in one transaction; `marks` are pairs of a name's mark and an actor."""
    with store.transaction() as sql:
        for table in (
            "actors",
            "actor_names",
            "membership",
            "proposals",
            "edges",
            "belonging",
            "name_marks",
            "passing",
            *linked.TABLES,
        ):
            sql.execute(f"DELETE FROM {table}")  # the names above
        ids = dict(map(tuple, sql.execute("SELECT key, id FROM occurrences")))
        members = sorted((ids[key], actor) for key, actor in resolution.membership.items())
        sql.executemany("INSERT INTO membership VALUES (?, ?)", members)
        actors = resolution.actors.values()
        sql.executemany("INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?)", map(actor_row, actors))
        sql.executemany("INSERT INTO actor_names VALUES (?, ?, ?, ?, ?)", name_rows(actors))
        sql.executemany(PROPOSE, map(proposal_row, resolution.proposals))
        sql.executemany("INSERT INTO name_marks VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(set(marks)))
        sql.execute(EDGES.format(also=""))
        linked.link_all(sql)
        sql.execute(BELONGING.format(also=""))


def refresh(store: Store, keys: Iterable[str]) -> None:
    """Count anew the lines between the actors of these lines, and link lines that are new; the rest stays."""
    wanted = json.dumps(sorted(set(keys)))
    these = "(SELECT id FROM assertions WHERE key IN (SELECT value FROM json_each(?)))"
    with store.transaction() as sql:
        pairs = sql.execute(
            "SELECT DISTINCT ms.actor AS subject, mo.actor AS object FROM ties t JOIN membership ms "
            "ON ms.occurrence = t.subject JOIN membership mo ON mo.occurrence = t.object "
            f"WHERE t.assertion IN {these}",
            (wanted,),
        ).fetchall()
        for pair in map(tuple, pairs):
            sql.execute("DELETE FROM edges WHERE subject = ? AND object = ?", pair)
            sql.execute(EDGES.format(also="AND ms.actor = ? AND mo.actor = ?"), pair)
        linked.unlink_lines(sql, these, (wanted,))
        linked.link_lines(sql, these, (wanted,))


def belongings(store: Store, members: Iterable[str] | None = None) -> tuple[tuple[str, str], ...]:
    """Who is plainly told to lead or to belong to whom, member and body; of all, or of some members."""
    where = "" if members is None else "WHERE member IN (SELECT value FROM json_each(?))"
    values = () if members is None else (json.dumps(sorted(set(members))),)
    rows = store.connection.execute(f"SELECT member, body FROM belonging {where} ORDER BY 1, 2", values)
    return tuple((row["member"], row["body"]) for row in rows)


def actors_in(store: Store, told: Iterable[tuple[str, str]]) -> dict[str, Actor]:
    """The actors that are told to belong or to be belonged to, and who stands above them, without their names."""
    keys = json.dumps(sorted({key for pair in told for key in pair}))
    rows = store.connection.execute(
        "WITH RECURSIVE meant (key) AS (SELECT key FROM actors WHERE key IN (SELECT value FROM json_each(?)) "
        "UNION SELECT a.parent FROM actors a JOIN meant ON a.key = meant.key WHERE a.parent IS NOT NULL) "
        "SELECT a.key, a.name, a.kind, a.parent FROM meant JOIN actors a ON a.key = meant.key",
        (keys,),
    )
    return {row["key"]: Actor(row["key"], row["name"], ActorKind(row["kind"]), parent=row["parent"]) for row in rows}


def save_parents(store: Store, parents: Mapping[str, str]) -> None:
    """Put actors under the bodies that they belong to."""
    with store.transaction() as sql:
        sql.executemany("UPDATE actors SET parent = ? WHERE key = ?", [(body, key) for key, body in parents.items()])


def proposals(store: Store) -> tuple[Proposal, ...]:
    """Pairs of actors that may be one, the likeliest first."""
    rows = store.connection.execute("SELECT why FROM proposals ORDER BY score DESC, left_key, right_key")
    return tuple(decode(Proposal, json.loads(row["why"])) for row in rows)


def proposals_left(store: Store) -> int:
    """How many pairs of actors may be one."""
    return int(store.connection.execute("SELECT count(*) FROM proposals").fetchone()[0])


def save_families(store: Store, families: Mapping[str, str]) -> None:
    """Replace which report belongs to which family of copies."""
    with store.transaction() as sql:
        sql.execute("DELETE FROM families")
        sql.executemany("INSERT INTO families VALUES (?, ?)", sorted(families.items()))
        sql.execute(_OF_FAMILY)


def save_prints(store: Store, prints: Iterable[tuple[str, bytes]]) -> None:
    """Keep what stands for each report's text when copies are looked for."""
    with store.transaction() as sql:
        sql.executemany(
            "INSERT INTO prints VALUES (?, ?) ON CONFLICT (report) DO UPDATE SET runs = excluded.runs", prints
        )


def save_runs(store: Store, runs: Iterable[tuple[int, str]]) -> None:
    """Keep which reports hold a run of words that stands for a text."""
    with store.transaction() as sql:
        sql.executemany("INSERT INTO runs VALUES (?, ?) ON CONFLICT DO NOTHING", runs)


def printed(store: Store) -> set[str]:
    """The reports whose text is already stood for."""
    return {row["report"] for row in store.connection.execute("SELECT report FROM prints")}


def sharing(store: Store, runs: Iterable[int]) -> dict[str, tuple[int, int]]:
    """Each report that holds two or more of these runs: how many, and how many stand for it in all."""
    rows = store.connection.execute(
        "SELECT m.report, m.met, length(p.runs) AS size FROM (SELECT report, count(*) AS met FROM runs "
        "WHERE run IN (SELECT CAST(value AS BIGINT) FROM json_each(?)) GROUP BY report HAVING count(*) > 1) m JOIN prints p "
        "ON p.report = m.report ORDER BY m.report",
        (json.dumps(list(runs)),),
    )
    return {row["report"]: (row["met"], row["size"] // _RUN_BYTES) for row in rows}


def join_families(store: Store, families: Mapping[str, str]) -> None:
    """Give reports the families they are now in, and the members of a family that was joined to another its new id."""
    with store.transaction() as sql:
        for report, family in sorted(families.items()):
            row = sql.execute("SELECT family FROM families WHERE report = ?", (report,)).fetchone()
            if row is not None and row["family"] != family:
                sql.execute("UPDATE families SET family = ? WHERE family = ?", (family, row["family"]))
            sql.execute(
                "INSERT INTO families VALUES (?, ?) ON CONFLICT (report) DO UPDATE SET family = excluded.family",
                (report, family),
            )
            sql.execute(_JOINED, (family,))


def families_of(store: Store, reports: Iterable[str]) -> dict[str, str]:
    """Report -> its family, of those that have one."""
    rows = store.connection.execute(
        "SELECT report, family FROM families WHERE report IN (SELECT value FROM json_each(?))",
        (json.dumps(list(reports)),),
    )
    return {row["report"]: row["family"] for row in rows}


def replace_incidents(
    store: Store, old: Iterable[str], incidents: Iterable[Incident], proposals: Iterable[Proposal] = ()
) -> None:
    """Put incidents in the place of some that they take in, and proposals beside those that stand."""
    found = tuple(incidents)
    with store.transaction() as sql:
        _forget_incidents(sql, old)
        _insert_incidents(sql, found)
        merging.note(sql, map(proposal_row, proposals))


def save_incidents(
    store: Store, incidents: Iterable[Incident], proposals: Iterable[Proposal] = (), alike: Iterable[Alike] = ()
) -> None:
    """Replace the merged incidents, the pairs of tellings that are alike, and those whose incidents may be one."""
    found = tuple(incidents)
    with store.transaction() as sql:
        for table in ("incidents", "incident_members", "incident_actors", "incident_proposals", "tellings_alike"):
            sql.execute(f"DELETE FROM {table}")  # the names above
        _insert_incidents(sql, found)
        merging.keep_alike(sql, ((*proposal_row(_pair(one)), int(one.joined)) for one in alike))
        merging.propose(sql, ((one.left, one.right) for one in proposals))


def change_incidents(store: Store, found: Regrouped) -> None:
    """Put what a decision changed in the place of what stood, and propose the pairs that may be one now."""
    with store.transaction() as sql:
        _forget_incidents(sql, found.gone)
        _insert_incidents(sql, found.incidents)
        merging.propose(sql, found.proposals)


def incident_of(store: Store) -> dict[str, str]:
    """The key of each line that tells of an incident -> the key of the merged incident."""
    return {row["assertion"]: row["incident"] for row in store.connection.execute("SELECT * FROM incident_members")}


def _pair(alike: Alike) -> Proposal:
    return Proposal(alike.left, alike.right, alike.score, alike.features)


def _forget_incidents(sql: Sql, keys: Iterable[str]) -> None:
    for key in keys:
        sql.execute("DELETE FROM incidents WHERE key = ?", (key,))
        for table in ("incident_members", "incident_actors"):
            sql.execute(f"DELETE FROM {table} WHERE incident = ?", (key,))


def _insert_incidents(sql: Sql, found: Sequence[Incident]) -> None:
    sql.executemany("INSERT INTO incidents VALUES (?, ?, ?, ?)", map(_incident_row, found))
    members = [(assertion, incident.key) for incident in found for assertion in incident.assertions]
    sql.executemany("INSERT INTO incident_members VALUES (?, ?) ON CONFLICT DO NOTHING", members)
    sql.execute(_INCIDENT_ACTORS, (json.dumps([incident.key for incident in found]),))


def incidents_near(store: Store, days: tuple[str, str], months: tuple[str, str], since: str) -> tuple[Incident, ...]:
    """Incidents that overlap an interval of days, and those with a place that overlap a longer one around it.

    Those that began before `since` are left out, so that an index leads to the others.
    """
    rows = store.connection.execute(
        "SELECT body FROM incidents WHERE first BETWEEN ?5 AND ?4 AND last >= ?3 AND ((first <= ?2 AND last >= ?1) "
        "OR json_extract(body, '$.place.name') IS NOT NULL) ORDER BY key",
        (*days, *months, since),
    )
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows)


def incidents(store: Store) -> tuple[Incident, ...]:
    """The merged incidents, by date."""
    rows = store.connection.execute("SELECT body FROM incidents ORDER BY first IS NULL, first, last, key")
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows)


def incidents_told_twice(store: Store) -> tuple[Incident, ...]:
    """The merged incidents of which several lines tell or in which several are named, by date: these alone can disagree."""
    rows = store.connection.execute(
        "SELECT body FROM incidents WHERE key IN (SELECT incident FROM incident_members GROUP BY incident "
        """HAVING count(*) > 1) OR body LIKE '%"basis"%"basis"%' ORDER BY first IS NULL, first, last, key"""
    )
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows)


def incident_keys_of(store: Store, actors: Iterable[str]) -> tuple[str, ...]:
    """The keys of the merged incidents in which one of the actors has a part, by date."""
    return tuple(row["key"] for row in store.connection.execute(_OF_ACTORS.format("key"), (json.dumps(list(actors)),)))


def incidents_of(store: Store, actors: Iterable[str]) -> tuple[Incident, ...]:
    """The merged incidents in which one of the actors has a part, by date."""
    rows = store.connection.execute(_OF_ACTORS.format("body"), (json.dumps(list(actors)),))
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows)


def latest_incidents_of(store: Store, actors: Iterable[str], most: int) -> tuple[Incident, ...]:
    """The newest of the merged incidents in which one of the actors has a part; those without a day only where few have one."""
    newest = f"SELECT body FROM incidents WHERE key IN ({_KEYS_OF}) ORDER BY first IS NULL, first DESC, key LIMIT ?"
    rows = store.connection.execute(newest, (json.dumps(list(actors)), most))
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows)


def incidents_with(store: Store, one: Iterable[str], other: Iterable[str]) -> tuple[Incident, ...]:
    """The merged incidents in which an actor of either group has a part, by date."""
    both = f"SELECT body FROM incidents WHERE key IN ({_KEYS_OF}) AND key IN ({_KEYS_OF}) {_BY_DATE}"
    rows = store.connection.execute(both, (json.dumps(list(one)), json.dumps(list(other))))
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows)


def are_told(store: Store, lines: Iterable[str]) -> bool:
    """True when each of these keys is of a line that tells of a merged incident."""
    wanted = set(lines)
    row = store.connection.execute(
        "SELECT count(DISTINCT assertion) AS told FROM incident_members "
        "WHERE assertion IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(wanted)),),
    ).fetchone()
    return bool(row["told"] == len(wanted))


def incident(store: Store, key: str) -> Incident | None:
    """The incident that has this key, or of which the line with this key tells."""
    row = store.connection.execute(
        "SELECT body FROM incidents WHERE key = ?1 OR key IN (SELECT incident FROM incident_members "
        "WHERE assertion = ?1) ORDER BY key <> ?1 LIMIT 1",
        (key,),
    ).fetchone()
    return decode(Incident, json.loads(row["body"])) if row else None


def actor_row(actor: Actor) -> tuple[object, ...]:
    """A row of the table of actors."""
    return actor.key, actor.name, str(actor.kind), actor.known_as, actor.parent, int(actor.reviewed), actor.reports


def name_rows(actors: Iterable[Actor]) -> Iterable[tuple[str, ...]]:
    """Rows of the table of names, each name of an actor once."""
    for actor in actors:
        for name in dict.fromkeys((Name(actor.name, Slot.NAME, ""), *actor.names)):
            yield actor.key, fold(name.text), name.text, str(name.slot), name.source


def proposal_row(proposal: Proposal) -> tuple[object, ...]:
    """A row of the table of proposals."""
    return proposal.left, proposal.right, proposal.score, json.dumps(encode(proposal), ensure_ascii=False)


def _incident_row(incident: Incident) -> tuple[object, ...]:
    first, last = incident.when.first, incident.when.last
    body = json.dumps(encode(incident), ensure_ascii=False)
    return incident.key, first and first.isoformat(), last and last.isoformat(), body
