import pytest
from playwright.sync_api import Browser, Page

SUBMIT_A_FORM_WITHOUT_TOKEN = """() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/admin/login/';
    document.body.append(form);
    form.submit();
}"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(browser: Browser):
    page = browser.new_page()
    yield page
    page.close()


def test_a_page_loads_from_its_own_site_alone_and_within_its_policy(page: Page, live_server):
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{live_server.url}/en/no-such-page/")
    assert len(asked) > 1
    assert all(url.startswith(live_server.url) for url in asked)
    assert [said for said in complaints if "404" not in said] == []


def test_an_error_page_that_is_a_file_finds_its_style(page: Page, live_server):
    page.goto(f"{live_server.url}/healthz")
    page.evaluate(SUBMIT_A_FORM_WITHOUT_TOKEN)
    page.wait_for_url("**/admin/login/")
    heading = page.get_by_role("heading", level=1)
    assert heading.inner_text() == "This is not open to you"
    assert heading.evaluate("element => getComputedStyle(element).fontSize") == "29.75px"
