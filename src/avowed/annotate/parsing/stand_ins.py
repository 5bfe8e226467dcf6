"""Parts of the parser that stand in for spaCy's own: made from these, so that their tables and weights are used as they are."""

from collections.abc import Callable
from typing import Any, TypeVar

from spacy.language import Language

Inner = TypeVar("Inner")


def stand_in(name: str, inner: str, kind: type[Inner], make: Callable[[Inner], Any]) -> None:
    """Registers a part by its name, made from the pipeline's part `inner`; TypeError where that is of another kind."""

    def made(nlp: Language, name: str) -> Any:  # noqa: ARG001  # spaCy gives both
        part = nlp.get_pipe(inner)
        if not isinstance(part, kind):
            raise TypeError(f"the parser's {inner} is {part!r}")
        return make(part)

    Language.factory(name, func=made)
