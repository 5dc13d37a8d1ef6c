"""An independent account of what readers see, tick by tick: it knows nothing of intervals.

Whatever starts later hides everything that started before it, until it ends itself; what has
passed stays as it was. The lifecycle must agree with it at every tick, and refuse what it refuses.
"""

from __future__ import annotations

from dataclasses import dataclass, field

TICKS = 60


@dataclass
class Started:
    """An edition as asked for: from `start` up to before `end` (None: open)."""

    name: int
    start: int
    end: int | None


@dataclass
class Oracle:
    entries: list[Started] = field(default_factory=list)
    frozen: list[int | None] = field(default_factory=list)
    settled: int = -1

    def seen_at(self, tick: int) -> int | None:
        """The name of the edition readers see."""
        if tick < len(self.frozen):
            return self.frozen[tick]
        begun = [entry for entry in self.entries if entry.start <= tick]
        if not begun:
            return None
        last = max(begun, key=lambda entry: entry.start)
        return last.name if last.end is None or tick < last.end else None

    def line(self) -> list[int | None]:
        return [self.seen_at(tick) for tick in range(TICKS)]

    def publish(self, now: int, name: int, start: int, end: int | str | None) -> bool:
        if self._late(now) or start < now or any(entry.start == start for entry in self.entries):
            return False
        if end == "inherit":
            seen = self._entry(self.seen_at(start))
            end = seen.end if seen else None
        if end is not None and end <= start:
            return False
        self._freeze(now)
        self.entries.append(Started(name, start, end))
        return True

    def cancel(self, now: int, name: int) -> bool:
        entry = self._entry(name)
        if self._late(now) or entry is None or entry.start <= now:
            return False
        self._freeze(now)
        self.entries.remove(entry)
        return True

    def reschedule(self, now: int, name: int, start: int, end: int | None) -> bool:
        """The entry keeps its name: readers see the same revision, at another time."""
        entry = self._entry(name)
        if self._late(now) or entry is None or entry.start <= now or start < now:
            return False
        if any(other.start == start for other in self.entries if other is not entry):
            return False
        if end is not None and end <= start:
            return False
        self._freeze(now)
        entry.start, entry.end = start, end
        return True

    def set_end(self, now: int, name: int, end: int | None) -> bool:
        entry = self._entry(name)
        if self._late(now) or entry is None or self._over(entry, now):
            return False
        if end is not None and end <= max(now, entry.start):
            return False
        self._freeze(now)
        entry.end = end
        return True

    def withdraw(self, now: int) -> bool:
        entry = self._entry(self.seen_at(now))
        if self._late(now) or entry is None or entry.start == now:
            return False
        self._freeze(now)
        entry.end = now
        self.entries = [other for other in self.entries if other.start <= now]
        return True

    def _late(self, now: int) -> bool:
        return now <= self.settled

    def _entry(self, name: int | None) -> Started | None:
        return next((entry for entry in self.entries if entry.name == name), None)

    def _over(self, entry: Started, now: int) -> bool:
        """Nobody will see it again: its own end, or the start of another, has passed."""
        followers = [other.start for other in self.entries if other.start > entry.start]
        stops = [*followers, *([entry.end] if entry.end is not None else [])]
        return bool(stops) and min(stops) <= now

    def _freeze(self, now: int) -> None:
        self.frozen = [self.seen_at(tick) for tick in range(now)]
        self.settled = now
