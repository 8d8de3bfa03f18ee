"""What short turns of a conversation do: "how come?", "more", "are you sure?", "vice versa". Free of any field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.understand.words.grammar import ASKING

Act = Literal[
    "",
    "why",
    "sure",
    "rows",
    "more",
    "explain",
    "short",
    "example",
    "which",
    "overall",
    "opposite",
    "swap",
    "good",
    "bad",
    "used",
    "table",
    "remedy",
    "except",
]
"""why: the cause is asked for. sure: whether it is so. rows: how it is with each of them. more: all else that
there is. explain: what it means. short: the same in short. good, bad: whether it is. example: an example. which: whom it speaks for. used: what still speaks for it. opposite: the
other end or side. swap: the same with the subjects changed about. overall: whom all speaks for.
table: all of it, side by side. remedy: what helps against it. except: of which it does not
hold."""

_SAID = {
    "why": """
        why, how come, how so, because, because of what, reason, reasons, the reason, what reason, why so, why though,
        in what way, in which way, in what sense, how exactly, what is the reason, what are the reasons, for what reason, what makes you say that, what makes it so, meaning,
        because of what exactly, bc of what, where does the gap come from, where does the difference come from, what makes the difference,
        where does this come from, from what does that come, where does that come from, what does that come from, how is that, cause, bc, bc why, because why, cuz why, coz why, bcs, bcoz, bcuz, coz, cuz, cos, y, y tho, what for, for what, to what end, what causes it, why not, due to what, what's the reason, since, how
        """,
    "sure": """
        really, are you sure, sure about that, for real, seriously, honestly, is that so, is that true, is that right,
        is that correct, is it so, is it true, certain, are you certain, you sure, are you positive, how do you know,
        says who, who says so, who says that, source, sources, your source, what is the source, where does it say that,
        where is that written, true, can i trust that, no way, is that a fact, do you mean it, is it really, is it
        """,
    "rows": """
        how big in numbers, about how big in numbers, about how big, how big, how big exactly, how big roughly, how big about, about how much,
        how much in numbers, how much roughly, what range, in what range, in which range, what sizes, which order of magnitude,
        by how much, by much, by a lot, how much, how much exactly, how many, in numbers, in figures, how big is the difference,
        how big is the gap, to what extent, how far, what are the numbers, any numbers,
        always, is that always so, is that always the case, is it always so, is it always like that, in every case,
        in all cases, without exception, every time, any exceptions, are there exceptions, exceptions, is that always true,
        does that always hold, generally, in general, does it hold in general, never
        """,
    "more": """
        more, tell me more, more please, go on, continue, keep going, elaborate, more details, more detail, details,
        in detail, more info, more information, expand, expand on that, what else, anything else, something else,
        any others, any other, others, any more, go deeper, deeper, say more, explain more, explain further, further,
        explain in more detail, i want to know more, what other, some more, else, and what else, read on, next, what next,
        is that all, that's all, is that it, nothing else, that all, more about that, can you elaborate, more on that, full answer, the rest, and the rest, what about the rest
        """,
    "explain": """
        what is that good for, what's that good for, whats that good for, what is it good for, what good is that,
        explain, explain that, explain please, what does that mean, what does it mean, what do you mean, meaning what,
        i don't understand, i don't get it, don't get it, come again, say that again, repeat, repeat that, huh, clarify,
        can you clarify, in other words, how do you mean, pardon, what does that give me, what does that give us,
        what does that bring, what does it bring, what does that mean for me, what does that mean for us, so what,
        which means, and that means, what follows from that, what of it, like what, like which, such as what,
        such as which, which for example
        """,
    "short": """
        in short, short, shorter, short version, the short version, tl dr, tldr, summary, in summary, summarize,
        summarise, sum up, sum it up, briefly, brief, in brief, in a nutshell, nutshell, bottom line, the bottom line,
        in one sentence, one sentence, in a few words, the gist, gist, too long, shorter please, conclusion, takeaway
        """,
    "example": """
        example, examples, for example, an example, give me an example, for instance, any example, any examples, such as, e.g, eg, like, can you give an example, a concrete example, concrete example, show me an example
        """,
    "which": """
        which, which one, who wins, who is the winner, who's the winner, winner, the winner, which is better, who's better, whos better, who's best, who's the best, who's ahead,
        which one is better, which is best, which is the best, what is better, what's better, which wins, which one wins,
        better, the better one, the better, best, the best, which of them, which of the two, which of these,
        which of both, who is better, so which, what would you pick, your pick, overall winner, verdict, the verdict,
        and the winner is, who comes out ahead, which comes out ahead
        """,
    "overall": """
        overall, all in all, altogether, in total, on the whole, all things considered, taken together,
        which is better overall, who is better overall, which one is better overall, who wins overall, which wins overall,
        better overall, best overall, winner overall
        """,
    "table": """
        table, a table, as a table, as table, in a table, in table form, as a matrix, table please, the table, the whole table,
        put the two side by side, put them side by side, put both side by side, set them side by side, show them side by side,
        show both side by side, put the two next to each other, put them next to each other, both in one table, all in one table,
        full table, the full table, show a table, show me a table, show the table, show me the table, can you show me a table,
        can you show me the table, can i see a table, can i see the table, put it in a table, put that in a table,
        can you put that in a table, make a table, make it a table, side by side, compare them, compare both, compare the two,
        next to each other, both next to each other, both side by side, them side by side, them next to each other,
        all of it side by side, full comparison, the full comparison, whole comparison, the whole comparison, complete comparison
        """,
    "except": """
        which ones aren't, which ones arent, which ones not, which ones are not, which aren't, which arent, which are not,
        which not, which ones don't, which ones dont, which don't, which ones can't, which ones cant, which can't,
        which ones make problems, which ones cause problems, which ones don't work well, which ones dont work well, which don't work well,
        which ones work badly, which ones are trouble, which ones are problematic, which ones are the problem, which ones are a problem, which are the problem, which ones make trouble,
        which ones cause trouble, which kind makes trouble, which kinds make trouble, which ones are excluded,
        which ones are the exceptions, which ones are the exception, which are the exceptions, what are the exceptions,
        what is the exception, what kind isn't, what kinds aren't, which kind isn't, which kinds aren't, which ones won't,
        what won't, what doesn't, what isn't, what can't
        """,
    "remedy": """
        what helps, what would help, what could help, what would help there, what helps against that, what helps against it, what helps with that, what helps there, what would help,
        what can be done, what can one do, what can we do, what can i do, what to do, what to do against that,
        what to do against it, can anything be done, how to fix that, how to fix it, how do i fix that, how do i fix it,
        how do we fix that, how do we fix it, how can i fix that, how can i fix it, how can we fix that, how can we fix it,
        how do i solve that, how do i solve it, how to solve that, how to solve it, how can that be solved,
        how can that be fixed, can that be fixed, can it be fixed, can that be avoided, can it be avoided,
        how can that be avoided, how do i avoid that, how do we avoid that, how to avoid that, workaround, a workaround,
        any workaround, any workarounds, any way around that, any way around it, a way around that, a way around it,
        which tool helps, which tool helps with that, which tool helps with this, which tools help, which tools help with that,
        what tool helps, what tool helps with that, what tools help, is there a tool for that, any tool for that,
        how do i get around that, how do we get around that, how to get around that, any fix, a fix, the fix, any remedy,
        remedy, solution, any solution, a solution, what is the solution, what's the solution, what is the remedy
        """,
    "good": """
        good things, the good things, good parts, the good parts,
        only the good half, the good half, good half, only the good ones, just the good ones, only the good, good, the good, good ones, good sides, the good sides, the good side, good points, is that good, is it good, is that a good thing, is that better, is that an advantage, good thing
        """,
    "bad": """
        bad things, the bad things, the bad parts, bad parts,
        ugly, the ugly, ugly ones, the ugly ones, the ugly side, the ugly parts,
        only the bad half, the bad half, bad half, only the bad ones, just the bad ones, only the bad, bad, the bad, bad ones, bad sides, the bad sides, the bad side, bad points, is that bad, is it bad, is that a bad thing, is that worse, is that a problem, is that a drawback,
        is that a disadvantage, bad thing, good or bad, is that good or bad, is that an issue
        """,
    "opposite": """
        the most, most, the least, least, the worst, worst, the other end,
        opposite, the opposite, what is the opposite, the contrary, contrary, and the opposite, on the contrary,
        the flip side, flip side, other side, the other side, on the other hand, the other hand, and the other side,
        against, what speaks against, for, what speaks for it, what speaks against it, speaks against it
        """,
    "swap": """
        vice versa, viceversa, the other way round, other way round, the other way around, other way around, other way,
        the reverse, reverse, reversed, in reverse, conversely, the other direction, in the other direction,
        the converse, swapped
        """,
}

_AROUND = frozenset(
    """
    a an and as so but ok okay oh ah hm hmm then now though please pls plz just well too also me us here there again mate
    maybe perhaps ha haha heh lol tho exactly roughly approximately actually btw bit little some quick quickly sorry thx thanks alright right hey huh wow wait whoa n nd
    """.split()
)
"""What may stand about such a turn without changing it."""


def _core(folded: Sequence[str]) -> tuple[str, ...]:
    kept = tuple(_FAR.get(word, word) for word in folded if word not in _AROUND)
    return kept or tuple(folded)


_FAR = {"this": "that", "these": "those"}


_ACTS: dict[tuple[str, ...], Act] = {
    _core(phrase.split()): act  # type: ignore[misc]
    for act, phrases in _SAID.items()
    for phrase in phrases.replace("\n", " ").split(",")
    if phrase.strip()
}
_ASIDE = (
    ("about", "that"),
    ("about", "it"),
    ("on", "that"),
    ("is", "that"),
    ("is", "it"),
    ("of", "it"),
    ("on", "all", "points"),
    ("on", "every", "point"),
    ("on", "everything"),
    ("in", "everything"),
)
"""What may end such a turn: "why is that", "more on that"."""
_BEFORE = (
    ("can", "you"),
    ("could", "you"),
    ("would", "you"),
    ("can", "i", "have"),
    ("give",),
    ("tell",),
    ("is",),
    ("its",),
    ("it's",),
    ("it", "is"),
)


def act_of(folded: Sequence[str]) -> Act:
    """What a turn that is nothing but such a phrase does; empty for any other."""
    core = _core(folded)
    if core[:1] == ("like",) and core[1:2] and core[1] in ASKING:
        core = core[1:]
    if "overall" in core and _ACTS.get(tuple(word for word in core if word != "overall")) == "which":
        return "overall"
    for begin in ((), *_BEFORE):
        for end in ((), *_ASIDE):
            # "Is there more?": a "there" is left out of the core.
            inner = core[len(begin) : len(core) - len(end)]
            if core[: len(begin)] == begin and core[len(core) - len(end) :] == end and inner in _ACTS:
                return _ACTS[inner]
    return ""


_CORRECTING = (
    ("i", "meant"), ("i", "mean"), ("meant",), ("no",), ("nope",), ("nah",), ("sorry",), ("wait",), ("oops",),
    ("rather",), ("not",), ("correction",), ("make", "that"), ("i", "was", "asking"), ("instead",),
)  # fmt: skip
"""How a turn begins, or ends, that sets the turn before right."""


_EDGES = frozenset(word for mark in _CORRECTING for word in (mark[0], mark[-1]))


def corrects(folded: Sequence[str]) -> bool:
    """Whether a turn sets the one before right: "no, I meant …", "sorry, …", "not X, Y", "X I mean"."""
    said = tuple(folded)
    if not _EDGES & {*said[:1], *said[-1:]}:
        return False
    return any(said[: len(mark)] == mark or said[len(said) - len(mark) :] == mark for mark in _CORRECTING)


def rejected(before: tuple[str, ...]) -> bool:
    """Whether what is named behind these words is what was not meant: behind "not" or "instead of"."""
    return before[-1:] == ("not",) or before[-2:] in (
        ("instead", "of"),
        ("rather", "than"),
        ("not", "about"),
        ("not", "of"),
    )
