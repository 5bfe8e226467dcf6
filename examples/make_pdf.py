"""Sets the two printed reports of the example set from their text sources; the same source gives the same words.

Needs fpdf2, which only this script uses:  python examples/make_pdf.py
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

HERE = Path(__file__).parent
HEAD_LINES = ("running", "notice", "title", "subtitle", "author", "published")


@dataclass(frozen=True, slots=True)
class Source:
    """A printed report before it is set: what stands around the text, and the blocks of the text."""

    head: dict[str, str]
    blocks: list[str]


class Page(FPDF):
    """Paper with a running head, and with the notice and the page number at its foot."""

    def __init__(self, source: Source) -> None:
        super().__init__(format="A4")
        self.source = source
        self.set_margins(25, 22, 25)
        self.set_auto_page_break(auto=True, margin=24)

    def header(self) -> None:
        """The running head of every page."""
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, self.source.head["running"], align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def footer(self) -> None:
        """The notice and the number of every page."""
        self.set_y(-16)
        self.set_font("Helvetica", size=7)
        self.cell(0, 4, self.source.head["notice"], align="C", new_x="LMARGIN", new_y="NEXT")
        self.cell(0, 4, f"Page {self.page_no()}", align="C")


def read_source(path: Path) -> Source:
    """The head lines (`name: value`) and the blocks below the first empty line."""
    top, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    head = dict(line.split(": ", 1) for line in top.splitlines())
    missing = [name for name in HEAD_LINES if name not in head]
    if missing:
        raise SystemExit(f"{path}: add the head lines {', '.join(missing)}")
    return Source(head, [block.strip() for block in rest.split("\n\n") if block.strip()])


def set_pages(source: Source) -> Page:
    """The report on paper: title, byline, headings in bold, paragraphs."""
    page = Page(source)
    head = source.head
    day = datetime.strptime(head["published"], "%d %B %Y").replace(tzinfo=UTC)
    page.set_title(head["title"])
    page.set_author(head["author"])
    page.set_creation_date(day)
    page.add_page()
    _write(page, head["title"], "B", 20, 9)
    _write(page, head["subtitle"], "I", 12, 6)
    _write(page, f"{head['author']}, {head['published']}", "", 10, 5)
    for block in source.blocks:
        if block.startswith("## "):
            _write(page, block.removeprefix("## "), "B", 12, 6)
        else:
            _write(page, block, "", 11, 5.4)
    return page


def _write(page: Page, words: str, style: str, size: int, line: float) -> None:
    """One block in one style, with air below it."""
    page.set_font("Times", style=style, size=size)
    page.multi_cell(0, line, words, align="L", new_x="LMARGIN", new_y="NEXT")
    page.ln(2.5)


def main() -> None:
    """Set every source into the folder of reports."""
    for path in sorted((HERE / "sources").glob("*.txt")):
        target = HERE / "reports" / f"{path.stem}.pdf"
        set_pages(read_source(path)).output(str(target))
        print(target.relative_to(HERE.parent))


if __name__ == "__main__":
    main()
