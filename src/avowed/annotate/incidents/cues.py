"""Words of claiming, accusing, suspecting and of authority, as they stand beside a name."""

import re
from collections.abc import Mapping

AUTHORITY = re.compile(
    r"\b(?:army|military|armed forces|police|governments?|minist\w+|authorit\w+|officials?|president|commanders?|colonel"
    r"|general|investigat\w+|judges?|prosecutors?|attorney|security|spokes\w+)\b",
    re.I,
)
CUES: Mapping[str, re.Pattern[str]] = {
    "claim": re.compile(r"\b(?:claimed|claims|claiming|admitted|communiques?|acknowledged|acknowledges)\b", re.I),
    "accuse": re.compile(
        r"\b(?:accus\w+|blam\w+|charged|denounc\w+|indict\w+|implicat\w+|attribut\w+|identified|linked|ascrib\w+)\b",
        re.I,
    ),
    "suspect": re.compile(
        r"\b(?:suspect\w*|presum\w+|alleg\w+|believ\w+|apparent\w*|probabl\w+|supposed\w*|assum\w+|thought to)\b", re.I
    ),
    "authority": AUTHORITY,
    "answer": re.compile(r"\b(?:responsib\w+|behind|author\w*|perpetrat\w+|blame\w*|hallmark\w*|credit)\b", re.I),
    "doubt": re.compile(
        r"\b(?:unidentified|unknown|unclear|not yet|apparently|could|may|might|possibl\w+|perhaps|whether)\b", re.I
    ),
    "message": re.compile(
        r"\b(?:communique|statement|broadcast|announce\w*|letter|telephone\w*|call(?:ed|er)|leaflet\w*|pamphlet\w*|message)\b",
        re.I,
    ),
    "deny": re.compile(r"\b(?:den(?:y|ied|ies|ying)|reject\w*|not|no one)\b", re.I),
}
