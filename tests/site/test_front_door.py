import pytest


@pytest.mark.parametrize(
    ("accepts", "goes_to"),
    [("ja", "/ja/"), ("ko-KR,ko;q=0.9", "/ko/"), ("en-GB", "/en/"), ("fr", "/en/"), ("", "/en/")],
)
def test_the_root_goes_to_the_readers_language(accepts, goes_to, client):
    response = client.get("/", headers={"accept-language": accepts})
    assert response.status_code == 302
    assert response["Location"] == goes_to
    assert response["Vary"] == "Accept-Language"
    assert not response.cookies


def test_robots_keep_out_of_the_staffs_rooms(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert b"Disallow: /admin/" in response.content
    assert b"Disallow: /preview/" in response.content
    assert not response.cookies


def test_an_unknown_host_is_refused(client):
    response = client.get("/robots.txt", headers={"host": "evil.example"})
    assert response.status_code == 400


def test_only_reading_is_allowed(client):
    for path in ("/", "/robots.txt", "/healthz", "/readyz", "/media/a.png"):
        assert client.post(path).status_code == 405
