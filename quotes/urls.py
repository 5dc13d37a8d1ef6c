from django.urls import path

from newsroom.publishing.views import content_page

from . import views
from .challenges.views import challenge_page

urlpatterns = [
    path("quotes/", views.quotes, name="quotes"),
    path("quotes/<uslug:slug>/", content_page, name="quote"),
    path("quotes/<uslug:slug>/challenge/", challenge_page, name="challenge_quote"),
    path("experts/", views.experts, name="experts"),
    path("experts/<uslug:slug>/", content_page, name="expert"),
]

# For staff, below the admin's address and without a language.
staff_urlpatterns = [
    path("quotes/evidence/<int:pk>/file/", views.evidence_file, name="evidence_file"),
]
