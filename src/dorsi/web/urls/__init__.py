"""Every page's address, place by place."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver

from dorsi.web.urls import back, more, plan, player, progress, rules, styleguide, today, welcome

app_name = "web"
urlpatterns: list[URLPattern | URLResolver] = [
    *welcome.urlpatterns,
    *today.urlpatterns,
    *player.urlpatterns,
    *plan.urlpatterns,
    *progress.urlpatterns,
    *back.urlpatterns,
    *rules.urlpatterns,
    *more.urlpatterns,
    *(styleguide.urlpatterns if settings.DEBUG else []),
]
