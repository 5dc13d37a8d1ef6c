"""Below the admin's address, without a language, and before the admin's own.

Sign-in, sign-out and the change of a password stand where Django's own would.
"""

from allauth.account import views as allauth
from django.contrib import admin
from django.urls import include, path, re_path, reverse_lazy

from . import views
from .preferences import preferences

_account = [
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/set/", allauth.password_set, name="account_set_password"),
    path("password/reset/", views.AskForNewPassword.as_view(), name="account_reset_password"),
    path("password/reset/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.PasswordResetFromKeyView.as_view(success_url=reverse_lazy("account_login")),
        name="account_reset_password_from_key",
    ),
    path("second-factor/", views.SecondFactor.as_view(), name="mfa_index"),
    path(
        "second-factor/recovery-codes/generate/",
        views.NewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path("second-factor/", include("allauth.mfa.urls")),
    path(
        "everywhere/",
        admin.site.admin_view(views.sign_out_everywhere),
        name="sign_out_everywhere",
    ),
    path("preferences/", admin.site.admin_view(preferences), name="preferences"),
]

urlpatterns = [
    path("login/", views.SignIn.as_view(), name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("password_change/", allauth.password_change, name="account_change_password"),
    path("account/", include(_account)),
]
