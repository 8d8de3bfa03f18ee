"""The install page: people add Docent to their workspace, by Bolt's OAuth flow over our own store."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.oauth.installation_store import Installation as Granted
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.outbound.rate_limits import WaitsOut
from bot.slack.quiet import quiet_logger
from bot.store.errors import StoreUnavailable
from bot.store.installations import STATE_SECONDS, Installation, Installations

INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"
SCOPES = (
    *("app_mentions:read", "assistant:write", "chat:write", "commands", "im:history"),
    *("channels:history", "channels:read", "groups:history", "groups:read", "users:read"),
)
"""What is asked for, as the manifest has it; the second row may be refused."""
_SLACK = "https://slack.com/oauth/v2/authorize"
_LOG = logging.getLogger(__name__)


def install_routes(
    client_id: str, client_secret: str, installations: Installations, client: AsyncWebClient
) -> list[web.RouteDef]:
    """The install page and the address that Slack leads back to.

    In: ``client``: says which Slack is meant, and has the session; its token is not used.
    """
    flow = AsyncOAuthFlow(
        client=AsyncWebClient(base_url=client.base_url, session=client.session, retry_handlers=[WaitsOut()]),
        logger=quiet_logger("docent.oauth", logging.ERROR),
        settings=AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=SCOPES,
            user_scopes=[],
            install_path=INSTALL,
            redirect_uri_path=REDIRECT,
            authorization_url=_authorization(client.base_url),
            installation_store=_Kept(installations),
            state_store=_States(installations),
            state_expiration_seconds=STATE_SECONDS,
        ),
    )

    async def install(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_installation(_bolt(request)))

    async def redirect(request: web.Request) -> web.Response:
        try:
            return await to_aiohttp_response(await flow.handle_callback(_bolt(request)))
        except StoreUnavailable as unavailable:
            _LOG.error("an installation could not be checked: %s", unavailable)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            _LOG.warning("an installation failed, Slack could not be asked: %s", type(error).__name__)
        return web.Response(status=503, text=f"That did not work just now. Please begin again at {INSTALL}.")

    return [web.get(INSTALL, install), web.get(REDIRECT, redirect)]


def _authorization(api_url: str) -> str:
    """Where people allow it: at Slack, or at the stand-in that the Web API is set to."""
    target = urlsplit(api_url)
    ours = target.hostname is None or target.hostname == "slack.com" or target.hostname.endswith(".slack.com")
    return _SLACK if ours else f"{target.scheme}://{target.netloc}/oauth/v2/authorize"


def _bolt(request: web.Request) -> AsyncBoltRequest:
    return AsyncBoltRequest(body="", query=request.query_string, headers=dict(request.headers))


class _Kept(AsyncInstallationStore):
    """Bolt's store of installations over ours. Only saving is asked of it."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations

    async def async_save(self, installation: Granted) -> None:
        whole = bool(installation.is_enterprise_install)
        new = Installation(
            team="" if whole else installation.team_id or "",
            enterprise=installation.enterprise_id or "",
            name=(installation.enterprise_name if whole else installation.team_name) or "",
            token=installation.bot_token or "",
            bot_id=installation.bot_id or "",
            bot_user=installation.bot_user_id or "",
            scopes=",".join(installation.bot_scopes or ()),
            installed_by=installation.user_id or "",
            installed_at=float(installation.installed_at),
        )
        if not (new.token and new.place and new.bot_user):
            message = "Slack gave no bot token"
            raise BoltError(message)
        try:
            await self._installations.put(new)
        except StoreUnavailable as unavailable:
            _LOG.error("an installation could not be stored: %s", unavailable)
            raise BoltError(unavailable.message) from None
        _LOG.info("Docent was installed in %s (%s)", new.name or "a workspace", new.place)


class _States(AsyncOAuthStateStore):
    """Bolt's states over ours."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations

    async def async_issue(self, *_: object, **__: object) -> str:
        return self._installations.ticket()

    async def async_consume(self, state: str) -> bool:
        return await self._installations.redeem(state)
