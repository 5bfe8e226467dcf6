"""The reader, loaded once for all tests of a process: it holds no state between reports."""

from functools import cache

from avowed.annotate.annotator import Annotator
from avowed.model.world import known_actors


@cache
def one_reader() -> Annotator:
    """A reader that knows nobody beforehand."""
    return Annotator(known_actors(()))
