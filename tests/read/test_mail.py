"""E-mails: the words with subject, sender and day; each attachment is a document of its own."""

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage

from avowed.model.evidence import Report
from avowed.read import ReadOptions, originals_in
from avowed.read.outcome import Original, Skipped
from tests.read.making import STORY, docx, page, paragraph, zipped

Read = Callable[[bytes | str], Report]


def message(subject: str = "How Dol fell", words: str = "\n\n".join(STORY)) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Änne Bel <ana@courier.example>"
    made["To"] = "desk@courier.example"
    made["Subject"] = subject
    made["Date"] = "Fri, 27 Aug 2021 23:30:00 +0200"
    made.set_content(words)
    return made


def test_a_mail_tells_its_subject_sender_and_day(report: Read) -> None:
    found = report(message("Wie Döl fiel").as_bytes())
    assert (found.title, found.authors, found.format) == ("Wie Döl fiel", ("Änne Bel",), "mail")
    assert found.published
    assert found.published.when.first == date(2021, 8, 27)
    assert found.text.endswith(STORY[1])


def test_the_plain_words_are_taken_before_the_page(report: Read) -> None:
    made = message()
    made.add_alternative("<html><body><p>Buy a lorry.</p></body></html>", subtype="html")
    assert "lorry" not in report(made.as_bytes()).text


def test_a_mail_of_a_page_alone_is_read_without_its_tags(report: Read) -> None:
    made = message()
    made.set_content("<html><body><p>" + "</p><p>".join(STORY) + "</p></body></html>", subtype="html")
    assert report(made.as_bytes()).text.endswith("\n\n".join(STORY))


def test_each_attachment_is_a_document_of_its_own() -> None:
    made = message()
    made.add_attachment(docx(paragraph(STORY[0])), maintype="application", subtype="msword", filename="dol.docx")
    made.add_attachment(page().encode(), maintype="text", subtype="html", filename="dol.html")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    found = [one.source for one in originals_in(made.as_bytes(), "mail.eml")]
    assert found == ["mail.eml", "mail.eml/dol.docx", "mail.eml/dol.html"]


def test_a_mail_passed_on_within_a_mail_is_a_document_of_its_own(report: Read) -> None:
    made = message()
    made.add_attachment(message("An older letter", "The bridge of Dol still stood on Monday."))
    found = [one for one in originals_in(made.as_bytes(), "mail.eml") if isinstance(one, Original)]
    assert len(found) == 2
    assert report(found[1].content).title == "An older letter"


def test_an_archive_attached_to_a_mail_is_not_opened() -> None:
    made = message()
    made.add_attachment(zipped({"a.txt": STORY[0]}), maintype="application", subtype="zip", filename="a.zip")
    inner = list(originals_in(made.as_bytes(), "mail.eml"))[1]
    assert isinstance(inner, Skipped)
    assert inner.reason.startswith("an archive within another;")


def test_a_page_saved_as_one_file_is_read_as_the_page(report: Read) -> None:
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/dol\nSubject: x\nDate: x\n"
    parts = f"--b\nContent-Type: text/html\n\n{page()}\n--b\nContent-Type: text/css\n\nbody {{}}\n--b--\n"
    content = f'{head}MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n{parts}'
    found = report(content)
    assert found.title == "Bridge falls"
    assert "body {" not in found.text


def test_mail_headers_of_any_bytes_are_an_outcome(options: ReadOptions, report: Read) -> None:
    head = (
        b"From: =?utf-8?q?=ff=fe?= <a@b>\nTo: \xff\xfe\nSubject: =?nonsense?b?!!?= =?utf-8?b?RG9s?=\nDate: 99 Foo 1\n\n"
    )
    found = report(head + STORY[0].encode())
    assert found.published is None
    assert found.text.endswith(STORY[0])
