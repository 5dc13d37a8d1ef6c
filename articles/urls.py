from django.urls import path

from newsroom.publishing.views import content_page

from . import views

urlpatterns = [
    path("articles/", views.articles, name="articles"),
    path("articles/<uslug:slug>/", content_page, name="article"),
    path("authors/", views.authors, name="authors"),
    path("authors/<uslug:slug>/", content_page, name="author"),
]
