"""Two readers in one folder: of the second, which reads incidents in longer windows, only the layers above those that both share.

What the first gives does not change by a bit.
"""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from avowed.annotate.encoder import Encoder
from training.reader.export import INCIDENT_FILES, write_card
from training.reader.measure import Figure
from training.reader.ship import card_for_people

SECTION = ("window", "longest", "pair_heads", "columns", "labels", "assembly", "schedule")


def join(incidents: Path, upper: Path, folder: Path, figures: Callable[[Encoder], Sequence[Figure]]) -> None:
    """Puts upper layers beside the reader of a folder, with what the card of the whole model that they learned from tells."""
    for name in INCIDENT_FILES:
        shutil.copyfile(upper / name, folder / name)
    row = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    added = json.loads((incidents / "card.json").read_text(encoding="utf-8"))
    row["incidents"] = {name: added[name] for name in SECTION}
    write_card(folder, row)
    row["incidents"]["figures"] = [asdict(one) for one in figures(Encoder.load(folder))]
    write_card(folder, row)
    written = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    (folder / "card.md").write_text(card_for_people(written), encoding="utf-8")
