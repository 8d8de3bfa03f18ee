"""Time for one question on the shipped content: in process, and as the whole process ``docent ask``.

python -m tests.bench.ask
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from itertools import cycle, islice
from typing import Any

from bot import wire
from bot.catalogue.examples import examples
from bot.settings import Settings
from bot.show import plain

ASKED = 3000
STARTED = 10


def main() -> dict[str, Any]:
    """Measure, and give milliseconds by name."""
    begun = time.perf_counter()
    core = wire.core(Settings.read({}))
    built = time.perf_counter() - begun
    questions = [example.text for example in examples(core.docent.understander.catalogue)]
    times = []
    for question in islice(cycle(questions), ASKED):
        begun = time.perf_counter()
        plain.render(core.docent.ask(question))
        times.append(time.perf_counter() - begun)
    times.sort()
    return {
        "questions": len(times),
        "build_ms": _milliseconds(built),
        "question_median_ms": _milliseconds(statistics.median(times)),
        "question_p99_ms": _milliseconds(times[int(len(times) * 0.99)]),
        "process_median_ms": _process("-m", "bot", "ask", "advantages of docker"),
        "imports_median_ms": _process("-c", "import bot.wire, bot.show.terminal"),
        "python_median_ms": _process("-c", "pass"),
    }


def _process(*words: str) -> float:
    """Median time of a whole Python process."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DOCENT_", "SLACK_"))}
    times = []
    for _ in range(STARTED):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *words], env=environment, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
    return _milliseconds(statistics.median(times))


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 3)


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
