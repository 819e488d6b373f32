"""A repository of git for tests: commits with fixed dates, and no settings but its own."""

import os
import subprocess
from pathlib import Path

ALONE = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Maya",
    "GIT_AUTHOR_EMAIL": "maya@example.com",
    "GIT_COMMITTER_NAME": "Maya",
    "GIT_COMMITTER_EMAIL": "maya@example.com",
    "PATH": os.environ["PATH"],
}


class Repo:
    """A repository whose commits are a day apart."""

    def __init__(self, folder: Path) -> None:
        """Make an empty repository."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._days = 0
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        """Run git."""
        date = f"2026-03-{self._days + 1:02}T09:00:00+00:00"
        env = {**ALONE, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "HOME": str(self.folder)}
        command = ["git", *arguments]
        return subprocess.run(command, cwd=self.folder, env=env, check=True, capture_output=True, text=True).stdout

    def commit(self, message: str, **texts: str | None) -> None:
        """Commit specs by name, "checkout" for checkout.journey.yaml; None takes one away."""
        for name, text in texts.items():
            path = self.folder / f"{name}.journey.yaml"
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        self._days += 1
