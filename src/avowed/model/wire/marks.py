"""What is marked in a text, on the wire: mentions, actors, places, times."""

from collections.abc import Mapping
from typing import Any

from avowed.model.evidence import LocalActor, LocalPlace, Mention, Span, TimeExpression
from avowed.model.vocabulary import ActorKind, Form, MentionType, PlacePrecision, TimeKind
from avowed.model.wire.parts import Wire, ends, pair, span_of, when_from_wire, when_to_wire


def mention_to_wire(mention: Mention) -> Wire:
    """A mention of a report."""
    return {
        "id": mention.id,
        **ends(mention.span),
        "type": str(mention.type),
        "head": pair(mention.head),
        "form": str(mention.form),
        "actor": mention.actor,
    }


def mention_from_wire(wire: Mapping[str, Any]) -> Mention:
    """A mention of the reading format."""
    return Mention(
        id=wire["id"],
        span=Span(wire["start"], wire["end"]),
        type=MentionType(wire["type"]),
        head=span_of(wire["head"]),
        form=Form(wire.get("form", Form.NAME)),
        actor=wire["actor"],
    )


def actor_to_wire(actor: LocalActor) -> Wire:
    """An actor of one report."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "aliases": list(actor.aliases),
        "known_as": actor.known_as,
    }


def actor_from_wire(wire: Mapping[str, Any]) -> LocalActor:
    """The actor that `actor_to_wire` wrote."""
    return LocalActor(wire["id"], wire["name"], ActorKind(wire["kind"]), tuple(wire["aliases"]), wire["known_as"])


def place_to_wire(place: LocalPlace) -> Wire:
    """A place that a report names."""
    return {
        "id": place.id,
        "name": place.name,
        "mentions": list(place.mentions),
        "geonames": place.geonames,
        "lat": place.latitude,
        "lon": place.longitude,
        "precision": str(place.precision),
        "country": place.country,
        "admin1": place.admin1,
    }


def place_from_wire(wire: Mapping[str, Any]) -> LocalPlace:
    """A place of the reading format."""
    return LocalPlace(
        id=wire["id"],
        name=wire["name"],
        mentions=tuple(wire["mentions"]),
        geonames=wire["geonames"],
        latitude=wire["lat"],
        longitude=wire["lon"],
        precision=PlacePrecision(wire["precision"]),
        country=wire.get("country"),
        admin1=wire.get("admin1"),
    )


def time_to_wire(time: TimeExpression) -> Wire:
    """An expression of time."""
    return {
        "id": time.id,
        **ends(time.span),
        "value": time.value,
        "type": str(time.kind),
        **when_to_wire(time.when),
    }


def time_from_wire(wire: Mapping[str, Any]) -> TimeExpression:
    """A time of the reading format."""
    span = Span(wire["start"], wire["end"])
    return TimeExpression(wire["id"], span, TimeKind(wire["type"]), wire["value"], when_from_wire(wire))
