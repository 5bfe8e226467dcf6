"""What was foretold is listed with who, what and by when; what became of it is a decision in the log."""

from datetime import date

import pytest

from avowed.errors import UsageError
from avowed.model.decisions import Decision, Outcome, Verdict
from avowed.model.evidence import Assertion, PredictionContent, Reading, Span, Speaker
from avowed.model.vocabulary import Mode, SpeakerRole
from avowed.model.when import in_year
from avowed.settings import default_text
from avowed.store import Store, create, write
from avowed.walk import enquiry
from avowed.walk.deciding import foretold
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"
TEXT = "Omar Belo warned that Alder Front will attack Birch Army in 2025."


def foretelling() -> Reading:
    of = report(TEXT, publisher="Herald")
    plain = reading(of, Told("Alder Front", "Birch Army", speaker="Omar Belo"))
    speaker = Speaker("Omar Belo", Span(0, 9), "m3", SpeakerRole.OFFICIAL, Span(10, 16))
    content = PredictionContent("m1", ("m2",), Span(TEXT.index("Alder"), len(TEXT) - 1))
    told = Assertion(
        "s1", Span(0, len(TEXT)), content, mode=Mode.FUTURE, attribution=(speaker,), valid=in_year(2025), rule="warns"
    )
    return Reading(of, plain.reader, plain.mentions, plain.actors, assertions=(told,))


@pytest.fixture
def case(tmp_path) -> Store:
    held = create(tmp_path / "case", default_text())
    write.add_reading(held, foretelling(), AT)
    rebuild(held)
    yield held
    held.close()


def test_a_prediction_tells_who_what_and_by_when(case):
    (told,) = enquiry.predictions(case)
    assert told.speaker == "omar-belo"
    assert told.words == "Alder Front will attack Birch Army in 2025"
    assert (told.by.first, told.outcome) == (date(2025, 1, 1), Outcome.OPEN)


def test_what_became_of_it_is_a_decision_that_undo_takes_back(case):
    (told,) = enquiry.predictions(case)
    shown = told.line.source.report
    on = foretold(case, told.line.key, "failed", shown[:8])
    number = write.decide(case, Decision(0, Verdict.OUTCOME, *on, "me", AT))
    (after,) = enquiry.predictions(case)
    assert (after.outcome, after.shown_by) == (Outcome.FAILED, shown)
    write.decide(case, Decision(0, Verdict.UNDO, str(number), "", "me", AT))
    assert [one.outcome for one in enquiry.predictions(case)] == [Outcome.OPEN]


@pytest.mark.parametrize(("line", "became"), [("nothing", "failed"), (None, "perhaps")])
def test_what_is_no_prediction_or_no_outcome_is_refused(case, line, became):
    (told,) = enquiry.predictions(case)
    with pytest.raises(UsageError):
        foretold(case, line or told.line.key, became, "")


def test_a_report_that_is_not_there_shows_nothing(case):
    (told,) = enquiry.predictions(case)
    with pytest.raises(UsageError, match="no report"):
        foretold(case, told.line.key, "failed", "ffffffffffff")
