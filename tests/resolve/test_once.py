"""What is asked for twice is worked out once, for each value by itself."""

from dataclasses import dataclass

from avowed.resolve.once import once


@dataclass(frozen=True)
class Word:
    """A word that counts how often its length was worked out."""

    text: str
    asked: list[str]

    @once
    def length(self) -> int:
        """How long it is."""
        self.asked.append(self.text)
        return len(self.text)


def test_it_is_worked_out_once() -> None:
    word = Word("river", [])
    assert (word.length, word.length, word.asked) == (5, 5, ["river"])


def test_each_value_has_its_own() -> None:
    assert (Word("river", []).length, Word("sea", []).length) == (5, 3)


def test_equal_values_stay_equal_when_one_was_asked() -> None:
    one, other = Word("river", []), Word("river", [])
    assert one.length
    assert one == Word("river", ["river"])
    assert other == Word("river", [])
