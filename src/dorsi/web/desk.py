"""The request as pages get it: with the desk of whoever sent it."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from dorsi.bootstrap import Desk


class DeskRequest(HttpRequest):
    """A request with the person's desk (see `server.middleware`) and what htmx says of it.

    For type checking only: views annotate their request with it.
    """

    desk: Desk
    htmx: HtmxDetails
