"""Pictures of a pair as SVG: its lines over time with their uncertainty, and who stands between the two."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from avowed.model.findings import Pair, Path, Tally, Tie
from avowed.model.vocabulary import Voice
from avowed.present import words
from avowed.present.markup import Markup, element

WIDTH = 900
_LEFT = 150
_ROW = 16
_MIDDLE = 90
_SIGN_CLASS = {1: "plus", -1: "minus", 0: "none"}
_MARK = {1: "+", -1: "−", 0: "·"}


def timeline(pair: Pair) -> Markup | None:
    """A bar for each dated line, in a band for each voice, as long as its date is uncertain; None without dates."""
    dated = [tie for tie in pair.ties if tie.when.first or tie.when.last]
    if not dated:
        return None
    scale = _Scale.over(dated)
    rows: list[Markup] = []
    height = 30
    for voice in Voice:
        ties = sorted((tie for tie in dated if tie.voice is voice), key=lambda tie: (_start(tie), tie.line.key))
        rows.append(element("text", str(voice), x=8, y=height + 12, class_="band"))
        for tie in ties:
            rows.append(_bar(tie, scale, height, pair.names))
            height += _ROW
        height += _ROW if not ties else 8
    axis = scale.axis(height)
    title = f"Dated lines on {pair.names[pair.left]} and {pair.names[pair.right]}"
    return svg(title, height + 30, [*axis, *rows])


def by_year(pair: Pair) -> Markup | None:
    """Weight of cooperation above and of hostility below a line, year by year; what the two say is outlined, not filled."""
    if not pair.years:
        return None
    top = max(max(_weights(tallies, sign)) for tallies in pair.years.values() for sign in (1, -1)) or 1.0
    first, last = min(pair.years), max(pair.years)
    step = min(60.0, (WIDTH - _LEFT - 20) / (last - first + 1))
    bars = [
        bar
        for year, tallies in pair.years.items()
        for sign in (1, -1)
        for bar in _year(_weights(tallies, sign), sign, _LEFT + (year - first) * step, step, top, year)
    ]
    ticks = [
        element("text", str(year), x=round(_LEFT + (year - first) * step, 1), y=_MIDDLE * 2 + 14, class_="tick")
        for year in range(first, last + 1, max(1, (last - first) // 12))
    ]
    axis = element("line", x1=_LEFT, x2=WIDTH - 20, y1=_MIDDLE, y2=_MIDDLE, class_="grid")
    names = [
        element("text", "cooperation", x=8, y=_MIDDLE - 8, class_="band"),
        element("text", "hostility", x=8, y=_MIDDLE + 18, class_="band"),
    ]
    title = (
        f"Cooperation and hostility by year, {pair.names[pair.left]} and {pair.names[pair.right]}: shown (filled), said"
    )
    return svg(title, _MIDDLE * 2 + 24, [axis, *names, *bars, *ticks])


def _weights(tallies: Mapping[Voice, Tally], sign: int) -> tuple[float, float]:
    """A year's weight of one sign: shown, and stated by the two."""
    weight = {voice: tally.sympathy if sign > 0 else tally.hostility for voice, tally in tallies.items()}
    stated = weight.pop(Voice.STATED, 0.0)
    return sum(weight.values()), stated


def _year(weights: tuple[float, float], sign: int, x: float, step: float, top: float, year: int) -> list[Markup]:
    bars = []
    for number, (weight, what) in enumerate(zip(weights, ("shown", "said"), strict=True)):
        if not weight:
            continue
        height = (_MIDDLE - 12) * weight / top
        bars.append(
            element(
                "g",
                element("title", f"{year}, {what}: {'cooperation' if sign > 0 else 'hostility'} {weight:.2f}"),
                element(
                    "rect",
                    x=round(x + number * step * 0.45, 1),
                    y=round(_MIDDLE - height if sign > 0 else _MIDDLE, 1),
                    width=round(max(3.0, step * 0.4), 1),
                    height=round(height, 1),
                    class_=f"year {_SIGN_CLASS[sign]} {what}",
                ),
            )
        )
    return bars


def network(pair: Pair, most: int = 10) -> Markup | None:
    """The pair at the two ends and those in between in the middle, with cooperative and hostile lines apart."""
    between = _between(pair.paths, most)
    if not between and not pair.ties:
        return None
    height = max(160, 60 + 44 * len(between))
    ends = {pair.left: (130, height / 2), pair.right: (WIDTH - 130, height / 2)}
    places = ends | {key: (WIDTH / 2, 50 + 44 * number) for number, key in enumerate(between)}
    edges = [edge for path in pair.paths for edge in _edges(path, places)]
    edges += _direct(pair, places)
    nodes = [_node(pair.names.get(key, key), place, end=key in ends) for key, place in places.items()]
    title = f"Who stands between {pair.names[pair.left]} and {pair.names[pair.right]}; lines + and − on each tie"
    return svg(title, height, [*_once(edges), *nodes])


class _Scale:
    """Days to pixels between the first and the last year that any line names."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.days = (date(last, 12, 31) - date(first, 1, 1)).days

    @classmethod
    def over(cls, ties: Sequence[Tie]) -> "_Scale":
        years = [day.year for tie in ties for day in (tie.when.first, tie.when.last) if day]
        return cls(min(years), max(years))

    def x(self, day: date) -> float:
        return _LEFT + (WIDTH - _LEFT - 20) * (day - date(self.first, 1, 1)).days / max(1, self.days)

    def axis(self, height: int) -> list[Markup]:
        step = max(1, (self.last - self.first) // 12)
        marks: list[Markup] = []
        for year in range(self.first, self.last + 1, step):
            x = round(self.x(date(year, 1, 1)), 1)
            marks.append(element("line", x1=x, x2=x, y1=24, y2=height, class_="grid"))
            marks.append(element("text", str(year), x=x, y=16, class_="tick"))
        return marks


def _bar(tie: Tie, scale: _Scale, y: int, names: Mapping[str, str]) -> Markup:
    first = tie.when.first or date(scale.first, 1, 1)
    last = tie.when.last or date(scale.last, 12, 31)
    start, end = scale.x(first), scale.x(last)
    faded = " open" if tie.when.first is None or tie.when.last is None else ""
    told = " hedged" if tie.line.factuality != "certain" or tie.line.mode != "actual" else ""
    label = f"{words.proposition(tie, names)} ({words.plain(tie.dimension)}); {words.interval(tie.when)}"
    return element(
        "a",
        element("title", label),
        element(
            "rect",
            x=round(start, 1),
            y=y + 3,
            width=round(max(5.0, end - start), 1),
            height=_ROW - 5,
            rx=2,
            class_=f"bar {_SIGN_CLASS[tie.effective_sign]}{told}{faded}",
        ),
        element("text", _MARK[tie.effective_sign], x=round(start, 1) + 2, y=y + 13, class_="mark"),
        element("text", words.plain(tie.dimension), x=_LEFT - 8, y=y + 13, class_="label"),
        href=f"#line-{tie.line.key}",
    )


def _start(tie: Tie) -> date:
    return tie.when.first or tie.when.last or date.max


def _between(paths: Iterable[Path], most: int) -> list[str]:
    return list(dict.fromkeys(key for path in paths for key in path.through))[:most]


def _edges(path: Path, places: Mapping[str, tuple[float, float]]) -> list[Markup]:
    if any(step.start not in places or step.end not in places for step in path.steps):
        return []
    return [_edge(places[s.start], places[s.end], int(s.sympathy), int(s.hostility)) for s in path.steps]


def _direct(pair: Pair, places: Mapping[str, tuple[float, float]]) -> list[Markup]:
    plus = sum(tie.effective_sign > 0 for tie in pair.ties)
    minus = sum(tie.effective_sign < 0 for tie in pair.ties)
    return [_edge(places[pair.left], places[pair.right], plus, minus)] if plus or minus else []


def _edge(start: tuple[float, float], end: tuple[float, float], plus: int, minus: int) -> Markup:
    """Two strokes side by side, so that neither sign hides the other."""
    strokes = [
        element("line", x1=start[0], y1=start[1] + off, x2=end[0], y2=end[1] + off, class_=f"tie {sign}")
        for sign, count, off in (("plus", plus, -2), ("minus", minus, 2))
        if count
    ]
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return element("g", strokes, element("text", f"{plus}+ {minus}−", x=x, y=y - 6, class_="count"))


def _node(name: str, place: tuple[float, float], *, end: bool) -> Markup:
    shown = name if len(name) <= 34 else f"{name[:32]}…"
    width = 12 + 7 * len(shown)
    x, y = place
    box = element("rect", x=x - width / 2, y=y - 13, width=width, height=26, rx=6, class_="node end" if end else "node")
    return element("g", element("title", name), box, element("text", shown, x=x, y=y + 5, class_="name"))


def _once(edges: Iterable[Markup]) -> list[Markup]:
    return list(dict.fromkeys(edges))


def svg(title: str, height: float, content: Iterable[Markup]) -> Markup:
    """A drawing of the common width with its title."""
    return element(
        "svg",
        element("title", title),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {round(height)}",
        role="img",
        aria_label=title,
    )
