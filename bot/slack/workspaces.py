"""The workspaces that Docent is in: one by its token, or several, each by what its installation has left."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.outbound.poster import Patience, Poster
from bot.slack.outbound.rate_limits import WaitsOut
from bot.slack.quiet import quiet_logger
from bot.store.installations import Installation, Installations

_LOG = logging.getLogger(__name__)


class NotInstalled(LookupError):  # noqa: N818 - it is a fact about the workspace
    """Docent is not, or no longer, in this workspace."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is in a workspace, as ``auth.test`` tells."""

    team: str
    bot_id: str
    bot_user: str
    enterprise: str = ""

    @classmethod
    async def of(cls, client: AsyncWebClient) -> Identity:
        """Ask Slack.

        Raises:
            SlackApiError: Slack refuses the token.
        """
        found = await client.auth_test()
        return cls(
            team=str(found.get("team_id") or ""),
            bot_id=str(found.get("bot_id") or ""),
            bot_user=str(found.get("user_id") or ""),
            enterprise=str(found.get("enterprise_id") or ""),
        )


@dataclass(frozen=True, slots=True)
class Member:
    """Docent in one workspace, or in one organisation of them."""

    identity: Identity
    client: AsyncWebClient
    poster: Poster


class Workspaces:
    """Gives each workspace its own token; nothing of one is ever said with the token of another."""

    def __init__(
        self,
        web: AsyncWebClient,
        patience: Patience,
        *,
        only: Identity | None = None,
        installations: Installations | None = None,
    ) -> None:
        """Args:
        web: its session and address are used for all; its token is that of ``only``.
        patience: of the posters.
        only: who the bot is, where there is one token.
        installations: where there are several, loaded.
        """
        self.web = web
        self.installations = installations
        self._patience = patience
        self._only = Member(only, web, Poster(lambda: web, patience)) if only is not None else None
        self._members: dict[str, Member] = {}
        self._organisation: dict[str, str] = {}

    def of(self, team: str, enterprise: str = "") -> Member | None:
        """Docent in this workspace; None where it is not installed. Never waits."""
        if self._only is not None or self.installations is None:
            return self._only
        if team and enterprise:
            # Not all that comes from a workspace names the organisation that it belongs to.
            self._organisation[team] = enterprise
        found = self.installations.of(team, enterprise or self._organisation.get(team, ""))
        return None if found is None else self._member(found)

    def client(self, team: str, enterprise: str = "") -> AsyncWebClient:
        """The Web API with the token of this workspace.

        Raises:
            NotInstalled: there is none.
        """
        found = self.of(team, enterprise)
        if found is None:
            message = f"Docent is not installed in {team or enterprise or 'this workspace'}"
            raise NotInstalled(message)
        return found.client

    def bot_user(self, team: str, enterprise: str = "") -> str:
        """The bot's own user in this workspace; empty where it is not installed."""
        found = self.of(team, enterprise)
        return found.identity.bot_user if found is not None else ""

    @property
    def ready(self) -> bool:
        """False while Slack refuses every token that was tried."""
        members = [self._only] if self._only is not None else list(self._members.values())
        return not members or any(member.poster.ready for member in members)

    @property
    def count(self) -> int:
        """In how many workspaces and organisations Docent is installed."""
        return 1 if self.installations is None else len(self.installations)

    async def leave(self, team: str, enterprise: str, *, at: float, erase: bool) -> str:
        """Docent was thrown out: its token is forgotten at once, and with ``erase`` all that was asked there.

        In: ``at``: when it happened, seconds since 1970: what was installed after that stays.
        Out: the place that was left, a workspace or an organisation; empty for none.
        """
        if self.installations is None:
            _LOG.error("Slack says that Docent was uninstalled or its token revoked: install it again, or stop it")
            return ""
        place = await self.installations.remove(team, enterprise, at=at, erase=erase)
        if place:
            self._members.pop(place, None)
            _LOG.warning("Docent was thrown out of %s: %s", place, "all is erased" if erase else "its token is removed")
        return place

    def _member(self, found: Installation) -> Member:
        known = self._members.get(found.place)
        if known is not None and known.client.token == found.token:
            return known
        client = AsyncWebClient(
            token=found.token,
            base_url=self.web.base_url,
            session=self.web.session,
            retry_handlers=[WaitsOut()],
            logger=quiet_logger("docent.web_api", logging.WARNING),
        )
        identity = Identity(found.team, found.bot_id, found.bot_user, found.enterprise)
        # The poster of a workspace outlives its token, so that messages keep their distance.
        poster = (
            known.poster if known is not None else Poster(self._current(found.place), self._patience, gives_up=True)
        )
        self._members[found.place] = Member(identity, client, poster)
        return self._members[found.place]

    def _current(self, place: str) -> Callable[[], AsyncWebClient | None]:
        def client() -> AsyncWebClient | None:
            found = self.installations.at(place) if self.installations is not None else None
            return self._member(found).client if found is not None else None

        return client
