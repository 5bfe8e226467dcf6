"""Reports into mentions and assertions, each with its quote."""

from avowed.annotate.annotator import Annotator

__all__ = ["Annotator"]
