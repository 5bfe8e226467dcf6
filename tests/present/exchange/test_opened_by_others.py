"""Each export is opened by the library of its own ecosystem. Run by `make exchange`, which installs these libraries."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from avowed.present.exchange import FORMATS, TEXTS, Text
from tests.present.exchange.test_exchange import case, denied, hedged, incident, planned

pytestmark = pytest.mark.exchange


@pytest.fixture
def held():
    return case(hedged(), denied(), planned(), incidents=[incident()])


@pytest.mark.filterwarnings("ignore")  # the libraries' own
def test_followthemoney_knows_every_entity_and_every_property(held) -> None:
    from followthemoney import model
    from followthemoney.proxy import EntityProxy

    for row in FORMATS["ftm"].write(held).splitlines():
        told = json.loads(row)
        entity = EntityProxy.from_dict(told, cleaned=False)
        assert entity.schema == model.get(told["schema"])
        kept = {name for name in told["properties"] if entity.get(name)}
        assert kept == set(told["properties"]), told


@pytest.mark.filterwarnings("ignore")
def test_stix2_parses_the_bundle_strictly(held) -> None:
    import stix2

    bundle = stix2.parse(FORMATS["stix"].write(held).decode(), allow_custom=False, version="2.1")
    kinds = [one["type"] for one in bundle.objects]
    assert {"identity", "relationship", "note", "incident", "report", "marking-definition"} <= set(kinds)
    ids = {one["id"] for one in bundle.objects}
    refs = {ref for one in bundle.objects for ref in one.get("object_refs", [])}
    assert refs <= ids


@pytest.mark.filterwarnings("ignore")
def test_networkx_and_igraph_read_the_same_network(held, tmp_path: Path) -> None:
    import igraph
    import networkx

    graph = networkx.read_graphml(io.BytesIO(FORMATS["graphml"].write(held)), force_multigraph=True)
    (tmp_path / "ties.graphml").write_bytes(FORMATS["graphml"].write(held))
    other = igraph.Graph.Read_GraphML(str(tmp_path / "ties.graphml"))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (other.vcount(), other.ecount()) == (2, 3)
    assert {told["negated"] for _, _, told in graph.edges(data=True)} == {True, False}
    dated = networkx.read_gexf(io.BytesIO(FORMATS["gexf"].write(held)))
    assert dated.number_of_edges() == 3


@pytest.mark.filterwarnings("ignore")
def test_shapely_finds_the_point(held) -> None:
    from shapely.geometry import shape

    (feature,) = json.loads(FORMATS["geojson"].write(held))["features"]
    assert (shape(feature["geometry"]).x, shape(feature["geometry"]).y) == (65.25, 31.5)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["acled", "gtd"])
def test_pandas_reads_the_tables(held, name: str) -> None:
    import pandas

    frame = pandas.read_csv(io.BytesIO(FORMATS[name].write(held)))
    assert len(frame) == 1
    assert float(frame["latitude"][0]) == 31.5


def test_lines_for_langextract_hold_one_document_each() -> None:
    text = Text(hedged().line.source, "Ash", (("arms", "Ash", hedged().line),))
    assert [json.loads(row)["text"] for row in TEXTS["langextract"].write([text])] == ["Ash"]


@pytest.mark.filterwarnings("ignore")
def test_langextract_shows_every_quote_at_its_place_and_opens_no_address(tmp_path: Path, monkeypatch) -> None:
    import socket

    import langextract

    def refused(*_: object) -> None:
        raise AssertionError("an address was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    words = "It is said that Ash armed Birch."
    told = replace(hedged().line, quote=words, start=8, end=8 + len(words))
    text = Text(told.source, f"Karsh.  {words} More.", (("arms", "Ash arms Birch", told),))
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"".join(TEXTS["langextract"].write([text])))
    (document,) = langextract.io.load_annotated_documents_jsonl(path)
    (found,) = document.extractions
    assert document.text[found.char_interval.start_pos : found.char_interval.end_pos] == found.extraction_text == words
    shown = langextract.visualize(path)
    assert words in getattr(shown, "data", shown)
