import zoneinfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils.timezone import get_current_timezone_name

from newsroom.staff.models import Preferences, preferences_of
from newsroom.staff.time_zones import offered

PAGE = "/admin/account/preferences/"
pytestmark = pytest.mark.django_db


def seen(client, path=PAGE, **headers) -> str:
    return client.get(path, headers=headers).content.decode()


@pytest.fixture
def desk(client, writer):
    client.force_login(writer)
    return client


def test_who_chose_nothing_sees_the_sites_time_and_the_browsers_language(desk):
    assert "Times are UTC." in seen(desk)
    assert '<html lang="ko"' in seen(desk, **{"accept-language": "ko"})


@time_machine.travel("2026-11-23T14:45:00Z", tick=False)
def test_times_are_in_the_chosen_zone(desk):
    answer = desk.post(PAGE, {"time_zone": "Asia/Seoul", "language": ""}, follow=True)
    assert "It is now 23:45 in Asia/Seoul." in answer.content.decode()
    assert "Times are Asia/Seoul." in seen(desk, "/admin/")


def test_the_desk_speaks_the_chosen_language_whatever_the_browser_asks_for(desk):
    desk.post(PAGE, {"time_zone": "UTC", "language": "ja"})
    answer = desk.get("/admin/", headers={"accept-language": "ko"})
    assert '<html lang="ja"' in answer.content.decode()
    assert answer["Content-Language"] == "ja"


def test_nothing_of_it_is_left_for_the_next_request(desk, client):
    desk.post(PAGE, {"time_zone": "Asia/Seoul", "language": "ja"})
    desk.get("/admin/")
    assert get_current_timezone_name() == "UTC"
    assert '<html lang="en"' in type(client)().get("/en/").content.decode()


def test_reader_pages_stay_the_same_for_everyone(desk):
    desk.post(PAGE, {"time_zone": "Asia/Seoul", "language": "ja"})
    assert '<html lang="en"' in seen(desk, "/en/")


@pytest.mark.parametrize("name", ["Asia/Atlantis", "", "../../etc/passwd", "asia/seoul\0"])
def test_what_is_no_time_zone_is_refused_in_words(desk, name):
    answer = desk.post(PAGE, {"time_zone": name, "language": ""})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not Preferences.objects.exists()


def test_the_model_refuses_it_as_well(writer):
    with pytest.raises(ValidationError):
        Preferences(user=writer, time_zone="Asia/Atlantis").full_clean()


def test_a_zone_this_machine_does_not_know_any_more_breaks_no_page(desk, writer):
    Preferences.objects.create(user=writer, time_zone="Asia/Atlantis")
    assert "Times are UTC." in seen(desk, "/admin/")
    assert '<option value="Asia/Atlantis" selected>' in seen(desk)


def test_an_old_name_that_was_chosen_stays_chosen(desk, writer):
    Preferences.objects.create(user=writer, time_zone="Japan")
    assert '<option value="Japan" selected>' in seen(desk)


def test_every_zone_on_offer_exists():
    places = [name for _region, places in offered() for name, _label in places]
    assert {"Asia/Tokyo", "Asia/Seoul", "America/Argentina/Buenos_Aires"} <= set(places)
    assert all(zoneinfo.ZoneInfo(name) for name in places)


def test_a_person_sets_their_own_preferences_alone(desk, writer, editor):
    desk.post(PAGE, {"time_zone": "Asia/Seoul", "language": "", "user": editor.pk})
    assert preferences_of(writer).time_zone == "Asia/Seoul"
    assert preferences_of(editor).time_zone == "UTC"


def test_the_page_is_for_staff(client):
    assert client.get(PAGE).url.startswith("/admin/login/")


def test_neither_the_desk_nor_reader_pages_ask_more_for_it(desk, django_assert_num_queries):
    with django_assert_num_queries(0):
        desk.get("/robots.txt")
    with django_assert_num_queries(2):  # session, user
        desk.get("/admin/jsi18n/")
