"""Every row of the table of cues finds the speaker and the content of its example, and nothing in its counter-example."""

import re

import pytest

from avowed.annotate.sayings.cues import Cue, cues
from avowed.annotate.sayings.find import find_sayings
from tests.annotate.marked import marked_page

ROWS = tuple({cue.name: cue for found in cues().values() for cue in found}.values())


@pytest.mark.parametrize("cue", ROWS, ids=lambda cue: cue.name)
def test_a_cue_finds_speaker_and_content_of_its_example(cue: Cue) -> None:
    content = re.search(r"\{(.*)\}", cue.match)
    page = marked_page(cue.match.replace("{", "").replace("}", ""))
    sayings = find_sayings(page)
    assert content is not None
    assert any(
        saying.source == page.mentions[0]
        and saying.stance is cue.stance
        and content.group(1) in " ".join(part.of(page.report.text) for part in saying.contents)
        for saying in sayings
    )


@pytest.mark.parametrize("cue", ROWS, ids=lambda cue: cue.name)
def test_a_cue_word_without_content_is_no_saying(cue: Cue) -> None:
    assert not any(saying.reported for saying in find_sayings(marked_page(cue.miss)))
