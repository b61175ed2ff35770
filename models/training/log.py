"""The curves of a run: one JSON object a line, `{"kind": "train", "iteration": 50, ...}`."""

import json
import time
from collections import defaultdict
from pathlib import Path


class Log:
    """Appends to a log file; a resumed run drops the lines after the state it goes on from."""

    def __init__(self, path: Path, iteration: int):
        self.path = path
        self.sums: dict[str, float] = defaultdict(float)
        self.count = 0
        self.skipped_names: set[str] = set()
        self.since = time.monotonic()
        if path.exists():
            lines = path.read_text().splitlines(keepends=True)
            path.write_text("".join(line for line in lines if is_before(line, iteration)))

    def add(self, terms: dict[str, float]) -> None:
        """Takes the terms of a step into the next line's means."""
        self.count += bool(terms)
        for name, value in terms.items():
            self.sums[name] += value

    def flush(self, iteration: int, **facts: float) -> None:
        """Writes the means since the last time."""
        means = {name: round(total / self.count, 5) for name, total in self.sums.items()}
        seconds = time.monotonic() - self.since
        self.write("train", iteration, seconds=round(seconds, 1), **facts, **means)
        self.sums.clear()
        self.count = 0
        self.since = time.monotonic()

    def skipped(self, iteration: int, files: list[tuple[str, str]]) -> None:
        """Writes each file that could not be used once, with their count so far."""
        for name, reason in files:
            if name not in self.skipped_names:
                self.skipped_names.add(name)
                count = len(self.skipped_names)
                self.write("skipped", iteration, name=name, reason=reason, count=count)

    def write(self, kind: str, iteration: int, **facts: object) -> None:
        """Writes one line, to the terminal as well; a full disk does not end the run."""
        line = json.dumps({"kind": kind, "iteration": iteration, **facts})
        print(line, flush=True)
        try:
            with self.path.open("a") as file:
                file.write(line + "\n")
        except OSError as error:
            print(f"Could not write {self.path}: {error.strerror}.", flush=True)


def is_before(line: str, iteration: int) -> bool:
    """Whether a line is whole and not of a later iteration."""
    try:
        return json.loads(line)["iteration"] <= iteration
    except (ValueError, KeyError):
        return False
