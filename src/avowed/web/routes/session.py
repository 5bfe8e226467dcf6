"""What the pages need to know at their start: this run's token, which case it is and how much it holds."""

from dataclasses import dataclass, field

from fastapi import APIRouter, Response

from avowed.model.vocabulary import Dimension, Factuality, Kind, Mode, SpeakerRole, Voice
from avowed.present.words import LEADS, LINKED, verbs
from avowed.version import __version__
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import OpenCase, OpenDesk

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["session"])


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the desk, as its pages see it; `seen` is the number of the latest decision."""

    version: str
    token: str
    case: str
    who: str
    leads: str
    counts: dict[str, int]
    seen: int


@dataclass(frozen=True, slots=True)
class Words:
    """The closed vocabularies that pages offer for choice."""

    kinds: tuple[Kind, ...] = tuple(Kind)
    dimensions: tuple[Dimension, ...] = tuple(Dimension)
    voices: tuple[Voice, ...] = tuple(Voice)
    factualities: tuple[Factuality, ...] = tuple(Factuality)
    modes: tuple[Mode, ...] = tuple(Mode)
    roles: tuple[SpeakerRole, ...] = tuple(SpeakerRole)
    verbs: dict[str, str] = field(default_factory=lambda: {name: both[0] for name, both in verbs().items()})
    hostile_verbs: dict[str, str] = field(default_factory=lambda: {name: both[1] for name, both in verbs().items()})
    linked: str = LINKED


@routes.get("/session", response_model=Session)
def session(case: OpenCase, desk: OpenDesk) -> Response:
    """The run's token, which only pages of this address can read, and what the case holds."""
    log = case.decisions()
    seen = log[-1].number if log else 0
    return shown(Session(__version__, desk.access.token, case.title, desk.who, LEADS, case.counts(), seen))


@routes.get("/words", response_model=Words)
def words() -> Response:
    """The closed vocabularies."""
    return shown(Words())
