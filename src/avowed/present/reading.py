"""One reading as a table for people: each assertion with its words, speaker, certainty and time."""

import textwrap
from collections.abc import Mapping

from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    IncidentContent,
    Mention,
    Reading,
    StatementContent,
    TieContent,
    Toll,
    without_faint,
)
from avowed.model.vocabulary import Factuality, Mode
from avowed.present import words
from avowed.present.terminal import WIDTH


def reading_text(reading: Reading) -> str:
    """What was read in one document, in the order of its words."""
    reading = without_faint(reading)
    report = reading.report
    date = words.interval(report.published.when) if report.published else "date unknown"
    basis = f" ({report.published.basis})" if report.published else ""
    head = [
        report.title or report.source,
        f"{report.publisher or 'unknown publisher'}, {date}{basis}, {report.language}",
    ]
    if report.origin:
        head.append(f"origin: {report.origin.text}")
    if reading.skipped:
        return "\n".join([*head, reading.skipped])
    rows = [*head, ""]
    for assertion in sorted(reading.assertions, key=lambda one: (one.quote.start, one.id)):
        rows += _assertion(assertion, reading)
    counted = f"{len(reading.assertions)} assertions, {len(reading.actors)} actors, {len(reading.mentions)} mentions"
    return "\n".join([*rows, counted, "", *textwrap.wrap(words.LEADS, WIDTH)])


def _assertion(assertion: Assertion, reading: Reading) -> list[str]:
    mentions = {mention.id: mention for mention in reading.mentions}
    quote = " ".join(assertion.quote.of(reading.report.text).split())
    chain = " > ".join(words.speaking(speaker) for speaker in assertion.attribution) or "the report itself"
    hedges = ", ".join(f"“{hedge.of(reading.report.text)}”" for hedge in assertion.hedges)
    told = (
        f"{assertion.voice}; says {chain}{f'; hedged: {hedges}' if hedges else ''}; {words.interval(assertion.valid)}"
    )
    return [
        f"{_qualifier(assertion)}{_content(assertion, mentions, reading)}",
        *textwrap.wrap(f"“{quote}”", WIDTH, initial_indent="    ", subsequent_indent="    "),
        *textwrap.wrap(
            f"{told}; score {assertion.score:.2f}", WIDTH, initial_indent="    ", subsequent_indent="      "
        ),
        *_against(assertion, reading),
        "",
    ]


def _against(assertion: Assertion, reading: Reading) -> list[str]:
    """What the report itself says against what it lets somebody say."""
    other = {one.id: one for one in reading.assertions}
    spoken = (other[told] for said, told in reading.contradictions if said == assertion.id and told in other)
    quotes = dict.fromkeys(" ".join(one.quote.of(reading.report.text).split()) for one in spoken)
    lines = (f"but the report itself says: “{quote}”" for quote in quotes)
    return [
        row for line in lines for row in textwrap.wrap(line, WIDTH, initial_indent="    ", subsequent_indent="      ")
    ]


def _qualifier(assertion: Assertion) -> str:
    marks = ["denied"] if assertion.negated else []
    marks += [str(assertion.mode)] if assertion.mode is not Mode.ACTUAL else []
    marks += [str(assertion.factuality)] if assertion.factuality is not Factuality.CERTAIN else []
    return f"[{', '.join(marks)}] " if marks else ""


def _content(assertion: Assertion, mentions: Mapping[str, Mention], reading: Reading) -> str:
    content = assertion.content
    names = {actor.id: actor.name for actor in reading.actors}

    def named(mention: str | None) -> str:
        found = mentions.get(mention or "")
        return "?" if found is None else names.get(found.actor or "", found.span.of(reading.report.text))

    match content:
        case TieContent():
            role = f", {content.role}" if content.role else ""
            sign, dimension = words.signed(content.sign), words.plain(content.dimension)
            return f"[{sign}] {named(content.subject)} -> {named(content.object)}: {dimension}{role}"
        case IncidentContent():
            parts = "; ".join(
                f"{words.plain(p.role)} ({words.plain(p.basis)}): {named(p.mention)}" for p in content.participants
            )
            tolls = "; ".join(_toll(toll, reading.report.text) for toll in content.tolls)
            where = ", ".join(place.name for place in reading.places if place.id == content.place)
            head = f"incident: {words.plain(content.type)}{f', {where}' if where else ''}"
            return " | ".join(part for part in (head, parts, tolls) if part)
        case AttributeContent():
            value = content.value.of(reading.report.text)
            return f"{words.plain(content.attribute)} of {named(content.subject)}: {value}"
        case opinion:
            subject = () if isinstance(opinion, StatementContent) or not opinion.subject else (opinion.subject,)
            about = ", ".join(dict.fromkeys(named(mention) for mention in (*subject, *opinion.about)))
            return f"{assertion.kind}{f' on {about}' if about else ''}"


def _toll(toll: Toll, text: str) -> str:
    """`25 killed`, `24 to 99 killed (“dozens of people”)`, `20 or more killed (“at least 20 people”)`."""
    said = "" if toll.low == toll.high else f" (“{' '.join(toll.span.of(text).split())}”)"
    return f"{words.count(toll.low, toll.high)} {toll.kind}{said}"
