from pathlib import Path

import pytest

from avowed.annotate.opinions.find import find_statements
from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.learned import Marker
from avowed.annotate.sayings.saying import chain
from avowed.errors import ModelError
from avowed.model.evidence import Assertion, Report, StatementContent, report_id
from tests.annotate.marked import marked_page
from tests.annotate.one_reader import one_reader


def stated(text: str) -> tuple[str, list[Assertion]]:
    page = marked_page(text)
    return page.report.text, list(find_statements(page, find_sayings(page)))


def test_a_saying_that_ties_nobody_is_still_a_statement_with_all_its_words() -> None:
    text, (told,) = stated("<Omar Belo>, the mayor of Dasmir, said in a statement that the bridge was closed.")
    (speaker,) = told.attribution
    assert speaker.text == "Omar Belo"
    assert speaker.span is not None
    assert "mayor" in speaker.span.of(text)
    assert speaker.cue is not None
    assert speaker.cue.of(text).startswith("said")
    assert isinstance(told.content, StatementContent)
    assert told.content.content.of(text) == "that the bridge was closed"


def test_a_cue_put_into_the_words_is_no_part_of_them() -> None:
    page = marked_page('"The mill burned," <Omar Belo> said, "and nobody came."')
    text = page.report.text
    (saying,) = find_sayings(page)
    assert saying.holds(text.index("burned"))
    assert saying.holds(text.index("nobody"))
    assert not saying.holds(text.index("said"))


def test_an_attitude_is_a_statement_but_vouches_for_nothing() -> None:
    text = "<Omar Belo> supports the plan to close the bridge."
    page = marked_page(text)
    sayings = find_sayings(page)
    assert chain(sayings, page.report.text.index("close"), page.report.text) == ()
    assert [one.rule for one in find_statements(page, sayings)] == ["holds"]


def test_without_the_layers_the_rules_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avowed.annotate.sayings.find.shipped", lambda: None)
    (saying,) = find_sayings(marked_page("<Omar Belo> said that <the Karsh Front> had left the valley."))
    assert saying.extent is None
    assert saying.source is not None


def test_a_folder_without_the_layers_is_told_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="rules go on alone"):
        Marker.load(tmp_path)


def test_a_blow_by_arms_is_nobodys_saying() -> None:
    reader = one_reader()
    text = "Gunmen attacked the villages of Tolm and Orsk on Sunday, burning dozens of houses."
    (reading,) = reader.annotate([Report(report_id(text), "made up", text, language="en")])
    assert not [one for one in reading.assertions if isinstance(one.content, StatementContent)]
