"""What a user names, files, folders or web addresses, into documents in the order named; the network stays shut."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from avowed.read.outcome import Original, Skipped
from avowed.read.paths import originals

_NOT_FETCHED = (
    "a web address; to have it fetched, set allowed = true under [fetch] in the case's avowed.toml and add it with "
    "--fetch, or save the page in a browser and add that"
)


def given(paths: Iterable[Path | str], *, fetch: bool = False) -> Iterator[Original | Skipped]:
    """Each document under the paths; web addresses are fetched only when `fetch` says so."""
    for path in paths:
        if not is_address(path):
            yield from originals([Path(path)])
        elif fetch:
            from avowed.read.fetch import fetched  # noqa: PLC0415  # nothing else loads what opens the network

            yield from fetched([str(path)])
        else:
            yield Skipped(str(path), _NOT_FETCHED)


def is_address(path: Path | str) -> bool:
    """True for what begins as a web address does."""
    return isinstance(path, str) and path.lower().startswith(("http://", "https://"))
