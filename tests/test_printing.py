"""A report as PDF: printed by the browser that is installed, and words that help where none is."""

import pytest

from avowed import printing
from avowed.errors import UsageError

PAGE = "<!doctype html><title>Karsh</title><p>The bridge at Tarn was closed.</p>"


def test_without_a_browser_the_error_says_what_to_do_instead(monkeypatch):
    monkeypatch.setattr(printing, "browser", lambda: None)
    with pytest.raises(UsageError, match=r"needs Chromium or Chrome.*-o answer\.html"):
        printing.pdf(PAGE)


def test_a_browser_that_fails_is_told_with_its_exit_status(tmp_path):
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\nexit 3\n", encoding="ascii")
    broken.chmod(0o755)
    with pytest.raises(UsageError, match="exit status 3"):
        printing.pdf(PAGE, str(broken))


@pytest.mark.slow
@pytest.mark.browser
def test_a_page_becomes_a_pdf_with_its_words():
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(printing.pdf(PAGE))
    assert "The bridge at Tarn was closed." in document[0].get_textpage().get_text_range()
