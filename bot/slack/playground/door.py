"""Who may knock at the stand-in: this machine alone, and no page but its own."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

_OWN = ("127.0.0.1", "localhost")


@web.middleware
async def own_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer only to this machine's own name, so that no web site can have its name lead here and read along; and to no
    other site that has its visitors' browsers call.
    """
    origin = request.headers.get("Origin")
    if urlsplit(f"//{request.host}").hostname not in _OWN or origin not in (None, f"http://{request.host}"):
        raise web.HTTPForbidden(text="Only this machine is served.")
    return await handler(request)
