"""The addresses of the welcome and the questionnaire."""

from __future__ import annotations

from django.urls import URLPattern, path

from dorsi.web.views import home, questions, welcome

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("questions/", questions.resume, name="questions-resume"),
    path("questions/result/", questions.result, name="questions-result"),
    path("questions/result/change/", questions.make_room, name="questions-room"),
    path("questions/health-again/", questions.health_again, name="questions-health-again"),
    path("questions/change/<slug:step>/", questions.change, name="questions-change"),
    path("questions/<slug:step>/", questions.part, {"number": 1}, name="questions"),
    path("questions/<slug:step>/<int:number>/", questions.part, name="questions-part"),
]
