"""Whether a person is a woman or a man, as far as words tell."""

from collections.abc import Set

from avowed.annotate.actors.lexicon import telling


def is_female(name: Set[str]) -> bool | None:
    """By the words of a name with its title, in small letters and without stops; None where they do not tell."""
    if name & telling().female:
        return True
    return False if name & telling().given or "mr" in name else None
