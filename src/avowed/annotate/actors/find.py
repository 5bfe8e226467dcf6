"""The walk from a page without mentions to one with mentions and actors; the same page always gives the same ids."""

from functools import lru_cache

from avowed.annotate.actors.capitals import capital_drafts
from avowed.annotate.actors.coreference import link
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.names import best_names, known_drafts, model_drafts, pattern_drafts
from avowed.annotate.actors.phrases import as_phrases, nominal_drafts
from avowed.annotate.actors.pronouns import pronoun_drafts
from avowed.annotate.actors.words import KnownNames
from avowed.annotate.page import Page, text_of
from avowed.model.world import KnownActors


@lru_cache(maxsize=4)
def _names(known: KnownActors) -> KnownNames:
    return KnownNames(known)


def find_mentions(page: Page, known: KnownActors) -> Page:
    """The page with its mentions, and with the actors that they stand for as far as this report tells."""
    mentions, actors = link(page.doc, page.report.text, find_drafts(page, known), known)
    return page.with_(mentions=mentions, actors=actors)


def find_drafts(page: Page, known: KnownActors) -> list[Draft]:
    """Every mention in order, longer ones first where they begin together."""
    doc, text = page.doc, page.report.text
    named = best_names(
        (*known_drafts(doc, text, _names(known), known), *pattern_drafts(doc, text_of(doc)), *model_drafts(doc))
    )
    named = best_names((*named, *capital_drafts(doc, named)))
    drafts = as_phrases(doc, named)
    taken = {index for draft in drafts for index in range(draft.first, draft.last + 1)}
    drafts += nominal_drafts(doc, drafts, taken)
    drafts += pronoun_drafts(doc, taken)
    return sorted(set(drafts), key=lambda one: (one.first, -one.last))
