"""The site's addresses and those of pieces."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from newsroom.publishing.views import content_page
from relations_site import urls

urlpatterns = [
    *i18n_patterns(path("pieces/<uslug:slug>/", content_page, name="piece")),
    *urls.urlpatterns,
]
