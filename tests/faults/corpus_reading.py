"""Reads a corpus on two workers of Ray in a process that a test may kill: DOCUMENTS FOLDER HOW [ADDRESS]."""

import os
import sys
import time
from pathlib import Path

from avowed.bulk.engine import by
from avowed.bulk.reading import Piece, Tables
from avowed.bulk.run import read_corpus
from avowed.bulk.workers import Workers
from tests.bulk.making import TODAY, read_by_hand


def slowly(piece: Piece) -> Tables:
    """Half a second a piece, so that there is time to kill its worker."""
    time.sleep(0.5)
    return read_by_hand(piece)


def killed_by_poison(piece: Piece) -> Tables:
    """A document that ends its worker each time."""
    if any(b"poison" in one.content for one in piece.documents):
        os._exit(1)
    return read_by_hand(piece)


def hung_by_poison(piece: Piece) -> Tables:
    """A document that its worker never gets done with."""
    if any(b"poison" in one.content for one in piece.documents):
        time.sleep(3600)
    return read_by_hand(piece)


WAYS = {"slowly": slowly, "killed": killed_by_poison, "hung": hung_by_poison}

if __name__ == "__main__":
    given, folder, how, *address = sys.argv[1:]
    workers = Workers(2, *address, read=WAYS[how], patience=10.0 if how == "hung" else 600.0)
    sys.stdout.write(f"{read_corpus(Path(given), Path(folder), by(workers), TODAY).corpus}\n")
