"""What all tests share: how many examples a property is tried on, and when memory is tidied."""

import gc

from hypothesis import settings

# An example may take as long as the machine is busy. `make test` tries a tenth of the examples, `make slow` all of them.
settings.register_profile("quick", deadline=None, max_examples=10)
settings.register_profile("thorough", deadline=None, max_examples=100)
settings.load_profile("quick")

gc.disable()  # what is loaded and collected stays: looking through it for what could go finds nothing


def pytest_collection_finish() -> None:
    """From here on only what the tests make themselves is looked through."""
    gc.collect()
    gc.freeze()
    gc.enable()
