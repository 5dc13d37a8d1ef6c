from urllib.parse import quote

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils import translation

from newsroom.publishing.audit import AuditEntry, first_broken_entry
from newsroom.publishing.refusals import NotAllowed
from newsroom.publishing.rights import Role
from newsroom.staff import accounts
from newsroom.staff.account_form import AccountForm
from newsroom.staff.models import Preferences
from tests.staff.signing_in import give_an_app, give_codes, is_in, password, sign_in

LIST, ADD = "/admin/auth/user/", "/admin/auth/user/add/"
pytestmark = [pytest.mark.django_db, pytest.mark.database]


def change(user: User) -> str:
    return reverse("admin:auth_user_change", args=[user.pk])


def page(user: User, name: str) -> str:
    return reverse(f"admin:auth_user_{name}", args=[user.pk])


def filled(user: User, **other: object) -> dict[str, object]:
    given = {"username": user.username, "first_name": "", "last_name": "", "email": user.email}
    given |= {"groups": [group.pk for group in user.groups.all()]}
    given |= {name: "on" for name in ("is_active", "is_superuser") if getattr(user, name)}
    return {name: value for name, value in (given | other).items() if value is not None}


def new(**other: object) -> dict[str, object]:
    editors = Group.objects.get(name=Role.EDITOR).pk
    return {"username": "mika", "email": "mika@desk.example", "groups": [editors], **other}


def said(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def desk(client, admin):
    sign_in(client, admin)
    return client


def test_a_new_account_is_staff_with_its_role_and_no_password_yet(desk):
    answer = desk.post(ADD, new(first_name="Mika"))
    mika = User.objects.get(username="mika")
    assert answer.url == page(mika, "password_link")
    assert mika.is_staff
    assert not mika.is_superuser
    assert not mika.has_usable_password()
    assert [group.name for group in mika.groups.all()] == ["Editor"]


def test_the_page_for_its_link_says_that_the_account_is_made(desk):
    assert "The account mika is made." in said(desk.post(ADD, new(), follow=True))


def test_the_link_lets_the_person_choose_a_password_once(desk, client, writer):
    link = desk.post(page(writer, "password_link")).context["link"]
    assert link.startswith("http://127.0.0.1:8000/admin/account/password/reset/")
    path = link.removeprefix("http://127.0.0.1:8000")
    person = type(client)()
    form = person.get(path, follow=True)
    word = "long-enough-for-anybody"
    person.post(form.redirect_chain[-1][0], {"password1": word, "password2": word})
    sign_in(person, writer, word)
    assert is_in(person)
    assert "invalid" in said(type(client)().get(path, follow=True))


@pytest.mark.parametrize(("field", "taken"), [("username", "WREN"), ("email", "WREN@desk.example")])
def test_names_and_addresses_open_one_door_each(desk, writer, field, taken):
    User.objects.filter(pk=writer.pk).update(email="wren@desk.example")
    answer = desk.post(ADD, new(**{field: taken}))
    assert "Somebody has this" in said(answer)
    assert not User.objects.filter(username="mika").exists()


def test_deactivating_puts_a_person_out_at_once(desk, client, writer):
    person = type(client)()
    sign_in(person, writer)
    assert is_in(person)
    desk.post(change(writer), filled(writer, is_active=None))
    assert not is_in(person)
    sign_in(person, writer)
    assert not is_in(person)


def test_nobody_is_deleted(desk, writer):
    assert desk.get(f"/admin/auth/user/{writer.pk}/delete/").status_code == 403
    answer = desk.post(LIST, {"action": "delete_selected", "_selected_action": [writer.pk]})
    assert answer.status_code in (200, 302)
    assert User.objects.filter(pk=writer.pk).exists()


@pytest.mark.parametrize("taken", ["is_active", "is_superuser"])
def test_an_admin_cannot_lock_themselves_out(desk, admin, taken):
    answer = desk.post(change(admin), filled(admin, **{taken: None}))
    assert "your own rights" in said(answer)
    admin.refresh_from_db()
    assert admin.is_active
    assert admin.is_superuser


def test_resetting_the_second_factor_ends_sessions_and_asks_for_none(desk, client, writer):
    person = type(client)()
    sign_in(person, writer)
    give_an_app(writer)
    give_codes(writer)
    answer = desk.post(page(writer, "second_factor"), follow=True)
    assert "no second factor any more" in said(answer)
    assert not writer.authenticator_set.exists()
    assert not is_in(person)
    sign_in(person, writer)
    assert is_in(person)


def test_every_change_is_audited_without_secrets_or_addresses(desk, writer):
    give_an_app(writer)
    desk.post(ADD, new())
    desk.post(change(writer), filled(writer, is_superuser="on", email="wren@desk.example"))
    link = desk.post(page(writer, "password_link")).context["link"]
    desk.post(page(writer, "second_factor"))
    entries = list(AuditEntry.objects.order_by("number"))
    assert [(entry.action, entry.label) for entry in entries] == [
        ("add_account", "account: mika"),
        ("change_account", "account: wren"),
        ("give_password_link", "account: wren"),
        ("reset_second_factor", "account: wren"),
    ]
    assert entries[1].details == {
        "admin": True,
        "active": True,
        "roles": ["Writer"],
        "email_changed": True,
    }
    told = str([entry.details for entry in entries])
    assert link.rpartition("-")[2] not in told
    assert "@" not in told
    assert first_broken_entry() is None


def test_an_admin_proves_it_is_them_before_opening_anothers_account(client, admin, writer):
    client.force_login(admin)  # long ago, as far as allauth knows
    for address in (
        page(writer, "password_link"),
        page(writer, "second_factor"),
        change(writer),
        ADD,
    ):
        for answer in (client.get(address), client.post(address, new())):
            assert answer.url == f"/admin/account/reauthenticate/?next={quote(address, safe='')}"
    assert not AuditEntry.objects.exists()
    assert not User.objects.filter(username="mika").exists()


def test_a_form_that_came_too_late_is_shown_once_more_with_what_was_typed(client, admin, writer):
    client.force_login(admin)
    asked = client.post(change(writer), filled(writer, first_name="Wrenna", is_superuser="on")).url
    again = client.post(asked, {"password": password(admin)})
    assert "Not saved yet" in said(again)
    assert again.context["adminform"].form["first_name"].value() == "Wrenna"
    assert f'action="{change(writer)}"' in said(again)
    assert not AuditEntry.objects.exists()
    client.post(change(writer), filled(writer, first_name="Wrenna"))
    writer.refresh_from_db()
    assert writer.first_name == "Wrenna"


def test_so_is_one_that_was_opened_from_a_filtered_list(client, desk, admin, writer):
    rows = said(desk.get(f"{LIST}?is_active__exact=1"))
    assert f'href="{change(writer)}"' in rows


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_old_address_hears_that_it_was_changed(desk, writer, settings, mailoutbox, language):
    settings.MAIL_IS_SENT = True
    User.objects.filter(pk=writer.pk).update(email="wren@desk.example")
    Preferences.objects.create(user=writer, language=language)
    with translation.override(language):
        subject = translation.gettext("Your address was changed")
    desk.post(change(writer), filled(writer, email="stranger@elsewhere.example"))
    (told,) = mailoutbox
    assert (told.to, told.subject) == (["wren@desk.example"], subject)
    assert "ada" in told.body
    assert "wren" in told.body
    assert "stranger" not in told.body


def test_nobody_is_mailed_where_the_address_stays_or_there_was_none(
    desk, writer, settings, mailoutbox
):
    settings.MAIL_IS_SENT = True
    desk.post(change(writer), filled(writer, email="wren@desk.example"))
    desk.post(change(writer), filled(writer, email="wren@desk.example", first_name="Wren"))
    assert mailoutbox == []
    told = [entry.details.get("email_changed") for entry in AuditEntry.objects.order_by("number")]
    assert told == [True, None]


@pytest.mark.parametrize("role", ["writer", "editor", "moderator"])
def test_only_admins_reach_accounts(client, request, role, admin):
    user = request.getfixturevalue(role)
    sign_in(client, user)
    for address in (
        LIST,
        ADD,
        change(admin),
        page(admin, "password_link"),
        page(admin, "second_factor"),
    ):
        assert client.get(address).status_code == 403, address
        assert client.post(address, filled(user, is_superuser="on")).status_code == 403, address
    assert "/admin/auth/user/" not in said(client.get("/admin/"))
    user.refresh_from_db()
    assert not user.is_superuser


def test_the_steps_refuse_others_themselves(editor, writer):
    for step in (accounts.reset_second_factor, accounts.link_for_new_password):
        with pytest.raises(NotAllowed):
            step(user=writer, by=editor)
    with pytest.raises(NotAllowed):
        accounts.save_account(user=editor, roles=[], by=editor)


def test_who_was_deposed_a_moment_ago_deposes_nobody(admin, writer):
    User.objects.filter(pk=admin.pk).update(is_superuser=False)
    assert admin.is_superuser  # as far as the request knows
    for step in (accounts.reset_second_factor, accounts.link_for_new_password):
        with pytest.raises(NotAllowed):
            step(user=writer, by=admin)
    with pytest.raises(NotAllowed):
        accounts.save_account(user=writer, roles=[], by=admin)
    assert writer.groups.exists()


def test_and_is_told_so(desk, admin, writer, monkeypatch):
    def meanwhile(form):
        User.objects.filter(pk=admin.pk).update(is_superuser=False)

    monkeypatch.setattr(AccountForm, "clean", meanwhile)
    answer = desk.post(change(writer), filled(writer, is_active=None), follow=True)
    assert answer.status_code == 200
    assert "Only an admin" in said(answer)
    writer.refresh_from_db()
    assert writer.is_active


def test_roles_are_given_but_not_edited_and_secrets_are_not_shown(desk, writer):
    give_an_app(writer)
    for address in ("auth/group/", "mfa/authenticator/", "account/emailaddress/"):
        assert desk.get(f"/admin/{address}").status_code == 404
    roles = desk.get(change(writer)).context["adminform"].form.fields["groups"].queryset
    assert {role.name for role in roles} == set(Role)


def test_the_list_says_who_has_a_second_factor_in_as_many_queries_for_fifty(
    desk, writer, django_assert_max_num_queries
):
    give_an_app(writer)
    for number in range(50):
        User.objects.create_user(f"person-{number}", is_staff=True)
    with django_assert_max_num_queries(9):
        answer = desk.get(LIST)
    assert {user.username for user in answer.context["cl"].result_list if user.has_factor} == {
        "wren"
    }


def test_an_invitation_goes_by_mail_where_there_is_mail(desk, settings, mailoutbox):
    settings.MAIL_IS_SENT = True
    answer = desk.post(ADD, new(), follow=True)
    assert "gets a link by mail" in said(answer)
    assert mailoutbox[0].to == ["mika@desk.example"]
    assert "/admin/account/password/reset/" in mailoutbox[0].body
    assert password(User(username="mika")) not in mailoutbox[0].body


@pytest.mark.parametrize("name", ["mi ka", "", "m" * 151, "mika\0"])
def test_a_name_that_cannot_be_is_refused_in_words(desk, name):
    answer = desk.post(ADD, new(username=name))
    assert answer.status_code == 200
    assert "errorlist" in said(answer)
