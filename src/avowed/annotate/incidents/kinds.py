"""The kinds of incidents and the roles that the trained reader knows, in its words and in ours."""

from avowed.model.vocabulary import IncidentType, ParticipantRole

_T, _R = IncidentType, ParticipantRole
TYPES = {
    "attack": _T.ATTACK,
    "bombing": _T.BOMBING,
    "kidnapping": _T.KIDNAPPING,
    "arson": _T.ARSON,
    "robbery": _T.ROBBERY,
    "forced work stoppage": _T.OTHER,
}
KINDS = {
    **dict.fromkeys((_T.ATTACK, _T.ASSASSINATION, _T.SHOOTING, _T.SIEGE, _T.RAID), "attack"),
    **dict.fromkeys((_T.BOMBING, _T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.DRONE_STRIKE), "bombing"),
    _T.KIDNAPPING: "kidnapping",
    _T.ARSON: "arson",
    _T.ROBBERY: "robbery",
}
ROLES = {
    "PerpInd": _R.PERPETRATOR_INDIVIDUAL,
    "PerpOrg": _R.PERPETRATOR_ORGANISATION,
    "Target": _R.TARGET,
    "Victim": _R.VICTIM,
    "Weapon": _R.WEAPON,
}
