"""PDFs: pages, paragraphs and whole words; locked, cut and scanned ones are told apart."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission

from avowed.model.evidence import Report
from avowed.read import Limits, Original, Outcome, ReadOptions, Skipped, opened

Read = Callable[[bytes | str], Report]
Reason = Callable[[bytes | str], str]
FIRST = (
    "The garrison of Dol left the bridge on Friday, and the Northern Front took the town without a shot. Two traders "
    "who had seen it said that the last lorry went north at noon, and that the men on it had sung."
)
SECOND = (
    "The army said in a statement that it had withdrawn in good order, and that the road to the north was still held. "
    "It gave no number of the dead, and it did not say who had given the order."
)


class Printed(FPDF):
    """A paper with a running head and a page number."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, "River Watch | No. 12 | 27 August 2021", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-20)
        self.cell(0, 6, f"Page {self.page_no()}")


def printed(*pages: list[str], title: str = "") -> FPDF:
    paper = Printed()
    for number, paragraphs in enumerate(pages):
        paper.add_page()
        if title and number == 0:
            paper.set_font("Helvetica", style="B", size=18)
            paper.multi_cell(0, 9, title, new_x="LMARGIN", new_y="NEXT")
            paper.ln(4)
        paper.set_font("Times", size=11)
        for paragraph in paragraphs:
            paper.multi_cell(0, 5, paragraph, new_x="LMARGIN", new_y="NEXT")
            paper.ln(3)
    return paper


def content(paper: FPDF) -> bytes:
    return bytes(paper.output())


def test_paragraphs_are_put_together_and_running_heads_left_out(report: Read) -> None:
    found = report(content(printed([FIRST, SECOND], [SECOND.replace("army", "ministry")], title="How Dol fell")))
    assert found.text == "\n\n".join(["How Dol fell", FIRST, SECOND, SECOND.replace("army", "ministry")])
    assert found.title == "How Dol fell"
    assert found.format == "pdf"


def test_each_page_has_its_span(report: Read) -> None:
    found = report(content(printed([FIRST], [SECOND])))
    assert [page.of(found.text).strip() for page in found.pages] == [FIRST, SECOND]
    assert (found.pages[0].start, found.pages[-1].end) == (0, len(found.text))


def test_a_sentence_goes_on_over_the_edge_of_a_page(report: Read) -> None:
    cut = FIRST.index("who had seen")
    found = report(content(printed([SECOND, FIRST[: cut - 1]], [FIRST[cut:], SECOND])))
    assert FIRST in found.text
    assert found.pages[1].of(found.text).startswith("who had seen it")


def test_the_running_head_gives_date_and_publisher(report: Read) -> None:
    found = report(content(printed([FIRST], [SECOND])))
    assert found.publisher == "River Watch"
    assert found.published
    assert found.published.when.words == "27 August 2021"


def test_words_cut_at_a_lines_end_are_whole_again(report: Read) -> None:
    lines = [
        "The commander of the northern garri-",
        "son said that the well-",
        "known road had been cut, and the men of the",
        "Front had left.",
    ]
    paper = FPDF()
    paper.add_page()
    paper.set_font("Helvetica", size=11)
    for line in lines:
        paper.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    assert report(content(paper)).text == (
        "The commander of the northern garrison said that the well-known road had been cut, "
        "and the men of the Front had left."
    )


def test_a_locked_pdf_asks_for_a_copy_without_password(reason: Reason) -> None:
    paper = printed([FIRST])
    paper.set_encryption(owner_password="owner", user_password="user", permissions=AccessPermission.none())  # noqa: S106
    assert reason(content(paper)).startswith("locked with a password;")


def test_a_scan_asks_for_text_recognition(reason: Reason) -> None:
    paper = FPDF()
    paper.add_page()
    paper.rect(10, 10, 100, 100, style="F")
    assert "pictures without text; install tesseract" in reason(content(paper))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_cut_pdf_is_an_outcome(outcome: Callable[[bytes], Outcome], share: float) -> None:
    whole = content(printed([FIRST, SECOND] * 4, [SECOND]))
    found = outcome(whole[: int(len(whole) * share)])
    if isinstance(found, Skipped):
        assert "damaged or cut-short PDF" in found.reason or "pictures without text" in found.reason
    else:
        assert any("cut short" in note for note in found.notes)


def test_mutants_of_a_pdf_are_outcomes(outcome: Callable[[bytes], Outcome]) -> None:
    whole = content(printed([FIRST, SECOND]))
    for at in range(9, len(whole), len(whole) // 60):
        found = outcome(whole[:at] + bytes([whole[at] ^ 0x55, 0]) + whole[at + 2 :])
        assert isinstance(found, Report) or found.reason


def test_too_many_pages_are_refused(options: ReadOptions) -> None:
    with opened(replace(options, limits=Limits(pages=2))) as open_one:
        found = open_one(Original("here", content(printed([FIRST], [FIRST], [FIRST]))))
    assert isinstance(found, Skipped)
    assert "3 pages" in found.reason
