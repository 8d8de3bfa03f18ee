"""What Slack does not take in the ack of an interaction: a view beyond its limits, errors for no field, bad options."""

from __future__ import annotations

from collections.abc import Sequence

from bot.show import limits
from bot.show.limits_elements import Findings
from bot.slack.playground import elements, payloads
from bot.slack.playground.delivery import BadAck
from bot.slack.playground.methods import PILE
from bot.slack.playground.workspace import Json, View

_MOST = 100
"""Options of a select, and groups of them."""
_ACTIONS = ("", "errors", "update", "push", "clear")


def options(answer: Json) -> list[Json]:
    """The options that an ack offers, those of its groups one after the other."""
    groups: list[Json] = answer.get("option_groups") or [answer]
    return [option for group in groups for option in group.get("options") or ()]


def check_options(answer: Json) -> None:
    """Hold the options of a select against Slack's limits.

    Raises:
        BadAck: they break one.
    """
    found = Findings()
    groups = answer.get("option_groups")
    if groups is not None:
        for place, group in enumerate(found.sequence("/option_groups", groups, 0, _MOST)):
            found.text_object(f"/option_groups/{place}/label", group.get("label"), 75, ("plain_text",))
            found.sequence(f"/option_groups/{place}/options", group.get("options"), 1, _MOST)
    else:
        found.sequence("/options", answer.get("options", []), 0, _MOST)
    for place, option in enumerate(options(answer)):
        found.option(f"/options/{place}", option)
    _refuse(found.all)


def check_submission(answer: Json, shown: View, depth: int) -> None:
    """Hold what a submission was acked with against the modal and against Slack's limits; ``depth``: how many are open.

    Raises:
        BadAck: Slack does not take it.
    """
    action = answer.get("response_action") or ""
    if action not in _ACTIONS:
        _refuse([f"/response_action: {action} is none"])
    if action == "errors":
        blocks = elements.with_ids(payloads.blocks_of(shown))
        inputs = {block["block_id"] for block in blocks if block.get("type") == "input"}
        given = answer.get("errors")
        named = given if isinstance(given, dict) else {}
        _refuse([f"/errors/{name}: no input block is called that" for name in named if name not in inputs])
        if not named:
            _refuse(["/errors: holds none"])
    if action in ("update", "push"):
        view = answer.get("view")
        _refuse([f"/view{line}" for line in limits.view_violations(view)])
        if isinstance(view, dict) and view["type"] != "modal":
            _refuse(["/view/type: must be modal here"])
    if action == "push" and depth >= PILE:
        _refuse([f"/response_action: {depth} modals are open, at most {PILE}"])


def _refuse(found: Sequence[str]) -> None:
    if found:
        raise BadAck("; ".join(found[:3]))
