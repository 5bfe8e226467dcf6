"""What today, weekdays and their like mean: days counted from the publication, or weekdays from the story."""

from datetime import date, timedelta

from avowed.annotate.times.absolute import dated, told_step
from avowed.annotate.times.context import FUTURE, PAST, Context, Meaning
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.stretch import UNKNOWN, Stretch, a_day
from avowed.model.vocabulary import Precision, TimeKind


def timed(stretch: Stretch, daypart: str) -> Meaning:
    """A day, or a part of it, which TIMEX3 calls a time."""
    if not daypart or not stretch.first:
        return dated(stretch)
    return Meaning(f"{stretch.value[:10]}T{daypart}", TimeKind.TIME, stretch, anchors=True)


def deictic(parts: Parts, context: Context) -> Meaning:
    """Today, yesterday, tomorrow, tonight, perhaps with a part of the day."""
    step, name = parts.whole("deictic"), parts.classes("deictic")[0]
    if context.telling and name == "today" and not parts.has("daypart"):
        return now(parts, context)
    stretch = context.from_publication(lambda day: a_day(day + timedelta(days=step)))
    part = "NI" if name == "tonight" else parts.word("daypart")
    return timed(stretch, part)


def deictic_part(parts: Parts, context: Context) -> Meaning:
    """Last night, this morning."""
    step = parts.whole("morning")
    stretch = context.from_publication(lambda day: a_day(day + timedelta(days=step)))
    return timed(stretch, parts.word("daypart"))


def beyond_today(parts: Parts, context: Context) -> Meaning:
    """The day before yesterday, the day after tomorrow."""
    step = parts.whole("deictic") + parts.whole("before_after")
    return dated(context.from_publication(lambda day: a_day(day + timedelta(days=step))))


def overnight(_parts: Parts, context: Context) -> Meaning:
    """The night that ended on the day of publication: it may lie in either day."""
    stretch = context.from_publication(
        lambda day: Stretch(f"{day - timedelta(days=1)}TNI", day - timedelta(days=1), day, Precision.DAY)
    )
    return Meaning(stretch.value, TimeKind.TIME, stretch, anchors=True)


def weekday(parts: Parts, context: Context) -> Meaning:
    """A weekday: the nearest one that the tense allows, or the next one of the story."""
    number = parts.whole("weekday")
    fine_story = context.story is not None and context.story.precision in (Precision.DAY, Precision.MONTH)
    if parts.has("told") or (context.telling and not parts.has("which") and fine_story):
        step = told_step(parts) if parts.has("told") else 0
        stretch = context.from_story(lambda day: _weekday_after(day, number, step))
    elif parts.has("which"):
        step = parts.whole("which") or (tense_of(parts, context) == PAST and -1) or 0
        stretch = context.from_publication(lambda day: _weekday_beside(day, number, step))
    else:
        ahead = tense_of(parts, context) == FUTURE
        stretch = context.from_publication(lambda day: _weekday_near(day, number, ahead))
    unknown = UNKNOWN if stretch.first else Stretch(f"XXXX-WXX-{number + 1}", None, None, Precision.UNKNOWN)
    return timed(stretch if stretch.first else unknown, parts.word("daypart"))


def tense_of(parts: Parts, context: Context) -> int | None:
    """PAST, FUTURE or None, as the sentence around an expression shows."""
    return context.tense(parts.match.first, parts.match.end)


def _weekday_near(day: date, number: int, ahead: bool) -> Stretch:
    """The weekday on or before a day, or after it when it lies ahead."""
    if ahead:
        return a_day(day + timedelta(days=(number - day.weekday() - 1) % 7 + 1))
    return a_day(day - timedelta(days=(day.weekday() - number) % 7))


def _weekday_beside(day: date, number: int, step: int) -> Stretch:
    """Strictly before, strictly after, or (step 0) on or after a day."""
    if step < 0:
        return a_day(day - timedelta(days=(day.weekday() - number - 1) % 7 + 1))
    return a_day(day + timedelta(days=(number - day.weekday() - step) % 7 + step))


def _weekday_after(day: date, number: int, step: int) -> Stretch:
    return _weekday_beside(day, number, step)


def weekday_of_a_week(parts: Parts, context: Context) -> Meaning:
    """Tuesday of last week."""
    number = parts.whole("weekday") if parts.has("weekday") else parts.whole("weekday2")

    def reading(day: date) -> Stretch:
        step = parts.whole("which") if parts.has("which") else told_step(parts)
        return a_day(day + timedelta(days=7 * step + number - day.weekday()))

    by_story = parts.has("told")
    return dated(context.from_story(reading) if by_story else context.from_publication(reading))


def now(_parts: Parts, _context: Context) -> Meaning:
    """The present, which is no day."""
    return Meaning("PRESENT_REF", TimeKind.DATE, Stretch("PRESENT_REF", None, None, Precision.UNKNOWN))


def recently(_parts: Parts, _context: Context) -> Meaning:
    """The recent past, of which nobody says how long."""
    return unknown_past()


def future_word(_parts: Parts, _context: Context) -> Meaning:
    """The near future, of which nobody says how near."""
    return Meaning("FUTURE_REF", TimeKind.DATE, Stretch("FUTURE_REF", None, None, Precision.UNKNOWN))


def unknown_past() -> Meaning:
    """A past of which nobody says how long ago it was."""
    return Meaning("PAST_REF", TimeKind.DATE, Stretch("PAST_REF", None, None, Precision.UNKNOWN))


def present_end(_parts: Parts, context: Context) -> Meaning:
    """From 2013 to the present: the publication."""
    return Meaning("PRESENT_REF", TimeKind.DATE, context.from_publication(a_day))
