"""Whatever bytes a report was made of, each quote equals its words before and after the database."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avowed.model.evidence import Report
from avowed.read.clean import clean
from avowed.read.decode import decode
from avowed.store import find, write
from tests.building import Told, reading, report
from tests.often import often

AT = "2024-01-01T00:00:00+00:00"
PIECES = st.sampled_from(["\u202e", "\x00", "\ud800", "é", "e\u0301", "𝔄", "💣", "\r\n", "\u2028", "'", '"', "%", "\\"])


@settings(max_examples=often(120), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.binary(max_size=120).map(lambda content: decode(content).text) | st.lists(PIECES, max_size=30).map("".join)
)
def test_every_quote_equals_its_words_before_and_after_the_database(case, words):
    one: Report = report(f"{clean(words)} Ash backs Birch. {clean(words)}")
    told = reading(one, Told("Ash", "Birch"))
    quote = one.cut(told.assertions[0].quote.start, told.assertions[0].quote.end)
    write.add_reading(case, told, AT)
    stored = find.reading(case, one.id)
    assert stored is not None
    assert stored.report.text == one.text
    assert stored.report.cut(quote.span.start, quote.span.end).text == quote.text
    query = "SELECT substr(text, ?, ?) FROM reports WHERE id = ?"
    span = quote.span
    again = case.connection.execute(query, (span.start + 1, span.end - span.start, one.id)).fetchone()[0]
    assert again == quote.text
