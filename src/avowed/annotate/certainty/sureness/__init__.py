"""How sure it is that what a word tells happened, as a number, by small learned layers over the parse."""

from avowed.annotate.certainty.sureness.sureness import Sureness, remember, shipped, sure_of, surer_than

__all__ = ["Sureness", "remember", "shipped", "sure_of", "surer_than"]
