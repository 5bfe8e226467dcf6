"""An open case, whichever engine keeps it: what the engines do differently is named here, all else is plain `Sql`."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager

from avowed.shelf import Shelf
from avowed.store.sql import Row, Sql

Hit = tuple[str, str, str]


class Store(ABC):
    """An open case; close it, or use it in a `with`."""

    connection: Sql
    shelf: Shelf

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; open transactions are rolled back."""
        self.connection.close()

    @property
    @abstractmethod
    def place(self) -> str:
        """Where the case is, as a person writes it; never with a password."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the case is called: the last part of its place."""

    @abstractmethod
    def stamp(self) -> str:
        """What is another text after every change that anybody else has made to the case; an open case compares it."""

    @abstractmethod
    def transaction(self, *, durable: bool = False) -> AbstractContextManager[Sql]:
        """All or nothing, one writer at a time; `durable` waits for the disk (decisions).

        Raises CannotWrite when the database is locked, full or read-only; nothing was changed then.
        """

    @abstractmethod
    def index(self, report: str) -> None:
        """Make the words of a report that was just stored to be found."""

    @abstractmethod
    def unindex(self, report: str) -> None:
        """Make the words of a report that is about to be removed no longer to be found."""

    @abstractmethod
    def search(self, terms: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Reports that hold every term, best first: id, title and the words around; a term of several words is a phrase."""

    @abstractmethod
    def streamed(self, statement: str, size: int) -> Iterator[list[Row]]:
        """All rows that a statement without values gives, some at a time, however many there are."""

    @abstractmethod
    def as_it_stands(self) -> AbstractContextManager[None]:
        """One state of the case for all that is asked meanwhile, whoever writes."""

    @abstractmethod
    def renumber(self) -> None:
        """Go on numbering behind rows that came with numbers of their own."""

    @abstractmethod
    def drop(self) -> None:
        """Take away a case that was just begun and could not be filled."""

    @abstractmethod
    def faults(self) -> Iterator[str]:
        """One line for everything about the database itself that is not as it was made."""
