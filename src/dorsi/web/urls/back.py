"""The addresses of Back, the atlas."""

from __future__ import annotations

from django.urls import URLPattern, path

from dorsi.web.views import back

urlpatterns: list[URLPattern] = [
    path("back/", back.back, name="back"),
    path("back/muscle/<slug:muscle>/", back.muscle, name="muscle"),
    path("back/exercises/", back.exercises, name="exercises"),
    path("back/exercise/<slug:exercise>/", back.exercise, name="exercise"),
    path("back/grips/", back.grips, name="grips"),
    path("back/methods/", back.methods, name="methods"),
    path("back/methods/<slug:method>/", back.method, name="method"),
    path("back/claims/", back.claims, name="claims"),
    path("back/claims/<slug:claim>/", back.claim, name="claim"),
    path("back/skeleton/", back.skeleton, name="skeleton"),
]
