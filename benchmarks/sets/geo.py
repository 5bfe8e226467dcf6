"""LGL and GeoVirus: news articles with place names and their coordinates; offsets are into the text as given here."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, parse

from benchmarks.scoring.geocoding import Located
from benchmarks.scoring.spans import Span
from benchmarks.sets import existing

_UNITS = frozenset({"PCLI", "PCLS", "PCLD", "PCL", "ADM1"})


@dataclass(frozen=True, slots=True)
class Document:
    """One article, its located places, and the names to which the set gives no place."""

    id: str
    text: str
    places: tuple[Located, ...]
    unplaced: tuple[Span, ...] = ()


def load_lgl(root: Path) -> list[Document]:
    """The articles of the Local-Global Lexicon."""
    return [_lgl(article) for article in _articles(root / "geo" / "lgl.xml.gz")]


def load_geovirus(root: Path) -> list[Document]:
    """The articles of GeoVirus; its offsets count from one, ours from nought."""
    articles = _articles(root / "geo" / "GeoVirus.xml.gz")
    return [_geovirus(str(at), article) for at, article in enumerate(articles)]


def _articles(path: Path) -> Iterator[Element]:
    with gzip.open(existing(path), "rb") as file:
        yield from parse(file).getroot()  # noqa: S314 a file of the development data


def _lgl(article: Element) -> Document:
    names = article.findall("toponyms/toponym")
    placed = [one for one in names if one.find("gaztag/lat") is not None]
    unplaced = tuple(_span(one) for one in names if one.find("gaztag/lat") is None)
    return Document(article.attrib["docid"], _text(article, "text"), tuple(map(_toponym, placed)), unplaced)


def _toponym(one: Element) -> Located:
    place = (float(_text(one, "gaztag/lat")), float(_text(one, "gaztag/lon")))
    geonames = next(int(tag.attrib["geonameid"]) for tag in one.findall("gaztag"))
    return Located(_span(one), *place, geonames, _text(one, "gaztag/fcode") in _UNITS)


def _geovirus(id_: str, article: Element) -> Document:
    return Document(id_, _text(article, "text"), tuple(map(_location, article.findall("locations/location"))))


def _location(one: Element) -> Located:
    start, end = _span(one)
    return Located((start - 1, end - 1), float(_text(one, "lat")), float(_text(one, "lon")))


def _span(one: Element) -> Span:
    return (int(_text(one, "start")), int(_text(one, "end")))


def _text(one: Element, tag: str) -> str:
    return one.findtext(tag) or ""
