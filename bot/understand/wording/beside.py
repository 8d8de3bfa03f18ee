"""What a sentence sets its thing beside: "compared with X, Y is light", "Y has a roof, unlike X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.text import Word
from bot.understand.clauses import sentences
from bot.understand.words.grammar import ASKING
from bot.understand.words.lexicon import Lexicon

_COMPARED = tuple(
    tuple(text.split("_"))
    for text in "compared_to compared_with compared_against in_comparison_to in_comparison_with relative_to".split()
)
_CONTRASTED = tuple(
    tuple(text.split("_")) for text in "unlike in_contrast_to in_contrast_with as_opposed_to contrary_to".split()
)
_LEADING = frozenset("so but and well ok okay".split())
_NAMED_AT_MOST = 5
"""Words of what it is set beside at most."""
_TOLD_AT_LEAST = 3


def set_beside(text: str, words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """Words with what the thing is compared with behind what is said of it, and without what it is contrasted with.

    ``words`` have their spans in ``text``.
    """
    turned = (_turned(text, sentence, lexicon) for sentence in sentences(text, words))
    return tuple(word for sentence in turned for word in sentence)


def _turned(text: str, sentence: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    folded = [word.text for word in sentence]
    first = next((at for at, word in enumerate(folded) if word not in _LEADING), len(folded))
    length = _phrase_at(folded, first)
    if length:
        return _behind(sentence, first, length, _end_of_named(text, sentence, first + length, lexicon))
    if ASKING & set(folded):
        return sentence
    if end := _where_denied(text, sentence, lexicon):
        return sentence[:end]
    for at in range(max(_TOLD_AT_LEAST, len(folded) - _NAMED_AT_MOST - _LONGEST), len(folded) - 1):
        length = _phrase_at(folded, at)
        if length and tuple(folded[at : at + length]) in _CONTRASTED:
            return sentence[:at]
        if length:
            # What stands behind a comma would be taken for another claim.
            return (*sentence[:at], replace(sentence[at], start=sentence[at - 1].end), *sentence[at + 1 :])
    return sentence


def _where_denied(text: str, sentence: Sequence[Word], lexicon: Lexicon) -> int:
    """Where what it is not said of is denied at the end: ", not the X"; 0 where nothing is."""
    for at in range(max(_TOLD_AT_LEAST, len(sentence) - _NAMED_AT_MOST), len(sentence) - 1):
        if sentence[at].text == "not" and "," in text[sentence[at - 1].end : sentence[at].start]:
            start = at + 1 + (sentence[at + 1].text in _BEFORE_A_NAME)
            length, terms = lexicon.longest_at([word.text for word in sentence], start)
            return at if length and terms[0].kind == "subject" and start + length == len(sentence) else 0
    return 0


def _behind(sentence: Sequence[Word], first: int, length: int, end: int) -> Sequence[Word]:
    """A sentence that begins with what its thing is set beside, turned round."""
    told = sentence[end:]
    if not end or len(told) < _TOLD_AT_LEAST or told[0].text in ASKING - {"why"}:
        return sentence
    contrasted = tuple(word.text for word in sentence[first : first + length]) in _CONTRASTED
    return told if contrasted else (*told, *sentence[first:end])


def _end_of_named(text: str, sentence: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    """Where what a thing is set beside ends: at a comma, else behind a name; 0 where it does not."""
    last = min(start + _NAMED_AT_MOST + 1, len(sentence) - 1)
    for at in range(start + 1, last):
        if "," in text[sentence[at - 1].end : sentence[at].start]:
            return at
    folded = [word.text for word in sentence]
    for at in range(start, last):
        length, terms = lexicon.longest_at(folded, at)
        if length and terms[0].kind == "subject":
            return at + length
        if folded[at] not in _BEFORE_A_NAME:
            break
    return 0


_BEFORE_A_NAME = frozenset("a an the regular normal traditional classic plain".split())


_LONGEST = max(map(len, (*_COMPARED, *_CONTRASTED)))


def _phrase_at(folded: Sequence[str], at: int) -> int:
    """The words of the phrase that begins there; 0 for none."""
    for phrase in (*_COMPARED, *_CONTRASTED):
        if tuple(folded[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
