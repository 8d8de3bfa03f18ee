"""All figures that need no data of others: ``make bench``.

Those on intent data take their files by path: ``python -m bench.intents`` and ``python -m bench.speed``.
"""

from __future__ import annotations

import json

from bench import ask, slack_roundtrip


def main() -> None:
    """Print every figure as JSON."""
    figures = {"ask": ask.main(), "slack": slack_roundtrip.main()}
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
