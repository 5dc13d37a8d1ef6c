from django.urls import path

from newsroom.publishing.views import content_page

from . import views

urlpatterns = [
    path("faqs/", views.faqs, name="faqs"),
    path("faqs/<uslug:slug>/", content_page, name="question"),
]
