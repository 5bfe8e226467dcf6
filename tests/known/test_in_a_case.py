from datetime import UTC, datetime

from avowed.case import Case
from avowed.store import find
from avowed.store.write import add_reading
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

NOW = datetime(2022, 1, 1, tzinfo=UTC)


def test_a_brought_alias_makes_one_actor_of_two_names_and_asserts_no_tie(tmp_path):
    (tmp_path / "mine.csv").write_text("name,kind,aliases\nDawn Brigades,armed_group,Fajr Column\n")
    with Case.create(tmp_path / "case", clock=lambda: NOW) as case:
        for text, name in (
            ("The Dawn Brigades armed Sarn Guard.", "Dawn Brigades"),
            ("The Fajr Column left Sarn Guard.", "Fajr Column"),
        ):
            add_reading(case.store, reading(report(text), Told(name, "Sarn Guard")), NOW.isoformat())
        rebuild(case.store)
        ties = len(tuple(find.all_ties(case.store)))
        assert find.actors_named(case.store, "Fajr Column") != find.actors_named(case.store, "Dawn Brigades")
        assert case.bring(tmp_path / "mine.csv") == 1
        assert find.actors_named(case.store, "Fajr Column") == find.actors_named(case.store, "Dawn Brigades")
        assert len(tuple(find.all_ties(case.store))) == ties
