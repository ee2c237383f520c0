"""Pages about sessions lead to Today where there is none: while a warning sign stands, and without a programme."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import redirect

from dorsi.errors import TrainingRefused, UsageError
from dorsi.web.desk import DeskRequest

P = ParamSpec("P")
View = Callable[Concatenate[DeskRequest, P], HttpResponse]


def only_in_training(view: View[P]) -> View[P]:
    """Sends people who must not train now, or have no programme, to Today."""

    @wraps(view)
    def looked_after(request: DeskRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except TrainingRefused:
            return redirect("web:today")
        except UsageError:
            if request.desk.coaching().state().adoption is not None:
                raise
            return redirect("web:today")

    return looked_after
