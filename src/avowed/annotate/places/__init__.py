"""Where a report's places are: names looked up in the gazetteer and told apart by what the report says around them."""

from avowed.annotate.places.find import find_places
from avowed.annotate.places.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "find_places", "load_gazetteer"]
