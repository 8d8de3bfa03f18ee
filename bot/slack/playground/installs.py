"""Slack's side of OAuth: a page on which people allow the app, codes for it, and the tokens that codes are exchanged for."""

# ruff: noqa: EM101 - Slack's names of errors are constants, not messages

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from urllib.parse import urlencode

from aiohttp import web

from bot.slack.playground.methods import Methods, Refused
from bot.slack.playground.workspace import Json, Workspace

CLIENT_ID = "100.200"
CLIENT_SECRET = "stand-in-client-secret"  # noqa: S105 - opens nothing but the stand-in
CLIENT_CALLS = ("oauth.v2.access",)
"""Methods that are called with the app's own secret, and no token."""


@dataclass(slots=True)
class Grant:
    """One installation: in a workspace, or with ``whole`` in all of its organisation."""

    place: str
    whole: bool = False


class Installs:
    """The workspaces that can install the app, and the tokens that it has got for them."""

    def __init__(self, scopes: set[str]) -> None:
        self.workspaces: dict[str, Workspace] = {}
        self.tokens: dict[str, Grant] = {}
        """The grants of all tokens that work."""
        self.revoked: set[str] = set()
        self.redirect_url = ""
        """Where the app has people sent back to, as its manifest says."""
        self._codes: dict[str, Grant] = {}
        self._scopes = scopes
        self._methods: dict[str, Methods] = {}

    def add(self, workspace: Workspace) -> Workspace:
        """One more workspace; the app is not in it yet."""
        self.workspaces[workspace.team] = workspace
        self._methods[workspace.team] = Methods(workspace, self._scopes)
        return workspace

    def routes(self) -> list[web.RouteDef]:
        """The page on which people allow the app; here they always do."""
        return [web.get("/oauth/v2/authorize", self._authorize)]

    def methods(self, token: str, given: Json) -> Methods:
        """The Web API as a token sees it. An organisation's token serves the workspace that has what the call names."""
        grant = self.tokens[token]
        spaces = [space for space in self.workspaces.values() if grant.place in (space.team, space.enterprise)]
        named = str(given.get("channel") or given.get("channel_id") or "")
        chosen = next((space for space in spaces if named in space.channels), spaces[0])
        return self._methods[chosen.team]

    def exchange(self, given: Json, header: str) -> Json:
        """``oauth.v2.access``: a code for a token, once."""
        told = base64.b64decode(header.removeprefix("Basic ")).decode() if header.startswith("Basic ") else ""
        client, _, secret = told.partition(":")
        client, secret = client or str(given.get("client_id")), secret or str(given.get("client_secret"))
        if client != CLIENT_ID:
            raise Refused("invalid_client_id")
        if secret != CLIENT_SECRET:
            raise Refused("bad_client_secret")
        grant = self._codes.pop(str(given.get("code")), None)
        if grant is None:
            raise Refused("invalid_code")
        token = f"xoxb-{grant.place}-{secrets.token_hex(8)}"
        self.tokens[token] = grant
        space = next(one for one in self.workspaces.values() if grant.place in (one.team, one.enterprise))
        organisation = {"id": space.enterprise, "name": "Organisation"} if space.enterprise else None
        return {
            "app_id": space.app_id,
            "access_token": token,
            "token_type": "bot",
            "scope": ",".join(sorted(self._scopes)),
            "bot_user_id": space.bot_user,
            "team": None if grant.whole else {"id": space.team, "name": f"Team {space.team}"},
            "enterprise": organisation,
            "is_enterprise_install": grant.whole,
            "authed_user": {"id": "U0ANA"},
        }

    def revoke(self, place: str) -> None:
        """The tokens of a workspace or an organisation work no more."""
        self.revoked |= {token for token, grant in self.tokens.items() if grant.place == place}
        self.tokens = {token: grant for token, grant in self.tokens.items() if grant.place != place}

    async def _authorize(self, request: web.Request) -> web.StreamResponse:
        query = request.query
        place = query.get("team", "")
        known = {space.team for space in self.workspaces.values()} | {
            space.enterprise for space in self.workspaces.values() if space.enterprise
        }
        if query.get("client_id") != CLIENT_ID or place not in known:
            return web.Response(status=400, text="invalid_client_id or unknown team")
        code = secrets.token_hex(8)
        self._codes[code] = Grant(place, whole=place not in self.workspaces)
        back = urlencode({"code": code, "state": query.get("state", "")})
        address = query.get("redirect_uri") or self.redirect_url
        raise web.HTTPFound(f"{address}?{back}")  # noqa: EM102 - an address, not a message
