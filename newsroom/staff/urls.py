"""Below the admin's address, without a language."""

from django.contrib import admin
from django.urls import path

from .preferences import preferences

urlpatterns = [
    path("preferences/", admin.site.admin_view(preferences), name="preferences"),
]
