from dataclasses import replace
from datetime import date

from avowed.assess.curve import curve
from avowed.assess.weigh import weights
from avowed.model.when import in_month
from avowed.settings import defaults
from tests.building import tie

TODAY = date(2024, 1, 1)


def told(number, sign, year, month):
    made = tie(sign=sign, publisher=f"Paper {number}", family=f"f{number}", key=f"k{number}")
    return replace(made, line=replace(made.line, valid=in_month(year, month)))


def drawn(*signs_and_months):
    ties = [told(number, *one) for number, one in enumerate(signs_and_months)]
    return curve(ties, weights(ties, defaults(), {}, TODAY), defaults())


def test_a_curve_has_a_moment_for_each_month_between_the_first_and_the_last_line():
    found = drawn((1, 2020, 1), (1, 2020, 12))
    assert [one.month for one in found] == [date(2020, month, 1) for month in range(1, 13)]


def test_a_band_holds_its_curve_and_stays_on_the_scale():
    for one in drawn((1, 2015, 1), (-1, 2018, 6), (1, 2020, 12)):
        assert -1 <= one.low <= one.value <= one.high <= 1


def test_a_band_is_wider_where_nothing_is_told():
    found = drawn(*((1, 2010, month) for month in range(1, 7)), *((1, 2020, month) for month in range(1, 7)))
    told, silent = found[3], found[len(found) // 2]
    assert silent.high - silent.low > told.high - told.low


def test_the_opposite_signs_give_the_opposite_curve():
    lines = ((1, 2015, 1), (1, 2015, 5), (-1, 2018, 6))
    one, other = drawn(*lines), drawn(*((-sign, year, month) for sign, year, month in lines))
    assert [round(-moment.value, 9) for moment in other] == [round(moment.value, 9) for moment in one]
    assert [round(-moment.low, 6) for moment in other] == [round(moment.high, 6) for moment in one]


def test_undated_lines_have_no_curve():
    assert curve([tie(sign=1)], weights([tie(sign=1)], defaults(), {}, TODAY), defaults()) == ()
