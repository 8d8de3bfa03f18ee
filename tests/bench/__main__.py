"""All figures that need no data of others: ``make bench``.

Those on intent data take their files by path: ``python -m tests.bench.intents`` and ``python -m tests.bench.speed``.
"""

from __future__ import annotations

import json

from tests.bench import ask, questions, slack_roundtrip


def main() -> None:
    """Print every figure as JSON."""
    figures = {"questions": questions.main(), "ask": ask.main(), "slack": slack_roundtrip.main()}
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
