"""Every quote as a W3C Web Annotation: position and quote selectors on the report, the proposition as its body.

Model: https://www.w3.org/TR/annotation-model/
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from avowed.model.findings import Line
from avowed.present import words
from avowed.present.exchange.view import Text, identity, web_address

_AROUND = 32


def page(texts: Iterable[Text]) -> Iterator[bytes]:
    """One AnnotationPage, written as the reports stream by."""
    head = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": f"urn:uuid:{identity('page')}"}
    yield (json.dumps(head)[:-1] + ', "type": "AnnotationPage", "items": [\n').encode()
    first = True
    for text in texts:
        for kind, said, line in text.lines:
            yield (b"" if first else b",\n") + json.dumps(
                _annotation(text, kind, said, line), ensure_ascii=False
            ).encode()
            first = False
    yield b"\n]}\n"


def _annotation(text: Text, kind: str, said: str, line: Line) -> dict[str, Any]:
    source = web_address(text.source) or f"urn:sha256:{text.source.report}"
    return {
        "id": f"urn:uuid:{identity('annotation', line.key)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "value": said, "format": "text/plain", "language": "en"},
            {"type": "TextualBody", "purpose": "classifying", "value": kind},
            {"type": "TextualBody", "purpose": "commenting", "value": _sureness(line)},
        ],
        "target": {
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": line.quote,
                    "prefix": text.text[max(0, line.start - _AROUND) : line.start],
                    "suffix": text.text[line.end : line.end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": line.start, "end": line.end},
            ],
        },
    }


def _sureness(line: Line) -> str:
    hedge = f"; hedged: {words.hedges(line)}" if line.hedges else ""
    return f"says {words.speakers(line)}; {line.voice}; {words.sureness(line)}{hedge}; {words.interval(line.valid)}"
