"""The signed, dated network as GraphML and GEXF: a node an actor, an edge a line, nothing netted."""

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from avowed.model.findings import Tie
from avowed.present import words
from avowed.present.exchange.view import Exported, asserts

if TYPE_CHECKING:
    from networkx import MultiDiGraph  # type: ignore[import-untyped]  # ships no types

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEXF_DAYS = {"mode": "dynamic", "timeformat": "date"}


def graphml(case: Exported) -> bytes:
    """GraphML with every attribute of a line on its edge."""
    import networkx  # noqa: PLC0415  # a fifth of a second that only these two exports should pay

    held = io.BytesIO()
    networkx.write_graphml(_network(case, dated=False), held, encoding="utf-8", named_key_ids=True)
    return held.getvalue()


def gexf(case: Exported) -> bytes:
    """GEXF 1.2 with the days between which an edge holds, for a slider of time."""
    import networkx  # noqa: PLC0415  # a fifth of a second that only these two exports should pay

    held = io.BytesIO()
    networkx.write_gexf(_network(case, dated=True), held, encoding="utf-8", version="1.2draft")
    return held.getvalue()


def _network(case: Exported, *, dated: bool) -> "MultiDiGraph":
    import networkx  # noqa: PLC0415

    graph = networkx.MultiDiGraph(**(_GEXF_DAYS if dated else {}))
    for key in sorted(case.involved):
        actor = case.actors[key]
        graph.add_node(key, label=_xml(actor.name), kind=str(actor.kind))
    for tie in case.counted:
        days = _days(tie) if dated else {}
        graph.add_edge(tie.subject, tie.object, key=tie.line.key, **_told(tie, case.names), **days)
    return graph


def _told(tie: Tie, names: Mapping[str, str]) -> dict[str, str | int | float | bool]:
    """A line's attributes; `sign` is what the words say, `counts` whether it holds: a denial or a plan does not."""
    line = tie.line
    return {
        "label": _xml(words.proposition(tie, names)),
        "dimension": str(tie.dimension),
        "sign": tie.sign,
        "counts": asserts(tie),
        "negated": line.negated,
        "voice": str(line.voice),
        "factuality": str(line.factuality),
        "told_as": str(line.mode),
        "hedges": _xml("; ".join(line.hedges)),
        "speakers": _xml(words.speakers(line)),
        "quote": _xml(line.quote),
        "publisher": _xml(line.source.publisher),
        "published": words.interval(line.source.published),
        "valid_from": line.valid.partial(line.valid.first) or "",
        "valid_to": line.valid.partial(line.valid.last) or "",
        "score": line.score,
        "line": line.key,
    }


def _days(tie: Tie) -> dict[str, str]:
    first, last = tie.when.first, tie.when.last
    return ({"start": first.isoformat()} if first else {}) | ({"end": last.isoformat()} if last else {})


def _xml(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub(" ", text)
