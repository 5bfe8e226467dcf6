"""The walk from a page without mentions to one with mentions and actors; the same page always gives the same ids."""

from functools import lru_cache

from avowed.annotate.actors.coreference import link
from avowed.annotate.actors.datelines import as_places
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.names import find_names
from avowed.annotate.actors.naming import as_mentions
from avowed.annotate.actors.phrases import nominal_drafts
from avowed.annotate.actors.pronouns import pronoun_drafts
from avowed.annotate.actors.quantities import counted, timed
from avowed.annotate.actors.sheet import Sheet
from avowed.annotate.actors.votes import typed
from avowed.annotate.actors.words import KnownNames
from avowed.annotate.page import Page
from avowed.model.world import KnownActors


@lru_cache(maxsize=4)
def _names(known: KnownActors) -> KnownNames:
    return KnownNames(known)


def find_mentions(page: Page, known: KnownActors) -> Page:
    """The page with its mentions, and with the actors that they stand for as far as this report tells."""
    sheet = Sheet.kept(page.doc)
    mentions, actors = link(sheet, find_drafts(page, sheet, known), known)
    return page.with_(mentions=mentions, actors=actors)


def find_drafts(page: Page, sheet: Sheet, known: KnownActors) -> list[Draft]:
    """Every mention in order, longer ones first where they begin together."""
    names = counted(sheet, find_names(sheet, page.report.text, _names(known), known), page.times)
    drafts = as_mentions(sheet, as_places(sheet, page.report.text, typed(sheet, names)))
    taken = {index for draft in drafts for index in range(draft.first, draft.last + 1)}
    drafts += nominal_drafts(sheet, drafts, taken)
    drafts += pronoun_drafts(sheet, taken)
    drafts += timed(sheet, page.times)
    return sorted(dict.fromkeys(drafts), key=lambda one: (one.first, -one.last))
