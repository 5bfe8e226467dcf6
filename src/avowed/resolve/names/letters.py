"""Letters of other alphabets as plain Latin ones, and letters that look like others: a name keeps its length in words.

Romanising is for comparing only and never shown. A word that mixes alphabets is a look-alike and is told apart.
"""

import unicodedata
from functools import lru_cache

_CYRILLIC = (
    "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh "
    "щ shch ъ _ ы y ь _ э e ю iu я ia і i ї i є ie ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dzh ѓ g ќ k ѕ dz "
    "қ k ғ g ң n ө o ұ u ү u һ h ә a ҳ h ӣ i ӯ u ҷ j"
)
_GREEK = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ kh ψ ps ω o"
_ARABIC = (
    "ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع _ غ gh ف f ق q ك k ل l "
    "م m ن n ه h و u ي i ى a ة a ء _ ئ _ ؤ u پ p چ ch ژ zh گ g ک k ی i ې i ۍ i ھ h ہ h ے e ں n ٹ t ڈ d ڑ r "
    "ټ t ډ d ړ r ښ sh ڼ n ځ z څ ts ږ zh"
)
_HEBREW = (
    "א a ב b ג g ד d ה h ו u ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ ts ץ ts ק k ר r ש sh ת t"
)
_LATIN = "ø o ł l ı i ß ss đ d ð d þ th æ ae œ oe ħ h ŋ n ə a ɣ g"

# Letters that the eye takes for Latin ones, small letters and capitals alike (after Unicode TR 39, the common ones).
_ALIKE = "а a е e о o р p с c у y х x і i ј j ѕ s ԁ d һ h ԛ q ԝ w к k м m т t в b н h ο o α a ν v ρ p τ t υ u ι i κ k χ x ε e η n ӏ l"


def _table(pairs: str) -> dict[str, str]:
    parts = pairs.split()
    return dict(zip(parts[::2], ("" if to == "_" else to for to in parts[1::2]), strict=True))


_ROMAN = _table(" ".join((_CYRILLIC, _GREEK, _ARABIC, _HEBREW, _LATIN)))
_LOOKS = _table(_ALIKE)


@lru_cache(maxsize=65536)
def romanised(text: str) -> str:
    """Small Latin letters where a table gives them, other letters as they are; no accents, no vowel points."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(_roman(char) for char in folded)


def _roman(char: str) -> str:
    if char in _ROMAN:
        return _ROMAN[char]
    plain = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    return "".join(_ROMAN.get(part, part) for part in plain)


_LATIN_ALONE = frozenset({"LATIN"})


def scripts(word: str) -> frozenset[str]:
    """The alphabets of a word's letters: LATIN, CYRILLIC, GREEK, ARABIC ..."""
    if word.isascii():
        return _LATIN_ALONE if any(map(str.isalpha, word)) else frozenset()
    return frozenset(unicodedata.name(char, "UNKNOWN").split()[0] for char in word if char.isalpha())


def mixes_scripts(name: str) -> bool:
    """True when one word of a name is put together from several alphabets, as in a deceptive look-alike."""
    return not name.isascii() and any(len(scripts(word) - {"MODIFIER"}) > 1 for word in name.split())


@lru_cache(maxsize=4096)
def looks_like(text: str) -> str:
    """The text with every letter of another alphabet that the eye takes for a Latin one put as that one."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(_LOOKS.get(char, char) for char in folded)
