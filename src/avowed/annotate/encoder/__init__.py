"""The trained reader: the one room that loads a model.

A text is cut into windows of word pieces (`pieces`), its layers give each piece a vector (`layers`), and what is asked of a
window (`reading`, `fills`) is worked out from these by small last layers (`heads`, `decode`).
"""

from avowed.annotate.encoder.card import RESTORE, SHIPPED, Card
from avowed.annotate.encoder.encoder import Encoder
from avowed.annotate.encoder.layers import BELOW
from avowed.annotate.encoder.reading import Ends, Reading, ReadPair, ReadSpan, Scored

__all__ = ["BELOW", "RESTORE", "SHIPPED", "Card", "Encoder", "Ends", "ReadPair", "ReadSpan", "Reading", "Scored"]
