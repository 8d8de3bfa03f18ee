"""The words of a question as plain English: set phrases, asides and inversions put in the words that they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text import Word
from bot.understand.clauses import sentences, without_contrast, without_thought
from bot.understand.wording.beside import set_beside
from bot.understand.wording.deeds import different
from bot.understand.wording.lasting import as_lasting
from bot.understand.wording.plainly import plainly
from bot.understand.wording.shorthand import in_full, with_than, without_hearsay
from bot.understand.wording.straight import straight
from bot.understand.wording.whereabouts import compared
from bot.understand.words.grammar import ASKING
from bot.understand.words.lexicon import Lexicon


def in_plain_english(text: str, repaired: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """What is read of a question: its ``repaired`` words with all that others stand for; spans lie in ``text``."""
    straightened = straight(plainly(compared(without_hearsay(in_full(_without_hurry(text, repaired, lexicon))))))
    said = [as_lasting(sentence, lexicon) for sentence in sentences(text, different(straightened, lexicon))]
    outright = without_contrast(text, tuple(word for sentence in said for word in sentence))
    return _which_first(without_thought(text, set_beside(text, with_than(outright, lexicon), lexicon)), lexicon)


def _without_hurry(text: str, words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """Words without what is told behind a "please": "compare X and Y please, my boss is waiting". What goes on with "and",
    asks again or names a subject is asked as well.
    """
    for at in range(3, len(words)):
        paused = {*text[words[at - 1].end : words[at].start]} & set(",-\u2013\u2014")
        if not paused or words[at - 1].text not in _PLEASE:
            continue
        tail = [word.text for word in words[at:]]
        named = [terms[0].kind for place in range(len(tail)) if (terms := lexicon.longest_at(tail, place)[1])]
        if not (tail[0] in _GOING_ON or {*tail} & ASKING or {"subject", "intent"} & {*named}):
            return words[:at]
    return words


def _which_first(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Words with "which one for X" for "X, which one", where X names nothing that the content has a name for."""
    folded = [word.text for word in words]
    last = next((tail for tail in _WHICH_ONE if tuple(folded[-len(tail) :]) == tail), ())
    before = folded[: len(folded) - len(last)]
    if not last or len(before) < len(("holiday", "home")) or ASKING & {*before[:1]}:
        return words
    if any(lexicon.longest_at(before, at)[1] for at in range(len(before))):
        return words
    at = words[0].start
    wanted = next((len(phrase) for phrase in _WANTED if tuple(before[: len(phrase)]) == phrase), 0)
    return (*(Word(word, at, at) for word in ("which", "one", "for")), *words[wanted : len(before)])


_WANTED = tuple(
    (*who, *wish.split())
    for who in (("i",), ("we",), ())
    for wish in (
        "need something for",
        "want something for",
        "need one for",
        "am looking for something for",
        "need it for",
    )
)


_WHICH_ONE = (("which", "one", "then"), ("so", "which", "one"), ("which", "one"), ("which",))
_PLEASE = frozenset("please pls plz".split())
_GOING_ON = frozenset(
    "and or also plus then but not for of on in with regarding concerning both each all only just".split()
)
