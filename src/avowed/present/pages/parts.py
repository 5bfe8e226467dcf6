"""What pages are made of: the frame of a document, a line as a card, and a finding that opens its quotes on both sides."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.resources import files
from types import MappingProxyType

from avowed.model.findings import Entry, Line, Tie
from avowed.present import words
from avowed.present.markup import Markup, element, link

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def document(title: str, made_on: date, *body: Markup | None) -> str:
    """A whole page; the day is printed, as the page does not change when the case does."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        Markup(f"<style>{_style()}</style>"),
    )
    made = f"Made by Avowed on {words.interval_day(made_on)} from the reports in one case."
    main = element("main", [part for part in body if part is not None], element("footer", made))
    return f"<!doctype html>\n{element('html', head, element('body', main), lang='en').text}\n"


def _style() -> str:
    folder = files("avowed").joinpath("data", "page")
    return "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "picture.css"))


def section(title: str, *content: Markup | None, class_: str | None = None) -> Markup | None:
    """A section with its heading; None where there is nothing to put into it."""
    held = [part for part in content if part is not None]
    return element("section", element("h2", title), held, class_=class_) if held else None


def finding(
    sentence: str,
    shows: Sequence[Line],
    against: Sequence[Line] = (),
    counter: str = "Against it",
    said: Mapping[str, str] = MappingProxyType({}),
) -> Markup:
    """A sentence that opens the quotes that show it, with the counter-evidence beside them; `said` is what lines tell."""
    sides = [_side("Rests on", shows, said)]
    sides.append(
        _side(counter, against, said) if against else element("div", element("h4", counter), element("p", "No line."))
    )
    return element("details", element("summary", sentence), element("div", sides, class_="columns"), class_="finding")


def _side(title: str, lines: Sequence[Line], said: Mapping[str, str]) -> Markup:
    return element("div", element("h4", title), [quoted(line, said.get(line.key, "")) for line in lines])


def quoted(line: Line, said: str = "") -> Markup:
    """A quote with who says it, how surely, when and where; it leads to the line's card."""
    hedge = f"; hedged: {words.hedges(line)}" if line.hedges else ""
    told = (
        f"{words.speakers(line)}; {words.sureness(line)}{hedge}; {words.interval(line.valid)}; {words.published(line)}"
    )
    return element(
        "blockquote",
        element("p", f"“{' '.join(line.quote.split())}”"),
        element("cite", element("a", said or "the line", href=f"#line-{line.key}"), f" — {told}"),
        class_="hedged" if hedged(line) else None,
    )


def hedged(line: Line) -> bool:
    """True for a line that is not told as a plain fact."""
    return line.factuality != "certain" or line.mode != "actual" or line.negated


def classes(tie: Tie) -> str:
    """How a tie looks: its sign, and whether it is hedged."""
    sign = {1: "plus", -1: "minus"}.get(tie.effective_sign, "none")
    return f"{sign} hedged" if hedged(tie.line) else sign


def tie_card(tie: Tie, names: Mapping[str, str], weight: float | None = None) -> Markup:
    """A tie as a card: the proposition and all that is known of its line."""
    head = f"{words.signed(tie.sign)} {words.proposition(tie, names)} ({words.plain(tie.dimension)}"
    return card(tie.line, head + (f", {tie.role})" if tie.role else ")"), weight, classes(tie))


def card(line: Line, head: str, weight: float | None = None, class_: str | None = None) -> Markup:
    """A line with its quote, speaker, certainty, time, source and key."""
    hedge = f" Hedged: {words.hedges(line)}." if line.hedges else ""
    decided = f" {line.decision.capitalize()}ed by a person." if line.decision else " Not reviewed."
    weighs = "" if weight is None else f" Weight {weight:.2f}, score of the reading {line.score:.2f}."
    return element(
        "article",
        element("h4", head),
        element("blockquote", f"“{' '.join(line.quote.split())}”"),
        element(
            "p",
            f"Says {words.speakers(line)} ({line.voice}). {words.sureness(line).capitalize()}.{hedge} ",
            f"{words.interval(line.valid).capitalize()}.{decided}{weighs}",
        ),
        element(
            "p",
            link(line.source.location, line.source.title or line.source.location),
            f" — {words.published(line)}; characters {line.start} to {line.end}; line {line.key}",
            class_="source",
        ),
        id=f"line-{line.key}",
        class_=class_,
    )


def incidents(title: str, entries: Iterable[Entry], quotes: int = 0) -> Markup | None:
    """The incidents among a timeline's entries, each with so many quotes; None where there is none."""
    rows = [
        element(
            "li",
            element("b", f"{words.interval(entry.when)}: "),
            entry.words,
            [element("blockquote", f"“{' '.join(line.quote.split())}”") for line in entry.lines[:quotes]],
        )
        for entry in entries
        if entry.kind == "incident"
    ]
    return element("section", element("h2", title), element("ol", rows)) if rows else None


def bullets(items: Iterable[str]) -> Markup | None:
    """A list of sentences; None where there is none."""
    held = [element("li", item) for item in items]
    return element("ul", held) if held else None
