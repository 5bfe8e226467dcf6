"""Incidents as GeoJSON (RFC 7946); one without coordinates has no geometry and is listed all the same."""

import json
from typing import Any

from avowed.model.world import Incident
from avowed.present import words
from avowed.present.exchange.view import Exported
from avowed.present.incidents import headline, responsibility_words, toll_words


def incidents(case: Exported) -> bytes:
    """A FeatureCollection with a feature an incident."""
    features = [_feature(incident, case) for incident in case.incidents]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1).encode()


def _feature(incident: Incident, case: Exported) -> dict[str, Any]:
    place, when = incident.place, incident.when
    located = place is not None and place.latitude is not None and place.longitude is not None
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place and located else None
    return {
        "type": "Feature",
        "id": incident.key,
        "geometry": point,
        "properties": {
            "name": headline(incident),
            "type": str(incident.type),
            "stage": str(incident.stage),
            "from": when.partial(when.first),
            "to": when.partial(when.last),
            "date_precision": str(when.precision),
            "place": place.name if place else None,
            "place_precision": str(place.precision) if place else "unknown",
            "tolls": [toll_words(toll) for toll in incident.tolls],
            "responsibility": responsibility_words(incident.responsibility, case.names),
            "reports": len(incident.reports),
            "reviewed": incident.reviewed,
            "quotes": [line.quote for line in case.told(incident)],
            "citations": [words.citation(line) for line in case.told(incident)],
            "leads": words.LEADS,
        },
    }
