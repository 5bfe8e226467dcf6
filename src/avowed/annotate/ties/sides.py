"""On whose side a speaker stands by rank alone: an officer speaks for `the army`, a rebel leader for `the guerrillas`."""

from avowed.annotate.grammar.tables import word_set
from avowed.annotate.page import Page
from avowed.annotate.sayings.saying import Saying
from avowed.model.evidence import Mention
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind

_OFFICERS = frozenset(
    {"colonel", "col", "general", "gen", "major", "maj", "captain", "capt", "lieutenant", "lt", "admiral", "brigadier"}
    | {"marshal", "commodore", "military", "army", "battalion", "brigade"}
)
_REBELS = frozenset({"rebel", "rebels", "guerrilla", "guerrillas", "insurgent", "insurgents", "clandestine"})
_ARMY = frozenset({"army", "armed", "forces", "military", "troops", "soldiers", "government", "air", "force", "navy"})
_BANDS = frozenset(
    {"rebels", "guerrillas", "insurgents", "guerrilla", "rebel", "insurgent", "forces", "fighters", "units"}
)
_SMALL = frozenset({"the", "our", "their", "of"})
_OWN_PEOPLE = word_set("own_people")
_FORCES = frozenset({ActorKind.STATE_AGENCY, ActorKind.GOVERNMENT})


def on_side_of(page: Page, saying: Saying, party: str | None) -> bool:
    """True where a party is named by no more than its side, and the speaker's own words tell that side."""
    actor = page.actor.get(party or "")
    if actor is None or saying.source_span is None:
        return False
    name = set(fold(actor.name).split()) - _SMALL
    words = _words(page, saying)
    if name and name <= _ARMY and name != {"government"} and actor.kind in _FORCES:
        return bool(words & _OFFICERS) and not words & _REBELS
    return bool(name) and name <= _BANDS and name != {"forces"} and bool(words & _REBELS) and not words & _OFFICERS


def own_people(page: Page, mention: Mention) -> bool:
    """True for the speaker's own people as a party: `our soldiers`, not `our enemies`."""
    words = mention.span.of(page.report.text).lower().split()
    head = page.token_at(mention.head.start) if len(words) > 1 and words[0] in ("our", "my") else None
    return head is not None and head.lemma_.lower() in _OWN_PEOPLE


def _words(page: Page, saying: Saying) -> set[str]:
    """All that the report calls the speaker: the words of the source, and its names."""
    text = page.report.text
    told = [span.of(text) for span in (saying.described, saying.source_span) if span is not None]
    if saying.source is not None and saying.source.actor is not None:
        row = page.actor[saying.source.actor]
        told += [row.name, *row.aliases]
        told += [one.span.of(text) for one in page.mentions if one.actor == saying.source.actor]
    return set(fold(" ".join(told)).split())
