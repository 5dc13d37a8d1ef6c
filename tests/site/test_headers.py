import pytest

PATHS = ["/", "/robots.txt", "/healthz", "/admin/login/", "/static/relations_site/errors.css"]
ERRORS = ["/no-such-page/", "/media/none.png"]


def policy(response) -> dict[str, str]:
    directives = response["Content-Security-Policy"].split("; ")
    return {name: rest for name, _, rest in (entry.partition(" ") for entry in directives)}


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS + ERRORS)
def test_every_answer_bears_the_security_headers(path, client):
    response = client.get(path)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert policy(response)["default-src"] == "'none'"


def test_a_refused_host_gets_the_headers_too(client):
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert response["X-Frame-Options"] == "DENY"
    assert policy(response)["frame-ancestors"] == "'none'"


def test_public_pages_run_and_style_from_own_files_alone(client):
    assert policy(client.get("/")) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }


@pytest.mark.django_db
def test_the_admin_alone_may_have_inline_styles(client):
    admin = policy(client.get("/admin/login/"))
    assert admin["style-src"] == "'self' 'unsafe-inline'"
    assert admin["script-src"] == "'self'"
    assert admin["base-uri"] == "'none'"


def test_the_server_does_not_say_what_it_is(client):
    response = client.get("/")
    assert not {"Server", "X-Powered-By"} & set(response.headers)
