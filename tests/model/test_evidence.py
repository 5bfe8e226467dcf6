import pytest

from avowed.model.evidence import Quote, Report, Span, report_id


def test_a_quote_is_the_words_at_its_span():
    report = Report(report_id("Ash met Birch."), "x", "Ash met Birch.")
    assert report.cut(4, 7).text == "met"


def test_a_quote_cannot_be_made_without_its_report():
    with pytest.raises(TypeError, match=r"report\.cut"):
        Quote("id", Span(0, 3), "lie")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (5, 2), (0, 15)])
def test_a_quote_outside_its_report_is_refused(start, end):
    report = Report(report_id("Ash met Birch."), "x", "Ash met Birch.")
    with pytest.raises(ValueError, match="not within"):
        report.cut(start, end)


def test_equal_texts_are_one_report():
    assert report_id("Ash") == report_id("Ash") != report_id("ash")


def test_a_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_spans_that_only_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
