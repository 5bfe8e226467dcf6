"""A case in the forms that other programs open; no hedge, denial or speaker is lost on the way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from avowed.present.exchange import annotation, columns, extraction, ftm, geojson, graph, stix
from avowed.present.exchange.view import Exported, Text

__all__ = ["FORMATS", "TEXTS", "Exported", "Text"]


@dataclass(frozen=True, slots=True)
class Format:
    """One file of an export: its name, what writes it, and for whom it is."""

    file: str
    write: Callable[[Exported], bytes]
    meaning: str


@dataclass(frozen=True, slots=True)
class TextFormat:
    """One file with a row a report, written as the reports stream by."""

    file: str
    write: Callable[[Iterable[Text]], Iterable[bytes]]
    meaning: str


FORMATS = {
    "ftm": Format("case.ftm.json", ftm.entities, "FollowTheMoney entities, one a line, for OpenAleph and its kin"),
    "stix": Format("case.stix.json", stix.bundle, "a STIX 2.1 bundle, for OpenCTI and its kin"),
    "graphml": Format("ties.graphml", graph.graphml, "the signed, dated network, for igraph, NetworkX, yEd"),
    "gexf": Format("ties.gexf", graph.gexf, "the same for Gephi, with its time slider"),
    "geojson": Format("incidents.geojson", geojson.incidents, "incidents on the map, for QGIS and web maps"),
    "acled": Format("incidents.acled.csv", columns.acled, "incidents in the columns that users of ACLED know"),
    "gtd": Format("incidents.gtd.csv", columns.gtd, "attacks in the columns that users of GTD know"),
}
TEXTS = {
    "annotations": TextFormat("quotes.jsonld", annotation.page, "every quote as a W3C Web Annotation"),
    "langextract": TextFormat(
        "quotes.langextract.jsonl", extraction.lines, "texts and quotes for LangExtract's viewer"
    ),
}
