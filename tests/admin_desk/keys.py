"""Somebody who has a keyboard and no mouse."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page

# A pointer that is pressed, and focus that no key moved, leave a trace that fails the test.
NO_MOUSE = """
for (const kind of ["pointerdown", "mousedown", "wheel"])
  addEventListener(kind, () => console.error(`somebody used a mouse: ${kind}`), true)
"""

# What has the focus is in sight: neither scrolled away nor behind a bar.
IN_SIGHT = """element => {
  const box = element.getBoundingClientRect()
  const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 20)]
  const top = element.ownerDocument.elementFromPoint(x, y)
  return !!top && (element.contains(top) || top.contains(element) || top.closest("label"))
}"""


def without_a_mouse(context: BrowserContext) -> None:
    context.add_init_script(NO_MOUSE)


class Keys:
    """The keyboard before a page: it types, and walks until it stands on what it looks for."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @property
    def focused(self) -> str:
        """What has the focus, as a screen reader says it: `textbox "Title:"`."""
        focused = self._page.locator(":focus")
        if not focused.count():
            return "nothing"
        return focused.aria_snapshot().split("\n")[0].removeprefix("- ")

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def type(self, words: str) -> None:
        self._page.keyboard.type(words)

    def rest(self) -> None:
        """A frame and a moment: the editor hears of the caret's moves in its own time."""
        self._page.evaluate("new Promise(go => requestAnimationFrame(() => setTimeout(go, 150)))")

    def walk_to(self, wanted: str, *, by: str = "Tab", at_most: int = 60) -> None:
        """Presses a key until what has the focus begins like this."""
        seen = []
        for _ in range(at_most):
            self.press(by)
            seen.append(self.focused)
            if re.match(wanted, seen[-1]):
                assert self._page.locator(":focus").evaluate(IN_SIGHT), f"{seen[-1]} is hidden"
                return
        raise AssertionError(f"{wanted} is not reached in {at_most} keys: {seen}")

    def is_on(self, wanted: str) -> None:
        """Waits until the focus is there by itself."""
        for _ in range(100):
            if re.match(wanted, self.focused):
                return
            self._page.wait_for_timeout(50)
        raise AssertionError(f"{wanted} has not got the focus: {self.focused} has")
