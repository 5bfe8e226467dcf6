"""Fits the layers of incidents on what models told of reports that they were not taught.

`python -m training.incidents --predictions ...` writes those that put incidents together with hints from the rules, and the
one that says on what footing a group is named.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from avowed.annotate.incidents.footing import SHIPPED as FOOTING
from avowed.annotate.incidents.happenings import SHIPPED, looked_at
from benchmarks.sets import muc4
from training.incidents.footing import Named, named, table
from training.incidents.pages import pages
from training.reader.assembly import RIDGE_WITH_HINTS, Case, fit
from training.reader.sources.files import data_folder


def main() -> None:
    """Writes the files of layers."""
    parser = argparse.ArgumentParser(prog="training.incidents", description=__doc__)
    parser.add_argument("--predictions", type=Path, nargs="+", required=True, help="files of `training.reader predict`")
    parser.add_argument("--data", type=Path, help="the folder of development data; else AVOWED_DATA")
    parser.add_argument("--to", type=Path, default=SHIPPED.parent, help="the folder of layers")
    options = parser.parse_args()
    given: list[Case] = []
    groups: list[Named] = []
    for document, page in pages(muc4.load(data_folder(options.data), "train"), options.predictions):
        told, hints = looked_at(page)
        given.append(Case(told, document.templates, hints))
        groups += named(document, page)
    fitted_on = f"{len(given):,} reports of MUC-4 train, each as told by a model that was not taught it"
    _write(options.to / SHIPPED.name, {"fitted_on": fitted_on} | fit(given, ridge=RIDGE_WITH_HINTS))
    _write(options.to / FOOTING.name, table(groups))


def _write(path: Path, row: dict[str, Any]) -> None:
    path.write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
