"""Whether scans can be read on this machine; apart from `ocr`, so that asking loads no parser."""

import shutil


def tesseract() -> str | None:
    """Where tesseract is installed; None where it is not, and scans stay unread."""
    return shutil.which("tesseract")
