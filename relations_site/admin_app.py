from django.contrib.admin.apps import AdminConfig


class AdminApp(AdminConfig):
    """Django's admin on a site of our own."""

    default_site = "relations_site.admin_site.EditorialSite"
