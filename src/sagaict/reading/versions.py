"""A plan's file, and one of its projects', as commits have them: what each of these changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project
from sagaict.reading.cache import cache_for, loaded
from sagaict.reading.files import FileOf
from sagaict.reading.git import Repository
from sagaict.reading.git_history import Logged

__all__ = ["Step", "Versions"]

_AT_ONCE = 50
"""So many commits are read at a time."""


@dataclass(frozen=True, slots=True)
class Step:
    """A commit, and what the files held before and after it; `None` where one cannot be read."""

    commit: Logged
    old: Portfolio | None
    new: Portfolio | None


@dataclass(frozen=True, slots=True)
class Versions:
    """Files of a repository's folder; the last of them is the one whose commits are asked for."""

    repository: Repository
    plan: str
    project: str | None = None

    def steps(self, commits: Sequence[Logged]) -> Iterator[Step]:
        """What each commit changed, in the same order.

        Raises:
            GitTrouble: git failed.
        """
        for start in range(0, len(commits), _AT_ONCE):
            part = commits[start : start + _AT_ONCE]
            names = [name for each in part for name in (f"{each.id}^", each.id)]
            found = iter(self._at(names))
            for commit in part:
                yield Step(commit, next(found), next(found))

    def at(self, commit: str) -> Portfolio | None:
        """What the files hold in a commit.

        Raises:
            GitTrouble: git failed.
        """
        return self._at([commit])[0]

    def _at(self, commits: Sequence[str]) -> list[Portfolio | None]:
        files = [self.plan, *([self.project] if self.project else [])]
        objects = [
            f"{commit}:{self.repository.prefix}{name}" for commit in commits for name in files
        ]
        contents = list(self.repository.contents(objects))
        step = len(files)
        return [
            self._portfolio(contents[start : start + step])
            for start in range(0, len(contents), step)
        ]

    def _portfolio(self, contents: Sequence[bytes | None]) -> Portfolio | None:
        """The models of the files; a file that is not there yet has none."""
        kept = cache_for(self.repository.folder)
        plans, projects = [], []
        for name, content in zip((self.plan, self.project), contents, strict=False):
            if content is None or name is None:
                continue
            file = FileOf(self.repository.folder / name, name)
            if name == self.plan:
                plan = loaded(file, content, Plan, kept).model
                if plan is None:
                    return None
                plans.append(plan)
            else:
                project = loaded(file, content, Project, kept).model
                if project is None:
                    return None
                projects.append(project)
        return Portfolio.of(plans, projects)
