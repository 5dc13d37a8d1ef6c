import datetime as dt

import pytest

from faqs.models import Question
from newsroom.publishing import lifecycle
from newsroom.publishing.topics import Topic
from tests.factories import make_question, published

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def topics() -> dict[str, Topic]:
    names = {"history": "歴史", "diplomacy": "外交"}
    return {
        slug: Topic.objects.create(slug=slug, name=slug.capitalize(), name_ja=name)
        for slug, name in names.items()
    }


def live(editor, title: str, *topics: Topic, **fields) -> Question:
    question = make_question(title=title, **fields)
    question.topics.set(topics)
    published(question, by=editor)
    return question


def groups(client, address: str = "/en/faqs/") -> dict[str | None, list[str]]:
    page = client.get(address).context["page"]
    return {
        group.topic.name if group.topic else None: [card.title for card in group.cards]
        for group in page.entries
    }


def test_questions_stand_once_each_under_the_first_of_their_topics(editor, client, topics):
    history, diplomacy = topics["history"], topics["diplomacy"]
    live(editor, "Who?", history)
    live(editor, "Why?")
    live(editor, "When?", history, diplomacy)
    live(editor, "How?", history)
    assert list(groups(client).items()) == [
        ("Diplomacy", ["When?"]),
        ("History", ["How?", "Who?"]),
        (None, ["Why?"]),
    ]


def test_topics_are_named_in_the_readers_language(editor, client, topics):
    live(editor, "誰？", topics["history"], language="ja")
    assert groups(client, "/ja/faqs/") == {"歴史": ["誰？"]}


def test_a_card_links_to_the_question_with_its_short_answer_and_all_its_topics(
    editor, client, topics
):
    live(editor, "When?", *topics.values(), slug="when")
    html = client.get("/en/faqs/").content.decode()
    for words in ('href="/en/faqs/when/"', "In March 2023.", 'href="/en/topics/history/"'):
        assert words in html


def test_only_what_is_live_is_listed(editor, client):
    live(editor, "Who?")
    withdrawn = live(editor, "Why?")
    make_question(title="A draft?")
    lifecycle.withdraw(content=withdrawn, reason="Wrong", by=editor)
    assert groups(client) == {None: ["Who?"]}


def test_many_questions_stand_on_several_pages(editor, client, monkeypatch):
    monkeypatch.setattr("newsroom.publishing.lists.PER_PAGE", 2)
    for title in ("A?", "B?", "C?"):
        live(editor, title)
    assert groups(client) == {None: ["A?", "B?"]}
    assert groups(client, "/en/faqs/?page=2") == {None: ["C?"]}


@pytest.mark.parametrize("number", [1, 50])
def test_the_list_asks_the_database_at_most_five_times(
    editor, client, topics, number, django_assert_max_num_queries
):
    for n in range(number):
        live(editor, f"Question {n}?", *topics.values())
    with django_assert_max_num_queries(5):
        client.get("/en/faqs/")


def test_a_language_without_questions_says_what_the_others_have(editor, client):
    live(editor, "Who?", slug="who")
    assert 'href="/en/faqs/who/"' in client.get("/ko/faqs/").content.decode()


def test_the_list_changes_when_the_next_question_opens(editor, client):
    live(editor, "Who?")
    soon = dt.datetime.now(tz=dt.UTC) + dt.timedelta(hours=1)
    published(make_question(title="Why?"), by=editor, opens=soon)
    assert client.get("/en/faqs/").context["page"].next_change == soon
