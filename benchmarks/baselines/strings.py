"""Names compared as strings, by rapidfuzz; scores from 0 to 1."""

from collections.abc import Callable

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

Compare = Callable[[str, str], float]


def token_set(one: str, other: str) -> float:
    """Shared words, whatever else there is."""
    return fuzz.token_set_ratio(one, other, processor=default_process) / 100


def token_sort(one: str, other: str) -> float:
    """Letters in common once the words are sorted."""
    return fuzz.token_sort_ratio(one, other, processor=default_process) / 100
