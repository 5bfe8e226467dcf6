"""What a person should check first: lines of which the reader is unsure and on which much depends."""

from avowed.model.vocabulary import Kind
from avowed.store.connection import Store
from avowed.store.schema import WORTH

_DECIDED = """
    SELECT left_key FROM decisions WHERE verdict IN ('accept', 'reject', 'edit')
    AND CAST(number AS TEXT) NOT IN (SELECT left_key FROM decisions WHERE verdict = 'undo')
"""


def save_worth(store: Store) -> None:
    """Reckon anew how useful it is to check each line."""
    with store.transaction() as sql:
        sql.execute("DELETE FROM worth")
        sql.execute(WORTH)


def to_check(store: Store, kind: Kind | None, limit: int) -> tuple[str, ...]:
    """The keys of lines that nobody has decided on, the most useful first."""
    rows = store.connection.execute(
        f"SELECT a.key FROM worth w JOIN assertions a ON a.id = w.assertion WHERE {'w.kind = ?' if kind else '? IS NULL'} "
        f"AND a.key NOT IN ({_DECIDED}) ORDER BY w.worth DESC, w.assertion LIMIT ?",
        (str(kind) if kind else None, limit),
    )
    return tuple(row["key"] for row in rows)
