"""One key for the many Latin spellings of a word from Arabic, Persian, Pashto, Urdu or a Slavic tongue.

The rules are a table, applied in order to small Latin letters; words of one key are written alike, never surely one.
Capital letters stand in keys for sounds that Latin writes with two: S for sh, C for ch, X for kh.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from avowed.resolve.names.letters import romanised
from avowed.resolve.names.variants import VARIANTS


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of spelling: what it replaces, two words that it makes alike and two that it must keep apart."""

    name: str
    pattern: re.Pattern[str] = field(repr=False)
    to: str
    alike: tuple[str, str]
    apart: tuple[str, str]


def _rule(name: str, pattern: str, to: str, alike: str, apart: str) -> Rule:
    one, other = alike.split()
    left, right = apart.split()
    return Rule(name, re.compile(pattern), to, (one, other), (left, right))


RULES = (
    _rule("servant of", r"^abd[aeiou]{0,2}(?:l+(?=[^l])|([rsnzdt])(?=\1))?(?=\w{3})", "abd", "abdurrahman abdelrahman", "abdulhadi abdulali"),
    _rule("servant of God", r"^abda?lah?$", "abdula", "abdullah abdallah", "abdullah abdali"),
    _rule("of the faith", r"(?<=\w\w)[aeiou]{0,2}(?:[ld](?=d))?d(?:een|eine|ine|in|yn)$", "udin", "sirajuddin serajeddine", "nuruddin nurullah"),
    _rule("of God", r"(?<=\w\w)[aeou]{1,2}ll+ah?$", "ula", "hezbollah hizballah", "saifullah saifuddin"),
    _rule("ye at the start", r"^[yj]e", "e", "yevgeny evgeny", "yusuf asuf"),
    _rule("father of", r"^abou(?=\w)", "abu", "aboubakr abubakr", "aboubakr ababakr"),
    _rule("yy", r"yy+", "y", "sayyaf sayaf", "sayyaf saaf"),
    _rule("tch", r"t?sch|tch|tsh", "C", "khatchatur khachatur", "tchad tad"),
    _rule("shch", r"shch", "SC", "shchedrin shchedrine", "shchukin chukin"),
    _rule("sh", r"sh", "S", "bashar bashaar", "bashar basar"),
    _rule("ch", r"ch", "C", "chaudhry chaudhri", "chaudhry kaudhry"),
    _rule("kh", r"kh", "X", "akhtar akhtaar", "khan han"),
    _rule("zh", r"zh", "J", "zhakir zhaqir", "zhukov zukov"),
    _rule("gh", r"gh", "g", "baghdadi bagdadi", "baghdadi bahdadi"),
    _rule("th and dh", r"(?<!^ab)([td])h(?=[aeiouy]|$)", r"\1", "thani tani", "thani dani"),
    _rule("ph", r"ph", "f", "yusuph yusuf", "asaph asap"),
    _rule("dj", r"dj", "j", "djamel jamel", "djamel damel"),
    _rule("q and ck", r"ck|q", "k", "qasim kasim", "qasim ghasim"),
    _rule("c before e and i", r"c(?=[eiy])", "s", "cemal semal", "cemal kemal"),
    _rule("c", r"c", "k", "carim karim", "carim sarim"),
    _rule("x", r"x", "ks", "alexander aleksander", "alexander aleander"),
    _rule("ou before a vowel at the start", r"^ou(?=[aei])", "v", "ouali wali", "ouali oali"),
    _rule("aoui", r"aou?i", "avi", "alaoui alawi", "alaoui ali"),
    _rule("iya", r"(?<=[aeiou])?iyy?(?=[aou])|ey+(?=[aou])", "i", "fatemiyoun fatemioun", "fatemiyoun fatemoun"),
    _rule("ai", r"a?y{1,3}i|ayy?e|a[iye]e?|e[iy]|o[iy](?![aou])", "i", "tayyiba toiba", "haibat habat"),
    _rule("au", r"a[uw](?![aeiou])|ao?u|o[uwo](?![aei])|ou|oo|uu", "u", "mansour mansoor", "mansour mansar"),
    _rule("w", r"w", "v", "wali vali", "wali ali"),
    _rule("ee", r"ee+|ie|ii+|ij$|yi$|iy$|y$", "i", "waleed walid", "waleed wald"),
    _rule("j after a vowel", r"(?<=[aeiou])j(?=[bcdfgklmnpqrstvz]|$)", "i", "andrej andrei", "andrej andr"),
    _rule("y within", r"(?<=[^aeiou])y|(?<=[aeiou])y(?![aeiou])", "i", "lyse lise", "yamin amin"),
    _rule("eh at the end", r"eh$", "a", "akhundzadeh akhundzada", "akhundzadeh akhundzadi"),
    _rule("silent e", r"(?<=[aeiou][nrld])e$", "", "morabitoune morabitoun", "fatime fatim"),
    _rule("e", r"e", "i", "taleban taliban", "taleban talaban"),
    _rule("o", r"o", "u", "omar umar", "omar amar"),
    _rule("i twice", r"ii+|(?<=[a])i(?=[^aeiou])", "i", "andreii andrei", "andrei andra"),
    _rule("double letters", r"(\w)\1+", r"\1", "hassan hasan", "hassan hatan"),
    _rule("h at the end", r"(?<=[aiu])h$", "", "taibah taiba", "taibah taibak"),
)  # fmt: skip

_NOT_SOUNDED = re.compile(r"(?<!^)[aiu]")


@lru_cache(maxsize=262144)
def key(word: str) -> str:
    """What one word is compared by; Mohammed and Muhammad have the same."""
    letters = romanised(word)
    letters = VARIANTS.get(letters, letters)
    if not letters.isascii() or not letters.isalpha():
        return letters
    for rule in RULES:
        letters = rule.pattern.sub(rule.to, letters)
    return letters


@lru_cache(maxsize=262144)
def skeleton(word: str) -> str:
    """The consonants of a word's key, with a mark where it begins with a vowel: what spellings share most often."""
    sounds = key(word)
    bare = _NOT_SOUNDED.sub("", sounds)
    return "a" + bare[1:] if bare[:1] in {"a", "i", "u"} else bare
