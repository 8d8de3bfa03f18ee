"""Who may see and change what concerns everybody: the workspace's admins and owners, and whoever is named as one."""

from __future__ import annotations

import json
import logging

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.slack.parts import Parts
from bot.slack.workspaces import NotInstalled

_LOG = logging.getLogger(__name__)


async def is_admin(parts: Parts, team: str, user: str) -> bool | None:
    """Whether this person is an admin; None where Slack does not tell."""
    if user in parts.rooms.house.admins:
        return True
    try:
        found = await parts.client(team).users_info(user=user)
    except NotInstalled:
        return None
    except (SlackApiError, aiohttp.ClientError, TimeoutError, json.JSONDecodeError) as error:
        _LOG.warning("it could not be looked up who is an admin: %s (users:read is needed)", type(error).__name__)
        return None
    person = found.get("user") or {}
    return bool(person.get("is_admin") or person.get("is_owner"))
