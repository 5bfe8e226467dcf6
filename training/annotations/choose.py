"""Chooses the documents to annotate next; the choice depends only on the texts and on what is annotated already.

python training/annotations/choose.py [--data FOLDER]
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from annotation_texts import SETS, default_folder, texts

HERE = Path(__file__).parent
BATCHES = 9
# Sizes give 2,500 ties in 200 documents at the 10 to 17 ties a document of the first 74.
WANTED = {"re3d": 30, "canada": 36, "muc4": 50, "polnear": 10}
LENGTHS = {"re3d": (0, 9000), "canada": (900, 9000), "muc4": (900, 3200), "polnear": (1800, 6000)}
# One weight a hit; the rarer a dimension among the first 74 documents, the more a cue for it weighs.
CUES = {
    r"\b(arms|weapons|explosives|ammunition|rockets?) (to|from|for)|\barmed by\b|\bsuppl(y|ied|ies) weapons": 5,
    r"\bdefect(ed|ors?|ion)|\bswitched sides|\bdesert(ed|ers|ion)|\bformer members?|\bfighters? (from|joined)": 5,
    r"\binfiltrat\w+|\binformants?|\binformers?|\bintelligence (to|from|sharing)|\bspying|\bspies\b": 5,
    r"\bsanctuar\w+|\bsafe (haven|house)s?|\bshelter\w*|\bharbou?r(ed|ing)|\brefuge\b|\bhideouts?\b": 5,
    r"\bpledged?\b|\ballegiance|\bloyal to\b|\bsw(ore|orn)\b": 4,
    r"\bsplit|\bsplinter\w*|\bbreakaway|\boffshoot|\bmerge[dr]?\b|\brenamed|\bsuccessor|\bfounded by\b": 4,
    r"\bbrothers?\b|\bsons? of\b|\bcousins?\b|\bwife\b|\bhusband\b|\btribes?\b|\bclans?\b|\bfamily of\b": 3,
    r"\bfinanc\w+|\bfund(ed|s|ing|raising)\b|\bdonat\w+|\bextort\w+|\bransom|\bpaid (to|by)\b": 3,
    r"\btrain(ed|ing|s|ers)\b|\binstructors?|\btraining camps?": 3,
    r"\brecruit\w*|\bsmuggl\w+|\bfalse (passports|documents)|\btransport(ed|ing)\b|\blogistic\w*": 3,
    r"\bcease-?fires?|\btruces?\b|\bnegotiat\w+|\btalks\b|\bdialogue|\bpeace (accord|agreement|process|plan)": 2,
    r"\brivals?\b|\brivalry|\bfeud\w*|\bdispute[ds]?\b|\bturf\b|\bfactions?\b|\binfighting": 4,
    r"\bjoint(ly)?\b|\balliance|\bin coordination with|\balongside\b|\btogether with\b|\bside by side": 3,
    r"\bled by\b|\bleader of\b|\bcommander|\bunder the command|\bappointed\b|\bheaded by\b": 2,
    r"\bden(y|ied|ies)\b|\bno (links?|ties|connections?)\b|\balleged\w*|\baccus\w+|\breportedly|\bsuspect\w+": 2,
    r"\battack\w*|\bkill\w*|\bclash\w*|\bbomb\w*|\bambush\w*|\bkidnap\w*|\barrest\w*": 1,
}
ARMED = (
    r"guerrillas?|rebels?|insurgents?|militants?|terrorists?|militias?|army|armed forces|military|troops|soldiers|"
    r"police|front|brigade|cartel|taliban|islamic state|isis|isil|al[- ]qa\w+|hezbollah|hizballah|hamas|kurd\w*|"
    r"nusra|fmln|eln|farc|contras?|paramilitar\w+|death squads?"
)
# News of an election campaign speaks of wars without saying who does what to whom.
CAMPAIGN = r"\b(trump|clinton|candidates?|campaign trail|republicans?|democrats?|voters?|primary|sanders|cruz|rubio)\b"


def score(text: str) -> float:
    """Weighted cues a thousand characters, times the armed actors named (at most six); campaign news sinks."""
    lower = text.lower()
    cues = sum(weight * min(3, len(re.findall(cue, lower))) for cue, weight in CUES.items())
    armed = {found[0] for found in re.finditer(rf"\b({ARMED})\b", lower)}
    campaign = len(re.findall(CAMPAIGN, lower))
    return cues / (1 + len(text) / 1000) * min(6, len(armed)) / (1 + campaign)


def shingles(text: str) -> set[str]:
    """Every run of five words."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}


def is_copy(text: str, others: Iterable[set[str]]) -> bool:
    """Whether a fifth of the five-word runs stand in another text: annotated twice it would teach nothing."""
    own = shingles(text)
    return any(len(own & other) > 0.2 * min(len(own), len(other) or 1) for other in others)


def chosen(folder: Path, set_name: str, done: set[str]) -> list[str]:
    """The wanted documents of one set, highest score first, without those done and without near copies."""
    known = texts(folder, set_name)
    taken = [shingles(known[document]) for document in done if document in known]
    low, high = LENGTHS[set_name]
    fit = [document for document, text in known.items() if document not in done and low <= len(text) <= high]
    picked: list[str] = []
    for document in sorted(fit, key=lambda document: (-rank(set_name, known[document]), document)):
        if len(picked) < WANTED[set_name] and (set_name == "re3d" or not is_copy(known[document], taken)):
            picked.append(document)
            taken.append(shingles(known[document]))
    return picked


def rank(set_name: str, text: str) -> float:
    """Narratives are dense throughout, so a longer one gains; elsewhere only the score decides."""
    return score(text) * len(text) if set_name == "canada" else score(text)


def batches(folder: Path, done: set[tuple[str, str]]) -> list[list[dict]]:
    """Documents dealt like cards, set after set, so that every batch mixes the sets."""
    pile = [
        {"set": set_name, "id": document, "characters": len(texts(folder, set_name)[document])}
        for set_name in SETS
        for document in chosen(folder, set_name, {known for name, known in done if name == set_name})
    ]
    return [pile[start::BATCHES] for start in range(BATCHES)]


def twice(dealt: list[list[dict]]) -> list[dict]:
    """Three documents of each batch, and a fourth of the first, from different sets, for a second annotator."""
    rows = []
    for number, batch in enumerate(dealt):
        count = 4 if number == 0 else 3
        step = len(batch) / count
        picked = [batch[int(i * step + (number % 3) * step / 3)] for i in range(count)]
        rows += [
            {"set": row["set"], "id": row["id"], "batch": number + 1, "by": (number + 1) % BATCHES + 1}
            for row in picked
        ]
    return rows


def first_annotated() -> set[tuple[str, str]]:
    """(set, id) of what was annotated before any batch."""
    return listed("first.json")


def later_annotated() -> set[tuple[str, str]]:
    """(set, id) of what was annotated beyond the batches, to train on only."""
    return listed("more.json")


def listed(name: str) -> set[tuple[str, str]]:
    """(set, id) of a list beside this file."""
    return {tuple(row) for row in json.loads((HERE / name).read_text(encoding="utf-8"))}


def plan(folder: Path, done: set[tuple[str, str]]) -> dict:
    """The batches, what is annotated twice, and what is held out."""
    dealt = batches(folder, done)
    every = sorted(done | {(row["set"], row["id"]) for batch in dealt for row in batch})
    rows = [{"number": number, "documents": batch} for number, batch in enumerate(dealt, 1)]
    return {"batches": rows, "twice": twice(dealt), "held_out": held_out(every)}


def held_out(every: list[tuple[str, str]]) -> list[list[str]]:
    """A tenth of each set, those of the lowest hash of set and id, which training never uses."""
    rows = []
    for set_name in SETS:
        own = [row for row in every if row[0] == set_name]
        own.sort(key=lambda row: hashlib.sha256("/".join(row).encode()).hexdigest())
        rows += [list(row) for row in own[: round(len(own) / 10)]]
    return rows


def lines(made: dict) -> str:
    """The plan as JSON with one line a document."""
    text = json.dumps(made, indent=1, ensure_ascii=False)
    return re.sub(r"\n\s+(?=\"(set|id|characters|batch|by)\")|(?<=\d)\n\s+(?=})", " ", text) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Write the plan beside this file."""
    parser = argparse.ArgumentParser(description="Choose the documents to annotate next.")
    parser.add_argument("--data", type=Path, default=default_folder(), help="folder of the texts (or AVOWED_DATA)")
    folder = parser.parse_args(arguments).data
    made = plan(folder, first_annotated())
    (HERE / "batches.json").write_text(lines(made), encoding="utf-8")
    print(f"{sum(len(row['documents']) for row in made['batches'])} documents, {len(made['twice'])} twice")
    return 0


if __name__ == "__main__":
    sys.exit(main())
