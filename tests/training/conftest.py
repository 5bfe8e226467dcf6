"""Puts the annotation scripts, which import one another as siblings, on the path."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "annotations"))
