"""The address of the style guide, which only a developer's server has."""

from __future__ import annotations

from django.urls import URLPattern, path

from dorsi.web.views import styleguide

urlpatterns: list[URLPattern] = [path("styleguide/", styleguide.styleguide, name="styleguide")]
