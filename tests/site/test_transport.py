from relations_site.transport import settings_for

PUBLIC = settings_for("https://relations.example")
LOCAL = settings_for("http://127.0.0.1:8000")


def test_a_public_site_speaks_https_alone():
    assert PUBLIC["SECURE_SSL_REDIRECT"]
    assert PUBLIC["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert PUBLIC["SECURE_HSTS_INCLUDE_SUBDOMAINS"]


def test_cookies_of_a_public_site_are_bound_to_its_host():
    for name in ("SESSION", "CSRF"):
        assert PUBLIC[f"{name}_COOKIE_NAME"].startswith("__Host-")
        assert PUBLIC[f"{name}_COOKIE_SECURE"]


def test_a_second_factor_is_compulsory_on_a_public_site_alone():
    assert PUBLIC["REQUIRE_SECOND_FACTOR"]
    assert not LOCAL["REQUIRE_SECOND_FACTOR"]


def test_plain_http_at_a_local_host_has_cookies_that_work_there():
    assert LOCAL["SESSION_COOKIE_NAME"] == "sessionid"
    assert not LOCAL["SESSION_COOKIE_SECURE"]
    assert not LOCAL["SECURE_SSL_REDIRECT"]
    assert LOCAL["SECURE_HSTS_SECONDS"] == 0
