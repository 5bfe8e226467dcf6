"""By what a name may be found again among very many: equal marks are a reason to compare two names, nothing more."""

from collections.abc import Iterator

from avowed.model.vocabulary import ActorKind
from avowed.resolve.names.form import NameForm, analysed, initials
from avowed.resolve.who.candidates import block_marks
from avowed.resolve.who.kinds import GROUPS, Strength
from avowed.resolve.who.standing import named


def marks_of(name: str, kind: ActorKind) -> frozenset[str]:
    """The marks of a name; none of one that names nobody."""
    form = analysed(name, kind is ActorKind.PERSON)
    if named(form, GROUPS[kind])[0] is Strength.NAMELESS:
        return frozenset()
    return frozenset(" ".join(mark) for mark in (*block_marks(form), *_by_letters(form), *_by_last(form)))


def _by_letters(form: NameForm) -> Iterator[tuple[str, str]]:
    """An acronym meets the names that it spells."""
    if form.acronym:
        yield "letters", form.acronym
    elif not form.person and len(form.words) > 1:
        words = form.words
        for letters in {initials(words), initials(words, with_particles=True), initials(form.core)}:
            yield "letters", letters


def _by_last(form: NameForm) -> Iterator[tuple[str, str]]:
    """A lone name meets the full ones that end with it."""
    if form.person and form.core:
        yield "last", form.core[-1].key
