"""From the text of a question to what it asks: repair, read, propose, weigh, decide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.catalogue.lookups import Catalogue
from bot.model.context import Context
from bot.model.dialogue import Candidate, Correction, Trace, Understanding, Understood
from bot.model.knowledge import Knowledge
from bot.model.meaning import Meaning
from bot.text import Word, singular, words
from bot.understand import decide
from bot.understand.clauses import Clause, clauses, doubted, wished, with_options
from bot.understand.confidence import DROPPED, score
from bot.understand.entries import EntryMatcher
from bot.understand.everyone import everyone, spoken_of, without_kind
from bot.understand.evidence import Evidence
from bot.understand.fronts import BY_THE_WAY, NAMED, REFERRING, in_front, is_label, refers_back
from bot.understand.halves import claimed, judged, of_one_sentence
from bot.understand.matching.matcher import Matcher
from bot.understand.paced import more_of, paced
from bot.understand.reading import Reading, read
from bot.understand.rules.drafts import drafts
from bot.understand.rules.scene import Draft, Scene
from bot.understand.rules.situations import untold
from bot.understand.sayings import HEAVIER
from bot.understand.threads import acts, another, pick, referring, thread, together
from bot.understand.wording.steps import in_plain_english
from bot.understand.words.grammar import ASKING
from bot.understand.words.lexicon import Lexicon
from bot.understand.words.markup import capitals, typed, without_markup
from bot.understand.words.particulars import ASKED_OF
from bot.understand.words.spelling import Speller, repaired
from bot.understand.words.weights import classes, titled, unmeasured, vocabulary_of, weight_of

LONGEST = 500
"""Characters of a question that are read: what is asked stands in them, and a pasted log costs no more than a question."""
ROW = 0.85
"""How well the row of the claim before fits a turn that names another subject."""
KEPT = 6
"""Candidates that a trace keeps."""
WIDER = ("why", "pros_cons")
"""Kinds whose answer holds that of the kinds they tie with: the cause with the state, both sides with the one."""
TOLD = 0.4
"""Share of its confidence that is left to a sentence which only tells, where another one asks."""
OPTIONS = 0.92
"""The same where the options of a quiz item are read with it: what is asked stands before them."""
IN_BRIEF = frozenset("sentence sentences words short nutshell english terms brief".split())
"""What says how a thing is to be told, and so that it is to be told what it is: "in one sentence: X"."""
BESIDES = 0.75
"""The same where none of the options is what the content speaks of, and the question names an aspect by itself."""


@dataclass(frozen=True)
class Understander:
    """The compiled content, ready to understand questions. Holds no state: the same question gives the same result."""

    catalogue: Catalogue
    lexicon: Lexicon
    evidence: Evidence
    speller: Speller
    entries: EntryMatcher
    threshold: float
    unmeasured: frozenset[str]
    """Names of everyday measures, such as "price", that no aspect of this content takes."""
    titled: frozenset[str]
    """Words of the title, where there is one overview, that name nothing in it."""
    classes: frozenset[str]
    """Words that the names of several subjects share: "which database" asks which of them."""

    @classmethod
    def build(cls, knowledge: Knowledge, threshold: float, matcher: Matcher | None = None) -> Understander:
        """Index the content. ``matcher`` is one that was built from this content before, to save the time."""
        catalogue = Catalogue(knowledge)
        lexicon = Lexicon.build(knowledge)
        evidence = Evidence.build(knowledge)
        entries = EntryMatcher.build(knowledge, matcher)
        speller = Speller.build(
            vocabulary_of(knowledge, lexicon, entries),
            knowledge.phrasebook.protected,
            tuple((pair.left, pair.right) for pair in knowledge.phrasebook.opposites),
            lexicon.pairs(),
        )
        return cls(
            catalogue,
            lexicon,
            evidence,
            speller,
            entries,
            threshold,
            unmeasured(knowledge, lexicon),
            titled(knowledge, lexicon),
            classes(knowledge),
        )

    def understand(self, text: str, context: Context | None = None) -> Understanding:
        """What a question asks.

        Args:
            text: the message, with any mark-up of its medium.
            context: what the turn before left; None at the start of a conversation and after a declined turn.

        Returns:
            ``Understood``, ``Unsure`` or ``Unknown``, each with its trace. Never raises.
        """
        plain, options = with_options(without_markup(text)[:LONGEST])
        written = words(plain)
        repairs = self.speller.repair(written, capitals(plain, written))
        corrections = tuple(
            Correction(
                " ".join(word.text for word in repair.written),
                " ".join(repair.words),
                repair.distance,
            )
            for repair in repairs
            if repair.distance
        )
        read_words = in_plain_english(plain, repaired(repairs), self.lexicon)
        found: list[tuple[Candidate, Reading]] = []
        whole = referring.meant(self._read(Clause(read_words, asks=False, dropped=(), alone=True)))
        whole = replace(whole, typed=typed(plain))
        if context is not None and (chosen := pick.chosen(whole, context, self.catalogue)) is not None:
            tokens = tuple(word.text for word in read_words)
            return Understood(chosen, 1.0, Trace(tokens, corrections, rule="picked of what was offered"))
        parts = clauses(plain, read_words, options)
        asked = any(clause.asks and not clause.alone and self._names(clause) for clause in parts)
        posed = options < len(plain) and any(word.text in ASKING for word in read_words if word.start < options)
        offers = any(slot.kind == "subject" and slot.start >= options for slot in whole.slots)
        asked_of = any(slot.kind == "aspect" and slot.start < options for slot in whole.slots)
        slips, doubt, pieces = sum(c.distance for c in corrections), doubted(plain, read_words), []
        for clause in parts:
            beside = asked and not clause.asks and not clause.alone
            told = TOLD if beside or clause.words[-1].start < doubt else 1.0
            if options < len(plain) and clause.words[-1].start >= options:
                told *= OPTIONS if offers and posed else BESIDES if asked_of and not offers else 1.0
            read_so = self._candidates(clause, whole, context, slips)
            if whole.aspects and any(other.dropped == clause.words for other in parts):
                # "X vs Y: isolation" asks of no more than what stands under the heading.
                read_so = [(c, r) for c, r in read_so if c.meaning.intent not in ("compare", "difference")]
            found += [
                (c if told == 1.0 else replace(c, confidence=round(c.confidence * told, 4)), r) for c, r in read_so
            ]
            piece = [] if clause.alone else together.piece(clause.words, read_so, self.threshold)
            if piece and (front := together.front(clause)) is not None:
                piece += together.piece(front.words, self._candidates(front, whole, context, slips), self.threshold)
            pieces += piece
        found = of_one_sentence(found, whole, self.threshold) + together.joined(pieces)
        for claims, alone in claimed(
            plain, read_words, whole, lambda told: self._read(Clause(told, asks=False, dropped=(), alone=True))
        ):
            halved = [Clause(half, asks=False, dropped=(), alone=False) for half in claims]
            found = judged(
                found, [self._candidates(each, whole, context, slips) for each in halved], self.catalogue, alone=alone
            )
        greets = not (whole.subjects or whole.aspects) and self.entries.greets(whole.folded)
        greets = greets and not any(self._asks_beside(clause) for clause in parts)
        found += [
            (entry, whole)
            for entry in self.entries.candidates(read_words)
            if greets or not self.entries.is_small_talk(entry.meaning)
        ]
        if any(c.meaning.intent != "entry" and c.confidence >= self.threshold and r.opening for c, r in found):
            found = [(c, r) for c, r in found if not self.entries.is_small_talk(c.meaning)]
        if any(c.meaning.intent == "entry" and c.confidence >= self.threshold for c, _ in found):
            found = [(c, r) for c, r in found if c.meaning.intent not in ("help", "list")]
        found.sort(key=lambda pair: (-pair[0].confidence, pair[0].meaning.intent not in WIDER, pair[0].meaning.id))
        best: dict[Meaning, tuple[Candidate, Reading]] = {}
        for candidate, reading in found:
            best.setdefault(candidate.meaning, (candidate, reading))
        ranked = list(best.values())
        candidates = tuple(candidate for candidate, _ in ranked[:KEPT])
        reading = ranked[0][1] if ranked else whole
        trace = Trace(
            tokens=tuple(word.text for word in read_words),
            corrections=corrections,
            slots=reading.slots,
            candidates=candidates,
            margin=decide.margin(candidates),
            inherited=reading.inherited,
        )
        about = context.about if context else None
        onward = acts.onward(whole, about, self.catalogue) if about else ()
        return decide.decide(
            candidates, reading, trace, self.catalogue, threshold=self.threshold, context=about, onward=onward
        )

    def _asks_beside(self, clause: Clause) -> bool:
        """Whether a sentence asks of something beside the courtesies of a message: "thanks. And X?"."""
        reading = self._read(clause) if clause.asks and not clause.alone else None
        return reading is not None and reading.rest > NAMED and not self.entries.greets(reading.folded)

    def _names(self, clause: Clause) -> bool:
        """Whether a clause by itself says of what it asks, be it of something that is not known here."""
        reading = self._read(clause)
        strange = reading.opening in ("what", "which", "how much", "how to", "who", "where") and reading.rest > NAMED
        strange = strange and not (REFERRING | {"there", "that", "this"}) & set(reading.folded)
        return strange or bool(reading.subjects or reading.aspects or set(reading.cues) - {"confirm", "why"})

    def _read(self, clause: Clause) -> Reading:
        weigh = {word.text: self._weight(word) for word in clause.words}
        return read(clause.words, self.lexicon, self.evidence, weigh, asks=clause.asks)

    def _weight(self, word: Word) -> float:
        if singular(word.text) in self.classes or word.text in self.titled:
            return 0.0
        return ASKED_OF if word.text in self.unmeasured else weight_of(word)

    def _candidates(
        self, clause: Clause, whole: Reading, context: Context | None, corrections: int
    ) -> list[tuple[Candidate, Reading]]:
        reading = self._as_asked(clause, whole, context.about.subjects if context and context.about else ())
        refers = refers_back(reading)
        readings = [reading]
        front = self._read(Clause(clause.dropped, asks=False, dropped=(), alone=False)) if clause.dropped else None
        if front is not None and front.has("confirm") and reading.opening == "":
            reading = replace(reading, opening="statement")
            readings = [reading]
        told = front is not None and (front.has("define") or IN_BRIEF & set(front.folded))
        if told and not (reading.opening or reading.cues):
            # What is to be told in one sentence is what it is.
            reading = replace(reading, cues=("define",))
            readings = [reading]
        if refers and front is not None and front.nested and self.catalogue.comparison(front.nested) is not None:
            # "Can I run an X in a Y, and is it fast?"
            reading = replace(reading, stranger=True)
            readings = [reading]
        truth = reading.opening == "yesno"
        wishes = wished(reading.folded)
        before = in_front(front, refers=refers, truth=truth, wishes=wishes) if front is not None else 0.0
        if front is not None and clause.bracketed:
            before = front.rest * BY_THE_WAY
        if front is not None and clause.headed and not reading.opening and is_label(front):
            # "Licences: X or Y" asks of the licences.
            before = front.rest * HEAVIER["asked"] / DROPPED
        proposed: list[tuple[Draft, Reading]] = []
        if context is not None and context.about is not None and clause.alone:
            readings, proposed = self._going_on(reading, context, context.about)
        told_of = tuple(slot.id for slot in whole.aspects)
        said = without_kind(whole, self.evidence).claim
        for each in readings:
            scene = Scene(each, self.catalogue, self.evidence, said, told_of, whole.folded)
            # What is asked again of another is told of that one.
            of = set(each.subjects) if each.inherited == thread.AGAIN else set()
            proposed += [(draft, each) for draft in drafts(scene) if not of or of & set(draft.meaning.subjects)]
        relative = front is not None and front.folded[-1] == "that" and front.folded[0] in ASKING and not front.cues
        if front is not None and ((front.opening in ("what", "how") and front.has("define")) or relative):
            # "What does it mean that X is so?" doubts nothing, nor does "what is called the thing that X is shared by?".
            proposed = [(draft, each) for draft, each in proposed if draft.meaning.intent != "confirm"]
        if front is not None and front.aspects:
            # "Isolation: X vs Y" asks of no more than what stands in front.
            proposed = [(draft, each) for draft, each in proposed if draft.meaning.intent != "compare"]
        if context is not None and context.about is not None:
            about = context.about
            proposed = [(draft if each.subjects else thread.in_order(draft, about), each) for draft, each in proposed]
        scored = []
        for draft, each in proposed:
            front_left = before * untold(front, draft, self.evidence) if front is not None else before
            result = score(draft, each, self.evidence, dropped=front_left, corrections=corrections)
            scored.append((Candidate(draft.meaning, result.confidence, result.parts, result.said), each))
        return scored

    def _as_asked(self, clause: Clause, whole: Reading, spoken: tuple[str, ...] = ()) -> Reading:
        """A clause, with what it takes from the ``whole`` message, and from those ``spoken`` of before."""
        alone = whole if clause.alone else self._read(clause)
        reading = paced(everyone(alone, self.catalogue, self.evidence, self.classes, spoken), self.catalogue)
        if reading.asks != clause.asks or reading.typed != whole.typed:
            reading = replace(reading, asks=clause.asks, typed=whole.typed)
        if reading.nested and self.catalogue.comparison(reading.nested) is not None:
            reading = replace(reading, stranger=True)
        if reading.outdoes and len(others := self.catalogue.counterparts(reading.subjects[0])) == 1:
            reading = replace(reading, subjects=(*others, *reading.subjects))
        if (
            not clause.alone
            and not reading.subjects
            and whole.subjects
            and (reading.cues or reading.aspects or refers_back(reading))
        ):
            reading = replace(
                reading, subjects=spoken_of(reading, whole.subjects, self.catalogue), inherited=("subjects",)
            )
        if not clause.alone and not reading.aspects and whole.aspects:
            reading = more_of(reading, whole.aspects)
        return reading

    def _going_on(
        self, reading: Reading, context: Context, about: Meaning
    ) -> tuple[list[Reading], list[tuple[Draft, Reading]]]:
        """A turn with what it takes from the turn before, and the meanings that only that one gives."""
        several = referring.of_several(reading, plural=context.plural) or acts.acts(reading) in ("which", "overall")
        if context.beside and (several or thread.asks_of(reading, about, context.beside)):
            about = replace(about, subjects=(*context.beside, *about.subjects))
        if acts.acts(reading):
            acted = acts.draft(reading, about, self.catalogue)
            return [], [acted] if acted else []
        reading = referring.stands_for(reading, about, self.catalogue)
        if thread.set_beside(reading, about):
            return [], [(each, reading) for each in thread.follow_up(reading, about, self.catalogue)]
        if not thread.points_back(reading) and not another.names_another(reading):
            return [thread.with_aspects(reading, about)], []
        if another.names_another(reading):
            reading = another.pointing(reading)
        proposed = []
        for draft in thread.follow_up(reading, about, self.catalogue):
            inherited = ("intent",) if reading.subjects else ("intent", "subjects")
            proposed.append((draft, replace(reading, subjects=draft.meaning.subjects, inherited=inherited)))
        said = self._read(Clause(words(f"is it {' '.join(context.said)}"), asks=True, dropped=(), alone=True))
        again = thread.asked_again(reading, said, about)
        if another.names_another(reading) and not proposed:
            # The same cannot be told of it, and what it is was not asked.
            return [again] if again else [], []
        if again is not None and proposed:
            # Yes or no says more than the row that it is read off.
            proposed = [(replace(draft, base=min(draft.base, ROW)), each) for draft, each in proposed]
        if not referring.leaves_out(reading, self.evidence):
            # A turn that only names another asks of it what was asked before, and not what it is.
            alone = [] if proposed and another.names_another(reading) else [thread.with_aspects(reading, about)]
            return [*alone, *([again] if again else [])], proposed
        completed = referring.complete(reading, about, self.catalogue)
        return [thread.with_kind(thread.with_aspects(completed, about), about, self.catalogue)], proposed
