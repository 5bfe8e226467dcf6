"""The answer for two actors as one HTML page that needs nothing else: no script, no address, every number opens."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest

from avowed.model.findings import Entry, Line, Pair, Phase, Said, Tally, Tie
from avowed.model.vocabulary import Dimension, Voice
from avowed.model.world import Incident
from avowed.present import pictures, words
from avowed.present.map import places
from avowed.present.markup import Markup, element
from avowed.present.pages.parts import bullets, card, classes, document, finding, incidents, section, tie_card
from avowed.present.relation import (
    ABOVE,
    BESIDE,
    INCIDENTS,
    OWN_WORDS,
    beside_words,
    closeness_words,
    denial_words,
    gap_words,
    number_words,
    parts_words,
    path_words,
    phase_words,
    signs,
    together_words,
    turn_words,
)

_SAID = (Voice.STATED,)
_SHOWN = (Voice.OBSERVED, Voice.ASSESSED)
_FOREMOST = 6


def page(pair: Pair, entries: Sequence[Entry], made_on: date, happened: Sequence[Incident] = ()) -> str:
    """The whole page; `made_on` is printed, as the page does not change when the case does; `happened` are on the map."""
    one, other = pair.names[pair.left], pair.names[pair.right]
    return document(
        f"{one} and {other}: what is said, what is shown",
        made_on,
        element("h1", f"{one} and {other}"),
        element("p", words.LEADS, class_="leads"),
        _columns(pair),
        element("p", told) if (told := parts_words(pair)) else None,
        _gap(pair),
        section("Findings, each with what speaks against it", *_findings(pair)),
        _over_time(pair),
        section("Who stands between", pictures.network(pair), bullets(path_words(p, pair.names) for p in pair.paths)),
        section("By dimension and year", _table(pair)),
        section("What is missing", bullets(pair.missing)),
        _lines(pair),
        incidents(INCIDENTS, pair.incidents, quotes=1),
        section("Where incidents lie in which either has a part", places(happened)),
        section(ABOVE, *(tie_card(tie, pair.names) for tie in pair.above)),
        section(OWN_WORDS, *(_said(one, pair) for one in pair.own_words)),
        section(BESIDE, *(_said(one, pair) for one in pair.beside)),
        incidents("Incidents in which either is named", entries, quotes=1),
    )


def _said(one: Said, pair: Pair) -> Markup:
    whom = ", ".join(pair.names.get(key, key) for key in one.about)
    return card(one.line, f"{pair.names.get(one.speaker, one.speaker)} on {whom}: {one.words}")


def _columns(pair: Pair) -> Markup:
    return element(
        "div",
        _column("What the two say", pair, _SAID),
        _column("What is shown and judged", pair, _SHOWN),
        class_="columns",
    )


def _column(title: str, pair: Pair, voices: Sequence[Voice]) -> Markup:
    rows = [
        element(
            "p",
            element("b", f"{voice}: "),
            closeness_words(pair.closeness[voice], pair.voices.get(voice)),
            beside_words(pair, voice),
        )
        for voice in voices
    ]
    if voices == _SHOWN and pair.shown:
        rows.append(element("p", element("b", "both together: "), number_words(pair.shown)))
    quotes = [_short(tie, pair) for tie in _foremost([tie for tie in pair.ties if tie.voice in voices], pair)]
    return element("div", element("h2", title), rows, quotes or [element("p", "No line.")], class_="column")


def _foremost(ties: Sequence[Tie], pair: Pair) -> list[Tie]:
    """The heaviest lines of either sign and of neither in turn, so that no side stands alone."""
    ranked = sorted(ties, key=lambda tie: (-pair.weights[tie.line.key], tie.line.key))
    sides = ([tie for tie in ranked if tie.effective_sign == sign] for sign in (1, -1, 0))
    return [tie for row in zip_longest(*sides) for tie in row if tie][:_FOREMOST]


def _short(tie: Tie, pair: Pair) -> Markup:
    quote = " ".join(tie.line.quote.split())
    hedge = f"; hedged: {words.hedges(tie.line)}" if tie.line.hedges else ""
    return element(
        "blockquote",
        element("p", f"“{quote}”"),
        element(
            "cite",
            element("a", words.proposition(tie, pair.names), href=f"#line-{tie.line.key}"),
            f" — {words.speakers(tie.line)}{hedge}; {words.published(tie.line)}",
        ),
        class_=classes(tie),
    )


def _gap(pair: Pair) -> Markup:
    """The gap in words, for both and for each party; what it becomes when something is left out opens below it."""
    parties = [element("p", f"{pair.names[party]} alone: {gap_words(gap)}") for party, gap in pair.gaps.items() if gap]
    if pair.gap is None:
        return element("div", element("p", gap_words(None), class_="gap"), parties)
    rows = [
        element(
            "tr",
            element("th", f"{words.plain(one.what)} {one.name}".strip()),
            element("td", "one side falls silent" if one.value is None else f"{one.value:+.2f}"),
        )
        for one in pair.gap.without
    ]
    table = element("table", element("caption", "The gap without ..."), element("tbody", rows))
    opened = element("details", element("summary", "What it hangs on, one by one"), table) if rows else None
    return element("div", element("p", gap_words(pair.gap), class_="gap"), parties, opened)


def _findings(pair: Pair) -> list[Markup]:
    """Sentences on dimensions, denials, periods and turns; each opens its lines, and beside them those against it."""
    lines = {tie.line.key: tie.line for tie in pair.ties} | dict(pair.lines)
    said = {tie.line.key: words.proposition(tie, pair.names) for tie in pair.ties}
    found = [_dimension(dimension, pair, said) for dimension in pair.dimensions]
    found += [
        finding(denial_words(one, pair), _at(one.shown, lines), _at(one.denied, lines), "Their denial", said)
        for one in pair.denials
        if one.shown
    ]
    found += [_period(phase, pair, lines, said) for phase in pair.phases]
    found += [finding(f"{turn_words(turn)}.", _at(turn.lines, lines), said=said) for turn in pair.turns]
    found += [
        finding(
            f"At one time both: {together_words(one, pair)}.",
            _at(one.cooperative, lines),
            _at(one.hostile, lines),
            "Hostility at that time",
            said,
        )
        for one in pair.together
    ]
    return found


def _dimension(dimension: Dimension, pair: Pair, said: Mapping[str, str]) -> Markup:
    ties = [tie for tie in pair.ties if tie.dimension is dimension]
    shows = [tie for tie in ties if tie.effective_sign > 0]
    against = [tie for tie in ties if tie.effective_sign < 0]
    rest = [tie.line for tie in ties if not tie.effective_sign]
    counts = signs(ties).removeprefix(str(len(ties)))
    sentence = f"{words.plain(dimension).capitalize()}: {words.lines(len(ties))}{counts}."
    if not shows:
        shows, against = against, shows
    return finding(sentence, [tie.line for tie in shows], [*(tie.line for tie in against), *rest], said=said)


def _period(phase: Phase, pair: Pair, lines: dict[str, Line], said: Mapping[str, str]) -> Markup:
    """A period's lines, those of the sign that it has on one side and all others on the other."""
    signs = {tie.line.key: tie.effective_sign for tie in pair.ties}
    agree = [key for key in phase.lines if not phase.sign or signs.get(key, 0) == phase.sign]
    others = _at([key for key in phase.lines if key not in agree], lines)
    return finding(phase_words(phase), _at(agree, lines), others, said=said)


def _at(keys: Sequence[str], lines: dict[str, Line]) -> list[Line]:
    return [lines[key] for key in keys if key in lines]


def _over_time(pair: Pair) -> Markup | None:
    drawn = [one for one in (pictures.timeline(pair), pictures.by_year(pair)) if one is not None]
    return section("Lines over time", *drawn, _legend()) if drawn else None


def _legend() -> Markup:
    return element(
        "p", "+ cooperation, − hostility, · neither or denied; hatched: hedged, planned or supposed; faded: open end."
    )


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
            [tie_card(tie, pair.names, pair.weights.get(tie.line.key, 0.0)) for tie in pair.ties if tie.voice is voice],
        )
        for voice in Voice
    ]
    return element("section", element("h2", "Every line with its words"), blocks, class_="lines")
