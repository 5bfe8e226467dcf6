import json

import pytest

from avowed.bulk import asking, database
from avowed.bulk.questions import questions
from avowed.bulk.slicing import Wanted, readings
from avowed.case import Case
from avowed.errors import AmbiguousName, UsageError
from avowed.model.when import in_month, in_year
from tests.bulk.making import TODAY, made

TEXTS = [
    "Karsh Front trained Velm Guard, the paper wrote on a first day.",
    "Karsh Front trained Velm Guard in the hills, another one had it.",
    "Karsh Front fought Velm Guard at the bridge for two days and lost it.",
    "Karsh Front denied training Velm Guard when it was asked about the camp.",
    "Halmar League fought Velm Guard near the river in the cold of winter.",
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """One corpus for all: a question changes nothing in it."""
    return made(tmp_path_factory.mktemp("asked"), TEXTS)


@pytest.fixture(scope="module")
def connection(corpus):
    with database.opened(corpus) as held:
        yield held


def test_a_corpus_answers_for_two_actors_as_a_case_of_the_same_reports_does(corpus, connection, tmp_path):
    whole = Wanted(("Karsh Front", "Velm Guard", "Halmar League"))
    with Case.create(tmp_path / "case") as case:
        case.add_readings(readings(connection, whole))
        there = case.ask("Karsh Front", "Velm Guard")
    here = asking.ask(connection, "Karsh Front", "Velm Guard", TODAY)
    assert len(here.ties) == 4
    assert {tie.line.quote for tie in here.ties} == {tie.line.quote for tie in there.ties}
    assert {voice: tally.families for voice, tally in here.voices.items()} == {
        voice: tally.families for voice, tally in there.voices.items()
    }
    assert here.gap == there.gap


def test_a_line_of_the_answer_has_its_quote_its_source_and_its_speaker(connection):
    denied = next(tie for tie in asking.ask(connection, "Karsh Front", "Velm Guard", TODAY).ties if tie.line.negated)
    assert denied.line.quote == TEXTS[3]
    assert (denied.line.source.publisher, denied.line.source.published.first.isoformat()) == ("Paper 0", "2021-03-04")


def test_a_text_that_was_given_twice_counts_once(tmp_path):
    with database.opened(made(tmp_path, [*TEXTS, TEXTS[2], TEXTS[2]])) as held:
        assert len(asking.ask(held, "Karsh Front", "Velm Guard", TODAY).ties) == 4
        assert held.execute("SELECT count(*) FROM repeated").fetchone() == (2,)


@pytest.mark.parametrize("name", questions())
def test_every_question_of_the_list_is_answered(connection, name):
    actors = ("Karsh Front", "Velm Guard")[: questions()[name].actors]
    assert asking.answer(connection, name, actors, 10).columns


def test_pairs_keep_friendly_and_hostile_apart(connection):
    found = asking.answer(connection, "pairs", (), 10)
    assert found.rows[0][:5] == ("Karsh Front", "Velm Guard", 2, 1, 1)


def test_the_gap_is_between_what_is_said_and_what_is_shown(connection):
    (row,) = asking.answer(connection, "gap", (), 10).rows
    assert row == ("Karsh Front", "Velm Guard", 0, 1, 2, 1)


def test_a_question_says_how_many_actors_it_needs(connection):
    with pytest.raises(UsageError, match="one actor"):
        asking.answer(connection, "partners", (), 10)


def test_an_unknown_name_is_answered_with_near_ones(connection):
    with pytest.raises(UsageError, match="karsh front"):
        asking.actor_called(connection, "Karsch Frond")


def test_a_name_of_several_is_not_guessed(tmp_path):
    corpus = made(tmp_path, [*TEXTS, "Sorrin Front fought Velm Guard on the road."])
    with database.opened(corpus) as held, pytest.raises(AmbiguousName, match="in 4 reports"):
        asking.actor_called(held, "Front")


def test_free_questions_are_answered(connection):
    found = asking.free(connection, "SELECT count(*) AS n FROM reports", 10)
    assert (found.columns, found.rows) == (("n",), ((5,),))
    assert json.loads(asking.as_json(found)) == [{"n": 5}]


@pytest.mark.parametrize(
    "query",
    [
        "DROP VIEW reports",
        "COPY (SELECT 1) TO 'out.csv'",
        "SELECT 1; DROP VIEW reports",
        "INSERT INTO reports SELECT * FROM reports",
        "ATTACH 'other.db'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "PRAGMA database_list; SELECT 1",
        "",
        "SELEKT 1",
        "SELECT nothing FROM reports",
    ],
)
def test_what_is_no_question_is_refused(connection, query):
    with pytest.raises(UsageError):
        asking.free(connection, query, 10)


def test_no_file_outside_the_corpus_can_be_read(connection, corpus, tmp_path):
    (corpus.folder.parent / "secret.csv").write_text("a,b\n1,2\n")
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    for query in (
        f"SELECT * FROM read_csv('{tmp_path}/secret.csv')",
        f"SELECT * FROM '{corpus.folder}/../secret.csv'",
        f"SELECT * FROM read_text('{tmp_path}/secret.csv')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT getenv('HOME')",
    ):
        with pytest.raises(UsageError):
            asking.free(connection, query, 10)


def test_a_slice_becomes_a_case_that_verifies_and_knows_where_it_came_from(connection, tmp_path):
    with Case.create(tmp_path / "case") as case:
        added = case.add_readings(readings(connection, Wanted(("Halmar League",))))
        assert (len(added.read), list(case.verify())) == (1, [])
        again = case.add_readings(readings(connection, Wanted(("Halmar League",))))
        assert (len(again.read), len(again.already)) == (0, 1)


def test_the_original_of_a_sliced_report_reads_as_the_same_text(connection):
    ((read, original),) = readings(connection, Wanted(("Halmar League",)))
    row = json.loads(original)
    assert (row["text"], row["published"]) == (read.report.text, "2021-03-05")


def test_a_slice_may_be_of_reports_that_name_all(connection):
    together = Wanted(("Halmar League", "Karsh Front"), together=True)
    assert list(readings(connection, together)) == []
    assert len(list(readings(connection, Wanted(("Halmar League", "Karsh Front"))))) == 5


def test_a_slice_may_be_of_a_time(connection):
    assert len(list(readings(connection, Wanted(("Karsh Front",), during=in_month(2021, 3))))) == 4
    assert list(readings(connection, Wanted(("Karsh Front",), during=in_year(2020)))) == []


def test_a_slice_needs_an_actor(connection):
    with pytest.raises(UsageError):
        list(readings(connection, Wanted(())))
