"""Word documents: paragraphs, rows and notes come out; what is deleted, hidden or doubled does not."""

from collections.abc import Callable

from avowed.model.evidence import Report
from tests.read.making import STORY, docx, paragraph, zipped

Read = Callable[[bytes | str], Report]
Reason = Callable[[bytes | str], str]


def test_paragraphs_title_and_author_come_out(report: Read) -> None:
    found = report(docx("".join(map(paragraph, STORY)), title="How Dol fell", author="Ana Bel"))
    assert found.text == "\n\n".join(["How Dol fell", *STORY])
    assert (found.title, found.authors, found.format) == ("How Dol fell", ("Ana Bel",), "docx")


def test_a_heading_is_the_title_where_the_file_names_none(report: Read) -> None:
    assert report(docx(paragraph("How Dol fell", "Title") + paragraph(STORY[0]))).title == "How Dol fell"


def test_the_day_on_which_a_file_was_made_is_no_day_of_publication(report: Read) -> None:
    found = report(docx(paragraph(STORY[0])))
    assert found.published is None
    assert any("2021-08-27" in note for note in found.notes)


def test_deleted_and_hidden_words_stay_out_and_inserted_ones_stay(report: Read) -> None:
    runs = (
        "<w:p><w:r><w:t xml:space='preserve'>The army held </w:t></w:r>"
        "<w:del><w:r><w:delText>nine</w:delText></w:r></w:del><w:ins><w:r><w:t>five </w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r><w:r><w:t>men at the bridge of Dol.</w:t></w:r></w:p>"
    )
    assert report(docx(runs)).text == "The army held five men at the bridge of Dol."


def test_a_row_of_a_table_is_one_paragraph(report: Read) -> None:
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Friday", "5 dead"))
    assert "Friday | 5 dead" in report(docx(paragraph(STORY[0]) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")).text


def test_notes_stand_at_the_end(report: Read) -> None:
    found = report(docx(paragraph(STORY[0]), footnotes=f"<w:footnote>{paragraph('Seen by a trader.')}</w:footnote>"))
    assert found.text.endswith("Seen by a trader.")


def test_a_word_document_with_entities_of_its_own_is_refused(reason: Reason) -> None:
    document = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>'
    assert "entities of its own" in reason(zipped({"[Content_Types].xml": "", "word/document.xml": document}))


def test_a_word_document_that_is_cut_short_says_so(reason: Reason) -> None:
    whole = docx("".join(map(paragraph, STORY * 200)))
    assert "damaged" in reason(whole[:-100])


def test_a_word_document_that_unpacks_without_end_is_an_outcome(reason: Reason) -> None:
    flood = "<w:document>" + " " * 70_000_000
    assert "unpacks to more" in reason(zipped({"[Content_Types].xml": "", "word/document.xml": flood}))
