"""Where mentions begin and end, by what rules and model say together; the rules' own spans stay what their links rest on."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from avowed.annotate.encoder import Ends
from avowed.annotate.page import Page
from avowed.annotate.settled import Settled
from avowed.annotate.weights import load_weights, logit
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import MentionType

TABLE = "mentions"
UNSEEN = 0.005  # below what the model is asked for
ARTICLES = frozenset({"the", "a", "an"})
LONGEST, MOST_WORDS = 400, 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text as a mention of one type, with what speaks for it."""

    ends: Ends
    type: MentionType
    reasons: Mapping[str, float]


def settle(page: Page) -> Settled:
    """What to show of a page's mentions; nothing changes where no model has read it."""
    if not page.windows:
        return Settled()
    found = _decided(candidates(page, load_weights(TABLE).settings["asked"]))
    moved = dict(_moved(page.mentions, found))
    at = {(one.span.start, one.span.end): one for one in page.mentions}
    shown = {
        one.id: replace(one, span=Span(*ends), type=found[ends], head=_head(one, ends)) for one, ends in moved.items()
    }
    new = [ends for ends in sorted(found) if ends not in at and ends not in set(moved.values())]
    first = 1 + max((int(one.id[1:]) for one in page.mentions), default=0)
    added = [
        Mention(f"m{number}", Span(*ends), found[ends], Span(*ends)) for number, ends in enumerate(new, start=first)
    ]
    return Settled(shown, frozenset(one.id for one in page.mentions if one.id not in shown), tuple(added))


def _head(mention: Mention, ends: Ends) -> Span:
    """The mention's head where it still lies within, else the whole."""
    whole = Span(*ends)
    return mention.head if whole.covers(mention.head) else whole


def _moved(mentions: Iterable[Mention], found: Mapping[Ends, MentionType]) -> Iterator[tuple[Mention, Ends]]:
    """Each mention with the decided span that it stands at or shares most with; no span is given twice."""
    exact = {(one.span.start, one.span.end) for one in mentions} & set(found)
    free = sorted(set(found) - exact)
    taken: set[Ends] = set()
    for one in mentions:
        ends = (one.span.start, one.span.end)
        best = ends if ends in exact else _nearest(ends, free, taken)
        if best is not None and best not in taken:
            taken.add(best)
            yield one, best


def _nearest(ends: Ends, free: Sequence[Ends], taken: set[Ends]) -> Ends | None:
    place = bisect_left(free, (ends[0] - LONGEST, 0))
    near = []
    for index in range(place, len(free)):
        other = free[index]
        if other[0] >= ends[1]:
            break
        shared = min(ends[1], other[1]) - max(ends[0], other[0])
        if shared > 0 and other not in taken:
            near.append((shared / (max(ends[1], other[1]) - min(ends[0], other[0])), other))
    return max(near)[1] if near else None


def _decided(given: Iterable[Candidate]) -> dict[Ends, MentionType]:
    """The likeliest candidates that do not cross; one within another only where it is very likely."""
    weights = load_weights(TABLE)
    default, nested = weights.settings["default"], weights.settings["nested"]
    scored = [(weights.score(one.reasons), one) for one in given]
    likely = sorted(
        ((score, one) for score, one in scored if score >= default), key=lambda row: (-row[0], row[1].ends, row[1].type)
    )
    kept: dict[Ends, MentionType] = {}
    near: dict[int, list[Ends]] = {}
    for score, one in likely:
        strip = one.ends[0] // LONGEST
        beside = (other for place in (strip - 1, strip, strip + 1) for other in near.get(place, ()))
        if all(_together(one.ends, other, score >= nested) for other in beside):
            kept[one.ends] = one.type
            near.setdefault(strip, []).append(one.ends)
    return kept


def _together(one: Ends, other: Ends, sure: bool) -> bool:
    if one[1] <= other[0] or other[1] <= one[0]:
        return True
    inside = (one[0] >= other[0] and one[1] <= other[1]) or (one[0] <= other[0] and one[1] >= other[1])
    return sure and inside and one != other


def candidates(page: Page, asked: float = 0.0) -> Iterator[Candidate]:
    """Every mention of the rules and every likely span of the model, once for each type that either gives it.

    What the model alone gives, with a chance below `asked` of being any mention, is passed over.
    """
    least = load_weights(TABLE).settings["floor"]
    labels = page.windows[0].card.labels("mention")
    seen = {ends: row.tolist() for window in page.windows for ends, row in window.likely(least)}
    ruled: dict[Ends, Mention] = {}
    for one in page.mentions:
        ruled.setdefault((one.span.start, one.span.end), one)
    by_rule, by_model = _Crossing(ruled), _Crossing(seen)
    for ends in sorted({*seen, *ruled}):
        row, rule = seen.get(ends), ruled.get(ends)
        if rule is None and row is not None and 1 - row[0] < asked:
            continue
        crossed = by_rule.with_(ends)
        most = max((1 - seen[other][0] for other in by_model.with_(ends)), default=0.0)
        shape = _shape(page.report.text, ends, rule, [ruled[other] for other in crossed], most)
        types: dict[str, float] = {}
        if row is not None:
            likeliest = max(range(1, len(row)), key=row.__getitem__)
            types[labels[likeliest]] = row[likeliest]
        if rule is not None:
            types.setdefault(rule.type, 0.0 if row is None else row[labels.index(rule.type)])
        some = UNSEEN if row is None else 1 - row[0]
        for type_, chance in types.items():
            told = {"model": logit(chance), "model some": logit(some), "unseen": float(row is None), f"is {type_}": 1.0}
            ruling = (
                {"rule": 1.0, "rule agrees": float(rule.type == type_), "rule model": logit(chance)} if rule else {}
            )
            yield Candidate(ends, MentionType(type_), shape | told | ruling)


def _shape(text: str, ends: Ends, rule: Mention | None, crossed: Sequence[Mention], most: float) -> dict[str, float]:
    whole = Span(*ends)
    words = whole.of(text).split()
    article = float(words[0].lower() in ARTICLES) if words else 0.0
    found = {
        "always": 1.0,
        "words": min(len(words), MOST_WORDS) / 3,
        "article": article,
        "model crossing": logit(most),
        "rule crossing": float(bool(crossed)),
        "rule crossing name": float(any(one.form == "name" for one in crossed)),
        "within rule": float(any(one.span.covers(whole) for one in crossed)),
        "around rule": float(any(whole.covers(one.span) for one in crossed)),
    }
    if rule is not None:
        found |= {f"rule {rule.form}": 1.0, f"rule {rule.form} {rule.type}": 1.0, "rule article": article}
        found |= {"rule acting": float(rule.actor is not None), "rule model crossing": logit(most)}
    return found


class _Crossing:
    """Spans by place, to find those that share text with another."""

    def __init__(self, spans: Iterable[Ends]) -> None:
        self._spans = sorted(spans)

    def with_(self, ends: Ends) -> list[Ends]:
        """Those that share text with this one, itself left out."""
        found = []
        for index in range(bisect_left(self._spans, (ends[0] - LONGEST, 0)), len(self._spans)):
            other = self._spans[index]
            if other[0] >= ends[1]:
                break
            if other[1] > ends[0] and other != ends:
                found.append(other)
        return found
