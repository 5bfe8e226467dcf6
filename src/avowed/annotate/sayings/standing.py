"""Whom a speaker is who is told by a pronoun or by a common noun: "he", "the group"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from avowed.model.evidence import Assertion, IncidentContent, LocalActor, Mention, Speaker
from avowed.model.vocabulary import Form

_Names = Mapping[str, str]
_LETTER = "letter "  # before the id of a mention that a single letter may stand for: the `A:` of an interview


def with_names(
    assertions: Iterable[Assertion], mentions: Sequence[Mention], actors: Iterable[LocalActor]
) -> tuple[Assertion, ...]:
    """The assertions, each speaker with the name that its words stand for."""
    names = _names(mentions, actors)
    return tuple(_with_names(one, names) for one in assertions)


def _names(mentions: Sequence[Mention], actors: Iterable[LocalActor]) -> _Names:
    """The name of the actor behind each mention that does not name it; of actors with a name only."""
    name = {actor.id: actor.name for actor in actors}
    named = {one.actor for one in mentions if one.form is Form.NAME}
    told = {
        one.id: name[one.actor]
        for one in mentions
        if one.form is not Form.NAME and one.actor in named and one.actor in name
    }
    return {
        **told,
        **{_LETTER + one.id: name[one.actor] for one in mentions if one.actor in named and one.actor in name},
    }


def _with_names(one: Assertion, names: _Names) -> Assertion:
    attribution = _named(one.attribution, names)
    content = one.content
    if isinstance(content, IncidentContent):
        parts = tuple(replace(part, attribution=_named(part.attribution, names)) for part in content.participants)
        content = replace(content, participants=parts)
    return replace(one, attribution=attribution, content=content)


def _named(chain: Sequence[Speaker], names: _Names) -> tuple[Speaker, ...]:
    return tuple(_of(one, names.get(f"{_LETTER if len(one.text) == 1 else ''}{one.mention}", "")) for one in chain)


def _of(speaker: Speaker, name: str) -> Speaker:
    """The speaker with the name, unless its own words hold it ("the Front's spokesman")."""
    return replace(speaker, stands_for=name) if name and name.casefold() not in speaker.text.casefold() else speaker
