from django.urls import path

from newsroom.publishing.views import content_page

from . import views

urlpatterns = [
    path("", views.front, name="front"),
    path("topics/", views.topics, name="topics"),
    path("topics/<uslug:slug>/", views.topic, name="topic"),
    # Plain pages stand at the root: last, or they would hide all else.
    path("<uslug:slug>/", content_page, name="page"),
]
