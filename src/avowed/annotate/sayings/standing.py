"""Whom a speaker is who is told by a pronoun or by a common noun: "he", "the group"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from avowed.model.evidence import Assertion, IncidentContent, LocalActor, Mention, Span, Speaker
from avowed.model.vocabulary import Form


@dataclass(frozen=True, slots=True)
class _Names:
    """The name of the actor behind each mention, by its id, and the mentions whose own words are that name."""

    of: dict[str, str]
    own: dict[str, Span]

    def behind(self, speaker: Speaker) -> str:
        """The name that a speaker's words stand for; a name needs none, unless it stands elsewhere (`A:` in an interview)."""
        mention = speaker.mention or ""
        named = self.own.get(mention)
        here = named is not None and speaker.span is not None and named.overlaps(speaker.span)
        return "" if here else self.of.get(mention, "")


def with_names(
    assertions: Iterable[Assertion], mentions: Sequence[Mention], actors: Iterable[LocalActor]
) -> tuple[Assertion, ...]:
    """The assertions, each speaker with the name that its words stand for."""
    names = _names(mentions, actors)
    return tuple(_with_names(one, names) for one in assertions)


def _names(mentions: Sequence[Mention], actors: Iterable[LocalActor]) -> _Names:
    """The names behind the mentions of actors that the report names."""
    name = {actor.id: actor.name for actor in actors}
    own = [one for one in mentions if one.form is Form.NAME]
    named = {one.actor for one in own} & name.keys()
    of = {one.id: name[one.actor] for one in mentions if one.actor is not None and one.actor in named}
    return _Names(of, {one.id: one.span for one in own})


def _with_names(one: Assertion, names: _Names) -> Assertion:
    attribution = _named(one.attribution, names)
    content = one.content
    if isinstance(content, IncidentContent):
        parts = tuple(replace(part, attribution=_named(part.attribution, names)) for part in content.participants)
        content = replace(content, participants=parts)
    return replace(one, attribution=attribution, content=content)


def _named(chain: Sequence[Speaker], names: _Names) -> tuple[Speaker, ...]:
    return tuple(_of(one, names.behind(one)) for one in chain)


def _of(speaker: Speaker, name: str) -> Speaker:
    """The speaker with the name, unless its own words hold it ("the Front's spokesman")."""
    return replace(speaker, stands_for=name) if name and name.casefold() not in speaker.text.casefold() else speaker
