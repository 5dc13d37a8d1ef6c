"""For staff, below the admin's address and without a language."""

from django.contrib import admin
from django.urls import path

from . import views

urlpatterns = [
    path("work/<slug:name>/", admin.site.admin_view(views.work), name="work"),
    path("find/", admin.site.admin_view(views.find), name="find"),
]
