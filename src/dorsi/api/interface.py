"""The JSON interface, version 1: what the gym-floor player and scripts talk to; docs/api.md tells how."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from ninja import NinjaAPI

from dorsi import __version__
from dorsi.api import days, events, programs, progress, sessions
from dorsi.api.access import SignedIn
from dorsi.api.problems import tell_problems
from dorsi.api.schemas import Health

DESCRIPTION = (
    "Loads are in kilograms unless a unit stands beside them, days are ISO dates of the athlete, instants are in UTC. "
    "What goes wrong is told as a problem document (RFC 9457)."
)

interface = NinjaAPI(
    title="Dorsi",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api",
    auth=SignedIn(),
    docs_url=None,
    openapi_url="openapi.json" if settings.DEBUG else None,
)
interface.add_router("", days.router)
interface.add_router("", events.router)
interface.add_router("", sessions.router)
interface.add_router("", programs.router)
interface.add_router("", progress.router)
tell_problems(interface)


@interface.get("/health", auth=None, response=Health, tags=["server"])
def health(request: HttpRequest) -> Health:
    """Says that the server is up."""
    return Health(status="ok", version=__version__)
