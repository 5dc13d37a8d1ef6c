import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "secret").write_text("not for readers")
    storage = FileSystemStorage(location=settings.MEDIA_ROOT)
    storage.save("ab/0f9d.640.png", ContentFile(PNG))
    storage.save("ab/0f9d.html", ContentFile(b"<script>alert(1)</script>"))
    storage.save("ab/.part.png", ContentFile(PNG))
    return storage


def fetch(client, path):
    response = client.get(path)
    return response, b"".join(response)  # reading to the end closes the file


def test_an_image_is_shown_and_kept_for_ever(client):
    response, content = fetch(client, "/media/ab/0f9d.640.png")
    assert content == PNG
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"].startswith("inline")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_nothing_in_a_file_can_run(client):
    for path in ("/media/ab/0f9d.640.png", "/media/ab/0f9d.html"):
        response, _ = fetch(client, path)
        assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert response["X-Content-Type-Options"] == "nosniff"


def test_what_is_no_image_is_only_saved(client):
    response, _ = fetch(client, "/media/ab/0f9d.html")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == 'attachment; filename="0f9d.html"'


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "%2e%2e/secret",
        "ab/../../secret",
        "..%2Fsecret",
        "/etc/passwd",
        "ab/.part.png",
        "ab/0f9d.640.png%00.html",
        "ab\\0f9d.640.png",
        "ab/",
        "ab",
        "ab/gone.png",
        "ab/0f9d.640.png/x.png",
        "",
    ],
)
def test_there_is_no_way_to_anything_else(name, client):
    assert client.get(f"/media/{name}", follow=True).status_code == 404


def test_files_set_no_cookie(client):
    response, _ = fetch(client, "/media/ab/0f9d.640.png")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
