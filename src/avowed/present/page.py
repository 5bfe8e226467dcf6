"""The answer for two actors as one HTML page that needs nothing else: no script, no address, every number opens."""

from collections.abc import Sequence
from datetime import date
from importlib.resources import files

from avowed.model.findings import Entry, Pair, Tally, Tie
from avowed.model.vocabulary import Voice
from avowed.present import pictures, words
from avowed.present.markup import Markup, element, link
from avowed.present.relation import ABOVE, closeness_words, gap_words, path_words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_SAID = (Voice.STATED,)
_SHOWN = (Voice.OBSERVED, Voice.ASSESSED)


def page(pair: Pair, entries: Sequence[Entry], made_on: date) -> str:
    """The whole page; `made_on` is printed, as the page does not change when the case does."""
    one, other = pair.names[pair.left], pair.names[pair.right]
    body = element(
        "main",
        element("h1", f"{one} and {other}"),
        element("p", words.LEADS, class_="leads"),
        _columns(pair),
        element("p", gap_words(pair.gap), class_="gap"),
        _turns(pair),
        _section("Lines over time", pictures.timeline(pair), _legend()),
        _section("Who stands between", pictures.network(pair), _paths(pair)),
        _section("By dimension", _table(pair)),
        _section("What is missing", element("ul", [element("li", item) for item in pair.missing])),
        _lines(pair),
        _section(ABOVE, element("div", [_line(tie, pair) for tie in pair.above])) if pair.above else None,
        _own_words(pair),
        _events(entries),
        element("footer", f"Made by Avowed on {words.interval_day(made_on)} from the reports in one case."),
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{one} and {other}: what is said, what is shown"),
        Markup(f"<style>{_style()}</style>"),
    )
    return f"<!doctype html>\n{element('html', head, element('body', body), lang='en').text}\n"


def _style() -> str:
    return files("avowed").joinpath("data", "page", "page.css").read_text(encoding="utf-8")


def _section(title: str, *content: Markup | None) -> Markup | None:
    held = [part for part in content if part is not None]
    return element("section", element("h2", title), held) if held else None


def _columns(pair: Pair) -> Markup:
    return element(
        "div",
        _column("What the two say", pair, _SAID),
        _column("What is shown and judged", pair, _SHOWN),
        class_="columns",
    )


def _column(title: str, pair: Pair, voices: Sequence[Voice]) -> Markup:
    rows = [
        element("p", element("b", f"{voice}: "), closeness_words(pair.closeness[voice], pair.voices.get(voice)))
        for voice in voices
    ]
    ties = sorted(
        (tie for tie in pair.ties if tie.voice in voices), key=lambda t: (-pair.weights[t.line.key], t.line.key)
    )
    quotes = [_short(tie, pair) for tie in ties[:5]]
    return element("div", element("h2", title), rows, quotes or [element("p", "No line.")], class_="column")


def _short(tie: Tie, pair: Pair) -> Markup:
    quote = " ".join(tie.line.quote.split())
    return element(
        "blockquote",
        element("p", f"“{quote}”"),
        element(
            "cite",
            element("a", words.proposition(tie, pair.names), href=f"#line-{tie.line.key}"),
            f" — {words.speakers(tie.line)}; {words.published(tie.line)}",
        ),
        class_=_classes(tie),
    )


def _classes(tie: Tie) -> str:
    sign = {1: "plus", -1: "minus"}.get(tie.effective_sign, "none")
    hedged = tie.line.factuality != "certain" or tie.line.mode != "actual" or tie.line.negated
    return f"{sign} hedged" if hedged else sign


def _turns(pair: Pair) -> Markup | None:
    if not pair.turns:
        return None
    rows = [
        element(
            "li",
            f"From {'hostile to cooperative' if turn.after > 0 else 'cooperative to hostile'} between "
            f"{words.interval_day(turn.earliest)} and {words.interval_day(turn.latest)} ",
            [element("a", "line ", href=f"#line-{key}") for key in turn.lines],
        )
        for turn in pair.turns
    ]
    return element("section", element("h2", "Turns"), element("ul", rows))


def _legend() -> Markup:
    return element(
        "p", "+ cooperation, − hostility, · neither or denied; hatched: hedged, planned or supposed; faded: open end."
    )


def _paths(pair: Pair) -> Markup | None:
    if not pair.paths:
        return None
    return element("ul", [element("li", path_words(path, pair.names)) for path in pair.paths])


def _table(pair: Pair) -> Markup:
    head = element("tr", [element("th", label) for label in ("", *Voice)])
    rows = [
        element("tr", element("th", words.plain(dimension)), [_cell(tallies.get(voice)) for voice in Voice])
        for dimension, tallies in pair.dimensions.items()
    ]
    years = [
        element("tr", element("th", str(year)), [_cell(tallies.get(voice)) for voice in Voice])
        for year, tallies in pair.years.items()
    ]
    return element("table", element("caption", "Lines + and −"), element("thead", head), element("tbody", rows, years))


def _cell(tally: Tally | None) -> Markup:
    if tally is None:
        return element("td", "·")
    marks = [element("a", "+", href=f"#line-{key}", class_="plus") for key in tally.cooperative]
    marks += [element("a", "−", href=f"#line-{key}", class_="minus") for key in tally.hostile]
    marks += [element("a", "·", href=f"#line-{key}", class_="none") for key in (*tally.denied, *tally.neutral)]
    return element("td", marks)


def _lines(pair: Pair) -> Markup:
    blocks = [
        element(
            "section",
            element("h3", f"{voice}: {sum(tie.voice is voice for tie in pair.ties)} lines"),
            [_line(tie, pair) for tie in pair.ties if tie.voice is voice],
        )
        for voice in Voice
    ]
    return element("section", element("h2", "Every line with its words"), blocks, class_="lines")


def _line(tie: Tie, pair: Pair) -> Markup:
    line = tie.line
    hedge = f" Hedged: {words.hedges(line)}." if line.hedges else ""
    decided = f" {line.decision.capitalize()}ed by a person." if line.decision else " Not reviewed."
    return element(
        "article",
        element("h4", f"{words.signed(tie.sign)} {words.proposition(tie, pair.names)} ({words.plain(tie.dimension)})"),
        element("blockquote", f"“{' '.join(line.quote.split())}”"),
        element(
            "p",
            f"Says {words.speakers(line)}. {words.sureness(line).capitalize()}.{hedge} {words.interval(line.valid)}.",
            f"{decided} Weight {pair.weights.get(line.key, 0.0):.2f}, score of the reading {line.score:.2f}.",
        ),
        element(
            "p",
            link(line.source.location, line.source.title or line.source.location),
            f" — {words.published(line)}; characters {line.start} to {line.end}; line {line.key}",
            class_="source",
        ),
        id=f"line-{line.key}",
        class_=_classes(tie),
    )


def _own_words(pair: Pair) -> Markup | None:
    if not pair.own_words:
        return None
    rows = [
        element(
            "article",
            element("h4", f"{pair.names.get(said.speaker, said.speaker)}: {said.words}"),
            element("blockquote", f"“{' '.join(said.line.quote.split())}”"),
            element("p", f"Says {words.speakers(said.line)}. {words.published(said.line)}; line {said.line.key}"),
        )
        for said in pair.own_words
    ]
    return element("section", element("h2", "Their own words that tell no tie (not counted)"), rows)


def _events(entries: Sequence[Entry]) -> Markup | None:
    shown = [entry for entry in entries if entry.kind == "incident"]
    if not shown:
        return None
    rows = [
        element(
            "li",
            element("b", f"{words.interval(entry.when)}: "),
            entry.words,
            [element("blockquote", f"“{' '.join(line.quote.split())}”") for line in entry.lines[:1]],
        )
        for entry in shown
    ]
    return element("section", element("h2", "Incidents in which either is named"), element("ol", rows))
