"""English grammar words that carry the form of a question and no topic. Free of any field."""

from __future__ import annotations

from bot.model.terms import Sense

AUXILIARIES = frozenset(
    """
    am is are was were do does did can could will would should has have had may might must isn't aren't wasn't weren't
    don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't hasn't haven't hadn't isnt arent dont doesnt cant
    """.split()
)

PRONOUNS = frozenset(
    "one ones them these those two both can could does do did has have will would option tech technology technologies approach solution".split()
)
"""What ends the thing asked for behind "which": in "which one relies on …" no word names it any more."""

DEFINING = frozenset("explain describe describes define defines about tell understand info information row".split())
"""What people say who want to know what something is."""

VERBS = AUXILIARIES | frozenset(
    """
    contain contains share shares run runs use uses need needs require requires include includes provide provides take
    takes start starts boot boots offer offers make makes give gives allow allows support supports cost costs consume
    consumes mean means bring brings save saves win wins beat beats isolate isolates depend depends rely relies keep keeps store stores change changes work works hold holds
    """.split()
)
"""Finite verbs that make a statement of words that begin with a subject."""

HAVING = frozenset("take takes need needs require requires consume consumes cost costs have has".split())
"""The verbs that only join a subject to what it has: "X takes less space"."""

NEGATIONS = frozenset(
    """
    not no never isn't aren't wasn't weren't don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't hasn't
    haven't isnt arent dont doesnt cant wont without none neither nor n't hardly nobody noone nowhere
    """.split()
)

SPEECH = frozenset(
    "tell explain describe show list compare contrast help summarize summarise define clarify elaborate name remind give provide outline walk break teach recap enumerate spell lay".split()
)
"""What "can you" asks of the one who is asked: as good as not said."""

ACTIONS = frozenset(
    """
    install uninstall create delete remove stop restart kill copy move mount attach detach connect configure setup
    build pull push tag log fix solve debug troubleshoot resolve inspect expose edit add disable increase decrease limit
    export import load backup restore convert deploy publish ping exec check clean prune download upload rename schedule
    monitor forward resize shrink write
    """.split()
)
"""What people want done when a message begins with it: they ask for work, which is another thing than an answer."""

TROUBLE = frozenset(
    """
    fail fails failed failing failure error errors crash crashes crashed crashing stuck hang hangs hanging hung broken
    exit exits exited killed refused denied freeze freezes froze frozen timeout timed timing restarting unhealthy corrupted
    """.split()
)
"""Signs that something does not work at the moment."""

REFUSALS = frozenset("can't cannot cant won't wont doesn't doesnt isn't not never unable issue bug weird".split())
"""Signs of the same where the asker speaks of a thing of their own: "my machine won't …"."""

ENDING = frozenset(
    "stopping stops stopped dies died dying restarts restarting disappears vanishes quits quitting".split()
)
"""The same, of what a thing of their own does by itself: "my machine stops at once"."""
OWN = frozenset("my our mine ours".split())
"""Signs that the asker means a thing of their own."""

RECENT = frozenset("today yesterday tomorrow tonight morning recently latest newest lately".split())
"""Signs of a moment in time, which overviews do not speak of."""

DEGREES = frozenset(
    """
    lot lots much many more most less least few little only always never every all any completely totally fully entirely
    too enough should must
    """.split()
)
"""Words of degree, number and duty: a statement that lacks them does not state what a question says with them."""

UNIVERSAL = frozenset("all every any each always never".split())
"""The words of degree that speak of all there are."""

HEDGES = frozenset(
    """
    some most many few several generally usually often typically sometimes mostly largely may might can could not almost
    nearly rarely seldom partly if unless
    """.split()
)
"""Words of a statement that is not made of all there are."""

ASKING = frozenset("what what's whats which how when who where why".split())
"""Words that ask by themselves: behind one of them "is that" is no tag question."""

TAGGED = frozenset("it they that he she you we this".split())
"""What a tag question ends in: "isn't it"."""

JOINTS = frozenset("vs versus or and than v against".split())
"""Words across which two things are set against each other."""

MORE = frozenset(
    "more most longer longest higher highest greater better best stronger strongest improved superior good great".split()
)
LESS = frozenset(
    "less least shorter shortest lower lowest worse worst weaker weakest poorer poor inferior fewer fewest bad reduced".split()
)
SAME = frozenset("same share shares shared sharing".split())
"""What says that one thing serves several."""
WINNING = frozenset("win wins beat beats".split())
"""Verbs of who is ahead: "X wins on Y" says that X is better at it."""
EVALUATIVE = frozenset("better best stronger strongest superior good great improved".split())
WORSENING = frozenset("worse worst weaker weakest poorer poor inferior bad".split())

STORY = frozenset("before since because after while although though as once".split())
SETTING_AGAINST = frozenset("while although though as".split())
"""Those of them that may set two things against each other."""
TELLERS = frozenset("i i'm i've im ive we we're we've my our they he she people everybody everyone".split())
"""With one of these behind it, a conjunction begins a story of somebody's: "before I ask them"."""
CONDITIONS = frozenset("if when once suppose given assuming".split())
"""What begins a condition."""
TOIL = frozenset(
    "trouble troubles problem problems issue issues hassle effort difficulty difficulties pain fuss".split()
)
"""What is spared where a thing is done "without" it: it says that it is easy, and denies nothing."""
SOLVING = frozenset(
    "solve solves solved solving address addresses addressed fix fixes fixed overcome overcomes tackle tackles avoid avoids cure cures cured".split()
)
"""What is done to a problem by what has it no more."""
HARMING = frozenset("affect delete change break".split())
"""What is done to a thing: "does Y go away where X is deleted?". Each stands for its synonyms."""
KINDS = frozenset(
    """
    option choice alternative candidate approach method way kind type variant possibility technology solution system
    contender model one style strategy
    """.split()
)
"""Words for whatever may be chosen from."""
CHOSEN = frozenset("ones of side thing".split()) | KINDS
"""What follows the "which" that asks for one of the subjects, and not for a kind of something."""
TOGETHER = frozenset("together too also along alongside".split())
"""What is done to two things at once: "is Y deleted together with X?"."""
SPARING = "keep"
"""The opposite of all that is done to a thing: "is Y kept?"."""

TOILSOME: dict[str, Sense] = {
    **dict.fromkeys(
        "hard harder hardest difficult pain hassle nightmare chore bother headache tedious".split(), "worse"
    ),
    **dict.fromkeys("easy easier easiest simpler breeze cinch".split(), "better"),
}
"""What is hard or easy "to" do: the end of what is done."""
HARMFUL = frozenset(
    """
    attack break breach hack crack exploit escape compromise penetrate infect hijack corrupt destroy damage steal spoof
    misuse abuse manipulate bypass
    """.split()
)
"""What is good to be hard to do."""

IDIOMS = tuple(
    tuple(phrase.split())
    for phrase in (
        "take place",
        "takes place",
        "taking place",
        "a few times",
        "times a day",
        "times a week",
        "times a month",
        "times a year",
        "right now",
        "right away",
        "slow down",
        "slows down",
        "slowing down",
        "every time",
        "each time",
        "this time",
        "any time",
        "first time",
        "last time",
        "next time",
        "the whole time",
        "all the time",
        "most of the time",
        "at the same time",
        "at a time",
        "over time",
        "in time",
        "a startup",
        "our startup",
        "my startup",
        "small startup",
        "tiny startup",
        "young startup",
        "on time",
    )
)
"""Phrases that say when or how often, or what is done to others, and name no aspect of anything."""
