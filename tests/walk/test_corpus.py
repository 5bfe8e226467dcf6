"""The examples read as a corpus, by the same model: the same lines and the same answer as in a case."""

import json

import pytest

from avowed.bulk import asking, database
from avowed.bulk.engine import by
from avowed.bulk.kept import Corpus
from avowed.bulk.run import read_corpus
from avowed.bulk.workers import Workers
from avowed.model.when import on_day
from tests.bulk.making import lines
from tests.walk.conftest import EXAMPLES, clock

PAIR = ("Halmar Liberation Front", "Dawn Brigades")
TODAY = clock().date()
HERE = by(Workers(1))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus") / "examples"
    read_corpus(EXAMPLES / "reports", folder, HERE, TODAY)
    return Corpus(folder)


@pytest.mark.slow
def test_a_corpus_of_the_examples_answers_as_the_case_does(example, corpus):
    there = example.ask(*PAIR)
    with database.opened(corpus) as connection:
        here = asking.ask(connection, *PAIR, TODAY)
    assert {tie.line.key for tie in here.ties} == {tie.line.key for tie in there.ties}
    assert here.closeness == there.closeness
    assert here.gap == there.gap
    assert here.denials == there.denials


@pytest.mark.slow
def test_a_corpus_of_the_examples_knows_the_actors_of_the_case(example, corpus):
    with database.opened(corpus) as connection:
        found = connection.execute("SELECT actor, name, kind, parent, reports FROM actors").fetchall()
    assert sorted(found) == sorted(
        (one.key, one.name, str(one.kind), one.parent, one.reports) for one in example.actors()
    )


@pytest.mark.slow
def test_a_date_that_is_given_stands_over_what_a_text_says(tmp_path):
    given = lines(tmp_path, ["The Karsh Front trained fighters of the Velm Guard in the hills."])
    read_corpus(given, tmp_path / "out", HERE, TODAY, on_day(TODAY))
    with database.opened(Corpus(tmp_path / "out")) as connection:
        ((head,),) = connection.execute("SELECT head FROM reports").fetchall()
    assert json.loads(head)["published"]["basis"] == "given"
