"""The tables of a case and the steps that lead to them; every step and its record are one transaction.

`trusted_schema` is off, so no trigger may touch the full-text index: `write` keeps it in step. Append-only: reports,
readings, assertions, occurrences, decisions. Derived and always rebuilt from them: everything under `-- derived`.
"""

APPLICATION_ID = 0x41564F57  # "AVOW"

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE reports (
        id TEXT PRIMARY KEY,
        source TEXT NOT NULL,
        title TEXT NOT NULL,
        publisher TEXT NOT NULL,
        language TEXT NOT NULL,
        published_first TEXT,
        published_last TEXT,
        published_precision TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        added_at TEXT NOT NULL,
        head TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX reports_by_original ON reports (sha256);

    CREATE TABLE originals (sha256 TEXT NOT NULL, source TEXT NOT NULL, outcome TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (sha256, source)) STRICT;

    CREATE TABLE readings (
        id INTEGER PRIMARY KEY,
        report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        reader TEXT NOT NULL,
        current INTEGER NOT NULL,
        skipped TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (report, reader)
    ) STRICT;

    CREATE TABLE occurrences (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        known_as TEXT,
        aliases TEXT NOT NULL
    ) STRICT;
    CREATE INDEX occurrences_by_report ON occurrences (report);

    CREATE TABLE assertions (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL,
        reading INTEGER NOT NULL REFERENCES readings (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        quote TEXT NOT NULL,
        quote_start INTEGER NOT NULL,
        quote_end INTEGER NOT NULL,
        hedges TEXT NOT NULL,
        score REAL NOT NULL,
        valid_first TEXT,
        valid_last TEXT,
        body TEXT NOT NULL,
        UNIQUE (reading, key)
    ) STRICT;
    CREATE INDEX assertions_by_kind ON assertions (kind);
    CREATE INDEX assertions_by_key ON assertions (key);

    CREATE TABLE ties (
        assertion INTEGER PRIMARY KEY REFERENCES assertions (id) ON DELETE CASCADE,
        subject INTEGER NOT NULL REFERENCES occurrences (id) ON DELETE CASCADE,
        object INTEGER NOT NULL REFERENCES occurrences (id) ON DELETE CASCADE,
        speaker INTEGER REFERENCES occurrences (id) ON DELETE CASCADE,
        dimension TEXT NOT NULL,
        sign INTEGER NOT NULL,
        negated INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ties_by_subject ON ties (subject);
    CREATE INDEX ties_by_object ON ties (object);
    CREATE INDEX ties_by_speaker ON ties (speaker);

    CREATE TABLE parties (
        assertion INTEGER NOT NULL REFERENCES assertions (id) ON DELETE CASCADE,
        part TEXT NOT NULL,
        occurrence INTEGER NOT NULL REFERENCES occurrences (id) ON DELETE CASCADE,
        PRIMARY KEY (assertion, part, occurrence)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX parties_by_occurrence ON parties (occurrence);

    CREATE TABLE decisions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        verdict TEXT NOT NULL,
        left_key TEXT NOT NULL,
        right_key TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        why TEXT NOT NULL,
        version TEXT NOT NULL
    ) STRICT;

    CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content='reports', content_rowid='rowid',
        tokenize="unicode61 remove_diacritics 2");

    -- derived
    CREATE TABLE actors (
        key TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        known_as TEXT,
        parent TEXT,
        reviewed INTEGER NOT NULL,
        reports INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE actor_names (actor TEXT NOT NULL, folded TEXT NOT NULL, text TEXT NOT NULL, slot TEXT NOT NULL,
        source TEXT NOT NULL) STRICT;
    CREATE INDEX actor_names_by_folded ON actor_names (folded);
    CREATE INDEX actor_names_by_actor ON actor_names (actor);
    CREATE TABLE membership (occurrence INTEGER PRIMARY KEY, actor TEXT NOT NULL) STRICT;
    CREATE INDEX membership_by_actor ON membership (actor);
    CREATE TABLE proposals (left_key TEXT NOT NULL, right_key TEXT NOT NULL, score REAL NOT NULL, why TEXT NOT NULL,
        PRIMARY KEY (left_key, right_key)) STRICT;
    CREATE TABLE edges (subject TEXT NOT NULL, object TEXT NOT NULL, sympathy INTEGER NOT NULL,
        hostility INTEGER NOT NULL, PRIMARY KEY (subject, object)) STRICT, WITHOUT ROWID;
    CREATE INDEX edges_by_object ON edges (object);
    CREATE TABLE families (report TEXT PRIMARY KEY, family TEXT NOT NULL) STRICT;
    CREATE INDEX families_by_family ON families (family);
    CREATE TABLE incidents (key TEXT PRIMARY KEY, first TEXT, last TEXT, body TEXT NOT NULL) STRICT;
    CREATE TABLE incident_members (assertion TEXT NOT NULL, incident TEXT NOT NULL, PRIMARY KEY (assertion, incident))
        STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE ties ADD COLUMN voice TEXT NOT NULL DEFAULT 'observed';
    ALTER TABLE ties ADD COLUMN factuality TEXT NOT NULL DEFAULT 'certain';
    ALTER TABLE ties ADD COLUMN mode TEXT NOT NULL DEFAULT 'actual';
    UPDATE ties SET (voice, factuality, mode) = (SELECT json_extract(body, '$.voice'),
        json_extract(body, '$.factuality'), json_extract(body, '$.mode') FROM assertions WHERE id = assertion);

    -- derived: every tie by its two actors in the order of their keys, with the day of its report
    CREATE TABLE links (assertion INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, published TEXT) STRICT;
    INSERT INTO links SELECT t.assertion, min(s.actor, o.actor), max(s.actor, o.actor), r.published_first
        FROM ties t JOIN assertions a ON a.id = t.assertion JOIN readings g ON g.id = a.reading
        JOIN reports r ON r.id = g.report JOIN membership s ON s.occurrence = t.subject
        JOIN membership o ON o.occurrence = t.object;
    CREATE INDEX links_by_pair ON links (one, other);
    CREATE INDEX links_by_day ON links (published);
    """,
    """
    -- derived: how useful it is to check a line, so that a person sees the most useful first
    CREATE TABLE worth (assertion INTEGER PRIMARY KEY, kind TEXT NOT NULL, worth REAL NOT NULL) STRICT;
    CREATE INDEX worth_of_kind ON worth (kind, worth DESC);
    CREATE INDEX worth_of_all ON worth (worth DESC);
    WITH pairs AS (SELECT one, other, count(*) AS lines FROM links GROUP BY 1, 2)
    INSERT INTO worth SELECT a.id, a.kind, (1.05 - abs(2 * a.score - 1)) * coalesce(
        (1.0 / (p.lines + 1)) * min(20, o.reports + t.reports), 0.1)
    FROM assertions a JOIN readings g ON g.id = a.reading AND g.current = 1
    LEFT JOIN links l ON l.assertion = a.id LEFT JOIN pairs p ON p.one = l.one AND p.other = l.other
    LEFT JOIN actors o ON o.key = l.one LEFT JOIN actors t ON t.key = l.other
    WHERE a.score < 1.0;
    """,
    """
    -- derived: by what a name may be found, what stands for a text, and which reports were resolved in passing
    CREATE TABLE name_marks (mark TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (mark, actor)) STRICT, WITHOUT ROWID;
    CREATE INDEX name_marks_by_actor ON name_marks (actor);
    CREATE TABLE prints (report TEXT PRIMARY KEY, runs BLOB NOT NULL) STRICT;
    CREATE TABLE passing (report TEXT PRIMARY KEY) STRICT;
    """,
    """
    -- derived, so that a few reports more cost the same in a case of any size: who is told to belong to whom, the runs
    -- of words that stand for texts, and incidents by day
    CREATE TABLE belonging (member TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (member, body)) STRICT, WITHOUT ROWID;
    CREATE INDEX belonging_by_body ON belonging (body);
    CREATE TABLE runs (run INTEGER NOT NULL, report TEXT NOT NULL, PRIMARY KEY (run, report)) STRICT, WITHOUT ROWID;
    CREATE INDEX incidents_by_day ON incidents (first, last);
    """,
    """
    -- derived: pairs of tellings whose incidents may be one; until the case is derived anew, none in an older case
    CREATE TABLE incident_proposals (left_key TEXT NOT NULL, right_key TEXT NOT NULL, score REAL NOT NULL,
        why TEXT NOT NULL, PRIMARY KEY (left_key, right_key)) STRICT, WITHOUT ROWID;
    """,
    """
    -- derived: with every link the fields by which lines are counted, so that no line is looked at for that; `first` and
    -- `last` are the days between which it holds, each the other where only one is told
    DROP TABLE links;
    CREATE TABLE links (assertion INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, published TEXT,
        dimension TEXT NOT NULL, sign INTEGER NOT NULL, negated INTEGER NOT NULL, voice TEXT NOT NULL,
        hedged INTEGER NOT NULL, first TEXT, last TEXT) STRICT;
    INSERT INTO links SELECT t.assertion, min(s.actor, o.actor), max(s.actor, o.actor), r.published_first, t.dimension,
        t.sign, t.negated, t.voice, CASE WHEN t.factuality <> 'certain' OR t.mode <> 'actual' THEN 1 ELSE 0 END,
        coalesce(a.valid_first, a.valid_last), coalesce(a.valid_last, a.valid_first)
        FROM ties t JOIN assertions a ON a.id = t.assertion JOIN readings g ON g.id = a.reading AND g.current = 1
        JOIN reports r ON r.id = g.report JOIN membership s ON s.occurrence = t.subject
        JOIN membership o ON o.occurrence = t.object;
    CREATE INDEX links_by_pair ON links (one, other, dimension, sign, negated, voice, hedged, first, published);
    CREATE INDEX links_by_other ON links (other);
    CREATE INDEX links_by_day ON links (published);
    DROP INDEX edges_by_object;
    CREATE INDEX edges_by_object ON edges (object, sympathy, hostility);
    CREATE INDEX readings_done_anew ON readings (report) WHERE current = 0;
    """,
    """
    -- derived: pairs of tellings that are alike, whatever was decided, and which of them are one incident before any
    -- decision: from these a decision on incidents is followed; until the case is derived anew, none in an older case
    CREATE TABLE tellings_alike (left_key TEXT NOT NULL, right_key TEXT NOT NULL, score REAL NOT NULL,
        why TEXT NOT NULL, joined INTEGER NOT NULL, PRIMARY KEY (left_key, right_key)) STRICT, WITHOUT ROWID;
    """,
    """
    -- kept with every reading that holds: what a line tells of where it comes from, so that neither the reading nor the
    -- report is looked at for it
    CREATE TABLE sources (reading INTEGER PRIMARY KEY REFERENCES readings (id) ON DELETE CASCADE, report TEXT NOT NULL,
        title TEXT NOT NULL, publisher TEXT NOT NULL, source TEXT NOT NULL, published_first TEXT, published_last TEXT,
        published_precision TEXT NOT NULL, origin TEXT NOT NULL, family TEXT NOT NULL) STRICT;
    INSERT INTO sources SELECT g.id, r.id, r.title, r.publisher, r.source, r.published_first, r.published_last,
        r.published_precision, coalesce(json_extract(r.head, '$.origin.text'), ''), coalesce(f.family, r.id)
        FROM readings g JOIN reports r ON r.id = g.report LEFT JOIN families f ON f.report = r.id WHERE g.current = 1;

    -- derived: with every link all that tells a tie but its words; `turned` where the subject is the other of the two,
    -- `bond` where only the words of a bond are told
    DROP TABLE links;
    CREATE TABLE links (assertion INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, published TEXT,
        dimension TEXT NOT NULL, sign INTEGER NOT NULL, negated INTEGER NOT NULL, voice TEXT NOT NULL,
        hedged INTEGER NOT NULL, first TEXT, last TEXT, turned INTEGER NOT NULL, speaker TEXT, mode TEXT NOT NULL,
        bond INTEGER NOT NULL, reading INTEGER NOT NULL) STRICT;
    INSERT INTO links SELECT t.assertion, min(ms.actor, mo.actor), max(ms.actor, mo.actor), s.published_first,
        t.dimension, t.sign, t.negated, t.voice,
        CASE WHEN t.factuality <> 'certain' OR t.mode <> 'actual' THEN 1 ELSE 0 END,
        coalesce(a.valid_first, a.valid_last), coalesce(a.valid_last, a.valid_first),
        CASE WHEN ms.actor > mo.actor THEN 1 ELSE 0 END, mp.actor, t.mode,
        CASE WHEN t.dimension = 'support' AND json_extract(a.body, '$.role') <> '' THEN 1 ELSE 0 END, a.reading
        FROM ties t JOIN assertions a ON a.id = t.assertion JOIN sources s ON s.reading = a.reading
        JOIN membership ms ON ms.occurrence = t.subject JOIN membership mo ON mo.occurrence = t.object
        LEFT JOIN membership mp ON mp.occurrence = t.speaker;
    CREATE INDEX links_by_pair ON links
        (one, other, dimension, sign, negated, voice, hedged, first, published, turned, speaker);
    CREATE INDEX links_by_other ON links (other);
    CREATE INDEX links_by_day ON links (published);
    CREATE INDEX links_by_speaker ON links (speaker, dimension) WHERE speaker IS NOT NULL;

    -- derived: whose words a line holds, by day; which two are named in one saying, beyond the ends of a tie; and who has
    -- a part in a merged incident
    CREATE TABLE spoken (speaker TEXT NOT NULL, published TEXT NOT NULL, assertion INTEGER NOT NULL,
        PRIMARY KEY (speaker, published, assertion)) STRICT, WITHOUT ROWID;
    INSERT INTO spoken SELECT DISTINCT m.actor, coalesce(s.published_first, ''), p.assertion FROM parties p
        JOIN assertions a ON a.id = p.assertion JOIN sources s ON s.reading = a.reading
        JOIN membership m ON m.occurrence = p.occurrence WHERE p.part = 'speaker';
    CREATE TABLE named_with (one TEXT NOT NULL, other TEXT NOT NULL, assertion INTEGER NOT NULL,
        PRIMARY KEY (one, other, assertion)) STRICT, WITHOUT ROWID;
    INSERT INTO named_with SELECT DISTINCT min(mp.actor, mq.actor), max(mp.actor, mq.actor), p.assertion FROM parties p
        JOIN assertions a ON a.id = p.assertion JOIN sources s ON s.reading = a.reading
        JOIN parties q ON q.assertion = p.assertion JOIN membership mp ON mp.occurrence = p.occurrence
        JOIN membership mq ON mq.occurrence = q.occurrence WHERE p.part IN ('speaker', 'about')
        AND q.part IN ('speaker', 'about', 'subject', 'object') AND mp.actor <> mq.actor;
    CREATE TABLE incident_actors (actor TEXT NOT NULL, incident TEXT NOT NULL, PRIMARY KEY (actor, incident))
        STRICT, WITHOUT ROWID;
    INSERT INTO incident_actors SELECT DISTINCT m.actor, i.incident FROM incident_members i
        JOIN assertions a ON a.key = i.assertion JOIN parties p ON p.assertion = a.id
        AND p.part NOT IN ('speaker', 'subject', 'object', 'about') JOIN membership m ON m.occurrence = p.occurrence;
    CREATE INDEX incident_actors_by_incident ON incident_actors (incident);
    CREATE INDEX incident_members_by_incident ON incident_members (incident);
    """,
)

VERSION = len(STEPS)
