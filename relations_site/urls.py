from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

# Imported first: it registers the converter for slugs that reader pages use.
from newsroom.publishing import urls as publishing_urls
from quotes import urls as quotes_urls
from relations_site import health, media, views

# Reader pages, all below the language: each app adds its own line.
reader_pages: list[URLPattern | URLResolver] = [
    path("", include("articles.urls")),
    path("", include(quotes_urls)),
    path("", include("timeline.urls")),
    path("", include("faqs.urls")),
    # Last: plain pages stand at the root.
    path("", include("site_pages.urls")),
]

urlpatterns = [
    path("", views.root, name="root"),
    path("robots.txt", views.robots),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("media/<path:name>", media.media, name="media"),
    path("admin/", include(quotes_urls.staff_urlpatterns)),
    path("admin/", include(publishing_urls.staff_urlpatterns)),
    path("admin/", include("newsroom.staff.urls")),
    path("admin/", include("desk.urls")),
    path("admin/", admin.site.urls),
    path("", include(publishing_urls)),
    *i18n_patterns(*reader_pages),
]

handler400 = "relations_site.errors.bad_request"
handler403 = "relations_site.errors.permission_denied"
handler404 = "relations_site.errors.page_not_found"
handler429 = "relations_site.errors.too_many_requests"
handler500 = "relations_site.errors.server_error"
