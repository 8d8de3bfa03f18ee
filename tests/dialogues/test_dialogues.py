"""Whole conversations over a frozen copy of content: ``> `` asks, what stands below is the reply.

``pytest tests/dialogues --update`` writes the replies anew; read the difference before you keep it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.compile import compile_content
from bot.docent import Docent
from bot.show import plain

HERE = Path(__file__).parent
ASKED = "> "


@pytest.fixture(scope="module")
def docent() -> Docent:
    knowledge, problems = compile_content(
        {path.name: path.read_text("utf-8") for path in (HERE / "frozen" / "knowledge").glob("*.md")},
        {path.name: path.read_text("utf-8") for path in (HERE / "frozen" / "intents").glob("*.yaml")},
    )
    assert problems == ()
    return Docent(knowledge)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.md")), ids=lambda path: path.stem)
def test_a_conversation_goes_as_written(docent: Docent, path: Path, *, request: pytest.FixtureRequest) -> None:
    written = path.read_text("utf-8")
    title, *_ = written.splitlines()
    said, context = [title, ""], None
    for line in written.splitlines():
        if line.startswith(ASKED):
            reply = docent.ask(line.removeprefix(ASKED), context)
            context = reply.context
            said += [line, "", *(f"    {each}".rstrip() for each in plain.render(reply).splitlines()), ""]
    spoken = "\n".join(said).rstrip() + "\n"
    if request.config.getoption("--update"):
        path.write_text(spoken, "utf-8")

    assert path.read_text("utf-8") == spoken
