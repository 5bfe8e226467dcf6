"""A picture that stands alone: SVG with its style, shown in a notebook, saved to a file by whoever asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from avowed.model.findings import Pair
from avowed.model.world import Incident
from avowed.present import map as maps
from avowed.present import pictures
from avowed.present.markup import Markup

_COLOURS = "svg { --ink: #1b1f24; --paper: #fff; --soft: #59636e; --rule: #d0d7de; --plus: #0b5fae; --minus: #b3450e; }"


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG document; `_repr_svg_` is what notebooks ask for."""

    svg: str

    def _repr_svg_(self) -> str:
        return self.svg


def standing_alone(drawn: Markup) -> Picture:
    """A drawn element with the style that a page would give it."""
    start = drawn.text.index(">") + 1
    return Picture(f"{drawn.text[:start]}<style>{_style()}</style>{drawn.text[start:]}")


def pictures_of(pair: Pair, incidents: Iterable[Incident]) -> dict[str, Picture]:
    """A pair's pictures by name, those that there is something to draw for: `timeline`, `years`, `network`, `map`.

    `incidents` are those of either side.
    """
    drawn = {
        "timeline": pictures.timeline(pair),
        "years": pictures.by_year(pair),
        "network": pictures.network(pair),
        "map": maps.places(tuple(incidents)),
    }
    return {name: standing_alone(one) for name, one in drawn.items() if one is not None}


@cache
def _style() -> str:
    return _COLOURS + files("avowed").joinpath("data", "page", "picture.css").read_text(encoding="utf-8")
