"""The Islamic calendar by its arithmetic rule; a range is widened by the day or two by which sightings differ."""

from datetime import date, timedelta

# 16 July 622 of the Julian calendar as a proleptic Gregorian ordinal: the civil epoch.
_EPOCH = 227015
# Sightings differ between countries by a day and from the arithmetic rule by up to one more.
_DOUBT = timedelta(days=2)


def hijri_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of an Islamic date by the 30-year arithmetic rule (16-based leap years)."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_EPOCH + days - 1)


def hijri_range(year: int, month: int, first: int = 1, last: int = 30) -> tuple[date, date]:
    """Earliest first and latest last Gregorian day of part of an Islamic month."""
    return hijri_day(year, month, first) - _DOUBT, hijri_day(year, month, last) + _DOUBT


def hijri_year_range(year: int) -> tuple[date, date]:
    """Earliest first and latest last Gregorian day of an Islamic year."""
    return hijri_day(year, 1, 1) - _DOUBT, hijri_day(year + 1, 1, 1) + _DOUBT - timedelta(days=1)


def hijri_years_in(year: int) -> tuple[int, ...]:
    """The Islamic years of which a part may lie in a Gregorian year; none before 622."""
    middle = int((year - 621.5) * 33 / 32)
    return tuple(option for option in (middle - 1, middle, middle + 1, middle + 2) if option > 0)
