"""What years, their parts, seasons, decades, centuries and named days mean; Islamic dates and feasts stay ranges."""

from collections.abc import Sequence
from datetime import date, timedelta

from avowed.annotate.times import named as names
from avowed.annotate.times.absolute import dated, nearby, told_step
from avowed.annotate.times.classes import class_names
from avowed.annotate.times.context import Context, Meaning
from avowed.annotate.times.hijri import hijri_range, hijri_year_range
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.stretch import (
    UNKNOWN,
    Stretch,
    a_century,
    a_decade,
    a_half,
    a_quarter,
    a_season,
    a_year,
    part_of,
    season_around,
    some_years,
    union,
)
from avowed.annotate.times.years import MONTH_COSTS, full_year, nearest, yearless
from avowed.model.vocabulary import Precision, TimeKind

# Words that make a stretch of history a time: `during World War II`, not `a Gulf War veteran`.
_CUES = frozenset(("during", "since", "until", "before", "after", "following", "end", "start", "rest", "through"))
_NO_STORY = frozenset(("lpar", "dash", "the", "a", "this", "possessive", "apos"))
_HIJRI_YEARS = range(1, 1600)
_TELLING_CENTURIES = range(1, 100)


def _part(parts: Parts, stretch: Stretch) -> Stretch:
    return part_of(stretch, parts.word("part")) if parts.has("part") else stretch


def _class_before(parts: Parts, context: Context, back: int = 1) -> str:
    at = parts.match.first - back
    return class_names()[context.tokens.symbols[at]] if at >= 0 else ""


def year(parts: Parts, context: Context) -> Meaning | None:
    """A year of four figures, perhaps its part; one in brackets or as `the 2008 siege` starts no new story."""
    told = _class_before(parts, context) not in _NO_STORY
    whole = a_year(parts.whole("year"))
    return dated(_part(parts, whole), whole.value, anchors=told)


def year_of_era(parts: Parts, _context: Context) -> Meaning | None:
    """AD 842, 347 AD, the year 71."""
    written = next(parts.word(name) for name in ("year", "year2", "old", "old2") if parts.has(name))
    if not written.isdecimal() or not 0 < int(written[:5]) < 2200:
        return None
    return dated(a_year(int(written)))


def short_year(parts: Parts, context: Context) -> Meaning | None:
    """'71."""
    return dated(a_year(full_year(parts.whole("short"), context)), anchors=False)


def short_end(parts: Parts, context: Context) -> Meaning | None:
    """The 90 of 1986-90; nothing when the figures could be a month or run backwards."""
    first, short = int(context.tokens.values[parts.match.first - 2]), parts.word("short")
    last = first // 100 * 100 + int(short)
    if len(short) != 2 or last <= first or last - first > 60 or int(short) <= 12:
        return None
    return dated(a_year(last))


def after_year(parts: Parts, _context: Context) -> Meaning | None:
    """Post-2015."""
    number = parts.whole("year")
    return dated(Stretch(f"{number}/..", date(number + 1, 1, 1), None, Precision.YEAR), anchors=False)


def spelled_year(parts: Parts, _context: Context) -> Meaning | None:
    """Nineteen ninety-four, twenty sixteen."""
    number = parts.ordinal("hundreds") * 100 + parts.ordinal("rest")
    return dated(a_year(number)) if 1000 <= number < 2100 else None


def two_years(parts: Parts, _context: Context) -> Meaning | None:
    """2020/21."""
    first, second = (int(figure) for figure in parts.written("pair").split("/"))
    if not 1900 <= first < 2100 or second != (first + 1) % 100:
        return None
    return dated(some_years(first, first + 1, f"{first}/{first + 1}"), anchors=False)


def half(parts: Parts, context: Context) -> Meaning | None:
    """The first half of a year or decade."""
    second = parts.has("past_half") or parts.ordinal("half") == 2
    whole = _whole_year(parts, context)
    if parts.has("decade"):
        meaning = decade(parts, context)
        return meaning and dated(part_of(meaning.stretch, "late" if second else "early"), meaning.value)
    if whole.first is None or whole.last is None or whole.first.year != whole.last.year:
        return dated(UNKNOWN)
    return dated(a_half(whole.first.year, 2 if second else 1))


def _whole_year(parts: Parts, context: Context) -> Stretch:
    if parts.has("year"):
        return a_year(parts.whole("year"))
    if parts.has("which"):
        return nearby(parts, context)
    return context.from_publication(lambda day: a_year(day.year))


def quarter(parts: Parts, context: Context) -> Meaning | None:
    """Q3 2019, the third quarter of last year, the first quarter."""
    number = parts.ordinal("quarter" if parts.has("quarter") else "quarter2")
    if not 1 <= number <= 4:
        return None
    if not any(parts.has(name) for name in ("year", "which", "year_word")):
        return dated(yearless(parts, context, lambda option: a_quarter(option, number), MONTH_COSTS))
    whole = _whole_year(parts, context)
    if whole.first is None or whole.last is None or whole.first.year != whole.last.year:
        return dated(UNKNOWN)
    return dated(a_quarter(whole.first.year, number))


def fiscal_year(parts: Parts, _context: Context) -> Meaning | None:
    """A fiscal year: its months differ from country to country, so it reaches half a year to either side."""
    number = parts.whole("year")
    return dated(Stretch(f"{number:04d}", date(number - 1, 7, 1), date(number + 1, 6, 30), Precision.YEAR))


def decade(parts: Parts, context: Context) -> Meaning | None:
    """The 1990s, the '60s; the 1800s are a century, the 2000s the ten years of speech."""
    figures = "".join(mark for mark in parts.written("decade") if mark.isdecimal())
    number = int(figures)
    if len(figures) == 2:
        if number < 20 or _class_before(parts, context, 0) not in ("the", "apos", "early", "late", "mid"):
            return None
        number += 1900
    if number < 1000:
        return None
    whole = a_century(number // 100 + 1) if number % 100 == 0 and number < 2000 else a_decade(number)
    return dated(_part(parts, whole), whole.value)


def decade_in_words(parts: Parts, _context: Context) -> Meaning | None:
    """The sixties."""
    whole = a_decade(1900 + parts.whole("words"))
    return dated(_part(parts, whole), whole.value)


def century(parts: Parts, _context: Context) -> Meaning | None:
    """The late 20th century; nothing before our era, which the calendar does not hold."""
    number = parts.ordinal("number" if parts.has("number") else "words")
    if number not in _TELLING_CENTURIES or parts.has("bc"):
        return None
    whole = a_century(number)
    return dated(_part(parts, whole), whole.value)


def season_year(parts: Parts, _context: Context) -> Meaning | None:
    """The summer of 2020; the winter of 2020 is either of the two that touch it, that of 1776-77 is one."""
    number, season = parts.whole("year"), parts.word("season")
    whole = a_season(number, season)
    if season == "WI" and not parts.has("two_years"):
        wide = union(a_season(number - 1, season), whole, Precision.MONTH)
        whole = Stretch(whole.value, wide.first, wide.last, Precision.MONTH)
    return dated(_part(parts, whole), whole.value)


def season_which(parts: Parts, context: Context) -> Meaning | None:
    """Last spring, this summer, that winter, the following autumn."""
    season = parts.word("season")
    if parts.has("which"):
        step = parts.whole("which")
        whole = context.from_publication(lambda day: _season_beside(day, season, step))
    else:
        step = told_step(parts)
        whole = context.from_story(lambda day: _season_beside(day, season, step, step), Precision.MONTH)
    return dated(_part(parts, whole), whole.value if whole.first else f"XXXX-{season}")


def _season_beside(day: date, season: str, step: int, year_step: int = 0) -> Stretch:
    if step == 0:
        return a_season(day.year, season)
    options = [a_season(day.year + offset, season) for offset in (-2, -1, 0, 1, 2)]
    if year_step or step > 0:
        options = [option for option in options if option.first and (option.first > day) == (step > 0)]
    else:
        options = [option for option in options if option.last and option.last < day]
    return min(options, key=lambda option: abs((option.first or day) - day), default=season_around(day, season))


def season(parts: Parts, context: Context) -> Meaning | None:
    """In the spring."""
    name = parts.word("season")
    whole = yearless(parts, context, lambda option: a_season(option, name), MONTH_COSTS)
    return dated(_part(parts, whole), whole.value if whole.first else f"XXXX-{name}")


def named(parts: Parts, context: Context) -> Meaning | None:
    """A day or era called by name."""
    row = names.named_times()[parts.word("named")]
    if row.needs_cue and not any(_class_before(parts, context, back) in _CUES for back in (1, 2, 3)):
        return None
    stretch = _named_stretch(row, parts, context)
    return dated(stretch, anchors=not row.needs_cue) if stretch else None


def _named_stretch(row: names.NamedTime, parts: Parts, context: Context) -> Stretch | None:
    if row.way == "from":
        return names.in_year(row, 2000)[0]
    if parts.has("year"):
        return _covering(names.in_year(row, parts.whole("year")))
    if parts.has("which"):
        return context.from_publication(lambda day: _named_beside(row, day, parts.whole("which")))
    return yearless(parts, context, lambda option: names.in_year(row, option))


def _covering(occurrences: Sequence[Stretch]) -> Stretch | None:
    """One occurrence, or the stretch over both feasts of a year that has two."""
    if not occurrences:
        return None
    return union(occurrences[0], occurrences[-1], occurrences[0].precision)


def _named_beside(row: names.NamedTime, day: date, step: int) -> Stretch:
    edge = day + timedelta(days=180 * step)
    return nearest(lambda option: names.in_year(row, option), edge if step else day)


def hijri(parts: Parts, _context: Context) -> Meaning | None:
    """An Islamic year, month or day, as the Gregorian range in which it surely lies."""
    number = parts.whole("hyear")
    if number not in _HIJRI_YEARS:
        return None
    if not (parts.has("hmonth") or parts.has("named")):
        first, last = hijri_year_range(number)
        return Meaning(f"{number} AH", TimeKind.DATE, Stretch("", first, last, Precision.YEAR), anchors=True)
    lunar = parts.whole("hmonth") or _lunar_month(parts)
    if not 1 <= lunar <= 12 or (parts.has("day") and parts.ordinal("day") > 30):
        return None
    day = parts.ordinal("day") if parts.has("day") else None
    first, last = hijri_range(number, lunar, day, day) if day else hijri_range(number, lunar)
    value = f"{number}-{lunar:02d}-{day:02d} AH" if day else f"{number}-{lunar:02d} AH"
    return Meaning(value, TimeKind.DATE, Stretch(value, first, last, Precision.MONTH), anchors=True)


def _lunar_month(parts: Parts) -> int:
    row = names.named_times()[parts.word("named")]
    return int(row.figures[0]) if row.way == "hijri" and row.figures[1:] == ("1", "30") else 0
