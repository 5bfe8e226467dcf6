"""Everything that can go wrong, as one tree; every message says what was being done and how to mend it.

AvowedError
├── UsageError            the caller asked for something that cannot be
│   ├── UnknownName       a name that matches nothing in the case
│   ├── AmbiguousName     a name that matches several actors; they are listed
│   ├── NotInCase         a report, line or incident that the case does not hold
│   └── Superseded        somebody decided on the same thing since it was looked at
├── CaseError             the case folder or its database
│   ├── NoCase            there is no case here
│   ├── NewerCase         the case was written by a newer version
│   ├── DamagedCase       the case fails its own checks
│   └── CannotWrite       disk full, read-only, quota, locked
├── CorpusError           the folder of a corpus, or the engine that reads it
│   └── NoCorpus          there is no corpus here, or it was not read to its end
├── ReadError             one document could not be read; the rest goes on
├── ModelError            a model file is missing or damaged
└── SettingsError         avowed.toml holds something that is not understood
"""

from collections.abc import Sequence


class AvowedError(Exception):
    """The root: its text is shown to users as it stands."""


class UsageError(AvowedError):
    """The caller asked for something that cannot be done."""


class UnknownName(UsageError):
    """No actor of the case has this name."""

    def __init__(self, name: str, near: Sequence[str] = ()) -> None:
        self.name, self.near = name, tuple(near)
        hint = f" Did you mean: {', '.join(near)}?" if near else " `avowed actors` lists the names that it knows."
        super().__init__(f"No actor in this case is called {name!r}.{hint}")


class AmbiguousName(UsageError):
    """Several actors of the case could be meant; none is guessed."""

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        self.name, self.candidates = name, tuple(candidates)
        listed = "\n".join(f"  - {candidate}" for candidate in candidates)
        super().__init__(f"{name!r} could be any of these; say which:\n{listed}")


class NotInCase(UsageError):
    """The case does not hold this report, line or incident."""


class Superseded(UsageError):
    """A later decision on the same thing stands in the way; nothing was changed."""


class CaseError(AvowedError):
    """Something is wrong with the case as a whole."""


class NoCase(CaseError):
    """There is no case at the given place."""


class NewerCase(CaseError):
    """The case was written by a newer version of Avowed."""


class DamagedCase(CaseError):
    """The case fails its own checks."""


class CannotWrite(CaseError):
    """The case could not be written to; nothing was changed."""


class CorpusError(AvowedError):
    """Something is wrong with a corpus as a whole, or with what reads it."""


class NoCorpus(CorpusError):
    """There is no corpus at the given place, or it was not read to its end."""


class ReadError(AvowedError):
    """One document could not be read; `reason` is shown, the others go on."""

    def __init__(self, source: str, reason: str) -> None:
        self.source, self.reason = source, reason
        super().__init__(f"{source}: {reason}")


class ModelError(AvowedError):
    """A model file is missing or damaged."""


class SettingsError(AvowedError):
    """The settings hold something that is not understood."""
