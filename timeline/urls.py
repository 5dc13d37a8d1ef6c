from django.urls import path

from newsroom.publishing.views import content_page

from . import views

urlpatterns = [
    path("timeline/", views.timeline, name="timeline"),
    path("timeline/<uslug:slug>/", content_page, name="event"),
]
