"""Which words deny, and which words they deny, whatever is tied or told there."""

from avowed.annotate.certainty.negation.cues import cues_of
from avowed.annotate.certainty.negation.scope import Negation, negations, scope_of

__all__ = ["Negation", "cues_of", "negations", "scope_of"]
