"""What authors write in YAML: how people ask, aliases, free questions with their answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from pydantic import ValidationError

from bot.content.authored import Authored, Naming, both, larger, merge, shared_utterances, suggestion
from bot.content.fields import FIELDS, SECTIONS, ColumnFields, File
from bot.content.outline import LARGEST, clean
from bot.content.parts import parts_of
from bot.content.patterns import PatternError, expanded
from bot.content.question_lines import read_lines
from bot.content.yaml_reader import Node, YamlError, read_yaml
from bot.model.meaning import IntentName
from bot.model.phrasebook import Amount, Entry, Expectation, Family, Intent, Opposite, Utterance
from bot.model.problem import Problem
from bot.model.source import Source
from bot.text import slug

INTENTS: tuple[str, ...] = get_args(IntentName)
SLOTS = ("subject", "aspect")
_SLOT = re.compile(r"<([^<>\s]*)>")


def read_phrasebook(intents: Mapping[str, str], built_in: Mapping[str, str]) -> Authored:
    """Read all files: what is built in first, then the authors' own, which adds to it or replaces it."""
    authored = Authored()
    base = {name: text for name, text in built_in.items() if intents.get(name) != text}
    for files in (base, intents):
        mine = Authored()
        for name in sorted(files):
            _read_file(name, files[name], mine)
        merge(authored, mine)
    authored.built_in = frozenset(base) - frozenset(intents)
    authored.problems.extend(shared_utterances(authored))
    return authored


def _read_file(name: str, text: str, into: Authored) -> None:
    text = clean(text)
    if name.endswith(".jsonl"):
        read_lines(name, text, into)
    elif name.endswith((".yaml", ".yml")):
        if len(text.encode()) > LARGEST:
            into.problems.append(Problem(name, 1, "this file is larger than 1 MiB and was not read", "divide it"))
            return
        try:
            root = read_yaml(text)
        except YamlError as error:
            into.problems.append(Problem(name, error.line, str(error)))
            return
        if root is not None:
            _Reader(name, root, into).read()


class _Reader:
    """One YAML file on its way into ``Authored``."""

    def __init__(self, file: str, root: Node, into: Authored) -> None:
        self.file = file
        self.root = root
        self.into = into
        self.refused: set[tuple[str, ...]] = set()

    def problem(self, line: int, message: str, hint: str = "") -> None:
        self.into.problems.append(Problem(self.file, max(1, line), message, hint))

    def read(self) -> None:
        if not isinstance(self.root.value, dict):
            self.problem(
                self.root.line, "this file must hold sections", "subjects:, aspects:, intents:, faq: and so on"
            )
            return
        self._validate()
        for section, read in (
            ("subjects", self._subject),
            ("aspects", self._aspect),
            ("intents", self._intent),
            ("faq", self._entry),
            ("small talk", self._small_talk),
            ("families", self._family),
            ("questions", self._question),
        ):
            node = self.root.value.get(section)
            if node is None or not isinstance(node.value, dict):
                continue
            for name, value in node.value.items():
                if isinstance(value.value, dict):
                    read(name, value)
        self._amounts()
        self._columns()
        self._pairs()
        self.into.synonyms += [
            group
            for text, line in self._top("synonyms")
            if len(group := tuple(one for part in text.split(",") for one in self._expanded(part.strip(), line))) > 1
        ]
        self.into.protected += [text for text, _ in self._top("protected")]

    def _validate(self) -> None:
        try:
            File.model_validate(_plain(self.root))
        except ValidationError as error:
            for detail in error.errors():
                where = tuple(str(part) for part in detail["loc"] if part not in ("str", "list[str]"))
                if where in self.refused:
                    continue
                self.refused.add(where)
                node, line = self._find(where)
                self.problem(line, *self._worded(detail["type"], where, node))

    def _find(self, where: tuple[str, ...]) -> tuple[Node | None, int]:
        node = self.root
        line = node.line
        for part in where:
            if not isinstance(node.value, dict) or part not in node.value:
                return None, line
            node = node.value[part]
            line = node.key_line or node.line
        return node, line

    @staticmethod
    def _worded(kind: str, where: tuple[str, ...], node: Node | None) -> tuple[str, str]:
        name = where[-1] if where else ""
        if kind == "extra_forbidden":
            model = FIELDS.get(where[0]) if len(where) > 2 else None
            known = list(model.model_fields) if model else list(SECTIONS)
            return f'"{name}" is not a field here', suggestion(name, known) or f"known are: {', '.join(known)}"
        if kind == "missing":
            return f'"{where[-2]}" has no "{name}"', f'write "{name}: |" and the text below it'
        if len(where) == 2 and node is not None and node.value == "":
            return f'"{name}" is empty', "write its fields below it, or take it away"
        if kind in ("dict_type", "model_type", "model_attributes_type"):
            return f'"{name}" must hold names with their fields', ""
        return f'"{name}" must be a text or a list of texts', f'write "{name}: |" and one phrase a line below it'

    def _phrases(self, node: Node, name: str) -> tuple[Utterance, ...]:
        if not isinstance(node.value, dict) or name not in node.value:
            return ()
        return tuple(Utterance(text, Source(self.file, "", line, line)) for text, line in node.value[name].phrases())

    def _expanded(self, text: str, line: int) -> list[str]:
        try:
            return expanded(text) if text else []
        except PatternError as error:
            self.problem(line, str(error), error.hint)
            return []

    def _names_of(self, node: Node, name: str) -> tuple[Utterance, ...]:
        """Phrases that may be patterns: names, and the words for a kind of question."""
        return tuple(
            Utterance(text, said.source)
            for said in self._phrases(node, name)
            for text in self._expanded(said.text, said.source.first_line)
        )

    def _top(self, name: str) -> list[tuple[str, int]]:
        assert isinstance(self.root.value, dict)  # noqa: S101 - read() has returned otherwise
        return list(self.root.value[name].phrases()) if name in self.root.value else []

    def _source(self, node: Node) -> Source:
        line = node.key_line or node.line
        return Source(self.file, "", line, line)

    def _utterances(self, name: str, node: Node) -> tuple[Utterance, ...]:
        found = self._phrases(node, "utterances")
        if isinstance(node.value, dict) and "utterances" in node.value and not found:
            line = self._source(node.value["utterances"]).first_line
            self.problem(line, f'"{name}" has no utterances', "write one phrasing a line below it")
        kept = []
        for utterance in found:
            wrong = [slot for slot in _SLOT.findall(utterance.text) if slot not in SLOTS]
            for slot in wrong:
                hint = suggestion(slot, SLOTS).replace('"', "").replace("mean ", "mean <").replace("?", ">?")
                self.problem(
                    utterance.source.first_line, f"<{slot}> is not a slot", hint or "slots are <subject> and <aspect>"
                )
            if not wrong:
                kept.append(utterance)
        return tuple(kept)

    def _subject(self, name: str, node: Node) -> None:
        self.into.subjects.append(Naming(name, self._names_of(node, "aliases"), (), (), self._source(node)))

    def _aspect(self, name: str, node: Node) -> None:
        self.into.aspects.append(
            Naming(
                name,
                self._names_of(node, "aliases"),
                self._names_of(node, "better"),
                self._names_of(node, "worse"),
                self._source(node),
            )
        )

    def _intent(self, name: str, node: Node) -> None:
        if name not in INTENTS:
            hint = suggestion(name, INTENTS) or f"kinds are: {', '.join(INTENTS)}"
            self.problem(self._source(node).first_line, f'"{name}" is not a kind of question', hint)
            return
        intent = Intent(name, self._names_of(node, "cues"), self._utterances(name, node), self._source(node))
        self.into.intents[name] = both(self.into.intents.get(name), intent)

    def _entry(self, name: str, node: Node, *, small_talk: bool = False) -> None:
        assert isinstance(node.value, dict)  # noqa: S101 - the caller has looked
        utterances = self._utterances(name, node)
        answer = node.value.get("answer")
        title = node.value.get("title")
        parts = parts_of(answer.value) if answer is not None and isinstance(answer.value, str) else ()
        if answer is not None and not parts:
            self.problem(self._source(answer).first_line, f'"{name}" has no answer', "write it in Markdown below it")
        if not utterances or not parts:
            return
        found = slug(name)
        if found in self.into.entries:
            other = self.into.entries[found].source
            self.problem(
                self._source(node).first_line, f'"{name}" is there twice, first at {other.file}:{other.first_line}'
            )
            return
        said = title.value.strip() if title is not None and isinstance(title.value, str) else ""
        self.into.entries[found] = Entry(
            found,
            said or _title(utterances[0].text),
            utterances,
            parts,
            self._source(node),
            small_talk,
            self._names(node, "tags"),
            tuple(map(slug, self._names(node, "formerly"))),
        )

    def _names(self, node: Node, which: str) -> tuple[str, ...]:
        found = (part.strip() for said in self._phrases(node, which) for part in said.text.split(","))
        return tuple(dict.fromkeys(filter(None, found)))

    def _small_talk(self, name: str, node: Node) -> None:
        self._entry(name, node, small_talk=True)

    def _family(self, name: str, node: Node) -> None:
        def texts(which: str) -> tuple[str, ...]:
            return tuple(utterance.text for utterance in self._names_of(node, which))

        family = Family(
            name, texts("words"), texts("better"), texts("worse"), self._source(node), texts("also"), texts("names")
        )
        self.into.families[name] = larger(self.into.families.get(name), family)

    def _amounts(self) -> None:
        assert isinstance(self.root.value, dict)  # noqa: S101 - read() has returned otherwise
        node = self.root.value.get("amounts")
        if node is not None:
            for more in ("better", "worse"):
                self.into.amounts += [Amount(said.text, more) for said in self._phrases(node, more)]

    def _columns(self) -> None:
        assert isinstance(self.root.value, dict)  # noqa: S101 - read() has returned otherwise
        node = self.root.value.get("columns")
        if node is not None:
            for which in ColumnFields.model_fields:
                self.into.columns[which] += [said.text for said in self._phrases(node, which)]

    def _question(self, text: str, node: Node) -> None:
        assert isinstance(node.value, dict)  # noqa: S101 - the caller has looked

        def said(field: str) -> tuple[Utterance, ...]:
            return self._phrases(node, field)

        def texts(field: str) -> tuple[str, ...]:
            return tuple(phrase.text for phrase in said(field))

        declined = "".join(texts("declined")).casefold()
        if declined not in ("", "yes", "no", "true", "false"):
            self.problem(said("declined")[0].source.first_line, f'"{declined}" is not yes or no', 'write "yes" or "no"')
            return
        for intent in said("intent"):
            if intent.text not in INTENTS:
                hint = suggestion(intent.text, INTENTS) or f"kinds are: {', '.join(INTENTS)}"
                self.problem(intent.source.first_line, f'"{intent.text}" is not a kind of question', hint)
                return
        wanted = Expectation(
            text,
            self._source(node),
            declined in ("yes", "true"),
            "".join(texts("intent")),
            "".join(texts("entry")),
            texts("subjects"),
            texts("aspects"),
            texts("says"),
        )
        if wanted.declined and (wanted.intent or wanted.entry or wanted.subjects or wanted.aspects or wanted.says):
            hint = 'take "declined" away, or the rest'
            self.problem(wanted.source.first_line, f'"{text}" is declined, and has an answer as well', hint)
            return
        self.into.questions.append(wanted)

    def _pairs(self) -> None:
        for text, line in self._top("opposites"):
            sides = [side.strip() for side in text.split("/")]
            if len(sides) == 2 and all(sides):
                self.into.opposites.append(Opposite(sides[0], sides[1], Source(self.file, "", line, line)))
            else:
                self.problem(line, f'"{text}" is not a pair of opposites', "write the two with a slash between: a / b")


def _plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {name: _plain(value) for name, value in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(value) for value in node.value]
    return node.value


def _title(utterance: str) -> str:
    return utterance[:1].upper() + utterance[1:]
