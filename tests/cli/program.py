"""The real binary as the tests of this folder call it."""
import atexit
import json
import os
import pty
import select
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

BINARY = os.environ["MIZAN_BINARY"]
ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
ARTICLE = ROOT / "examples/article"
ARTICLE2 = ROOT / "examples/article2"
ARABIC = str(ARTICLE / "article.ar.txt")
ENGLISH = str(ARTICLE / "article.en.txt")
NOBODY = 65534
TIMEOUT_S = 120
# What the program keeps ready of the shipped dictionaries: made once, not by each test.
CACHE = tempfile.mkdtemp(prefix="mizan-cache-")
atexit.register(shutil.rmtree, CACHE, ignore_errors=True)


class Result:
    """What one call left: exit status, standard output and standard error."""

    def __init__(self, status, out, err):
        self.status = status
        self.raw = out
        self.out = out.decode("utf-8", "surrogateescape")
        self.err = err.decode("utf-8", "surrogateescape")

    @property
    def lines(self):
        return self.out.splitlines()

    @property
    def records(self):
        """The JSON lines of the output."""
        return [json.loads(line) for line in self.out.splitlines()]

    def __repr__(self):
        return f"[exit {self.status}]\n{self.out[-3000:]}\n--- stderr\n{self.err[-3000:]}"


def clean_environment(home):
    """Nothing of the caller's Mizan, colours or terminal."""
    kept = {"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}
    environment = {name: value for name, value in os.environ.items() if name in kept}
    environment.update(HOME=str(home), XDG_CACHE_HOME=CACHE, TERM="xterm", LC_ALL="C.UTF-8",
                       MIZAN_DB=str(home / "m.db"))
    return environment


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own, which is also home and holds the memory m.db."""

    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="mizan-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = clean_environment(self.folder)

    def run_mizan(self, *arguments, stdin=b"", cwd=None, environment=None, **options):
        """Runs the binary in the test's folder. `options` go to subprocess.run."""
        if isinstance(stdin, str):
            stdin = stdin.encode()
        options.setdefault("stdout", subprocess.PIPE)
        done = subprocess.run(
            [BINARY, *map(str, arguments)], input=stdin, stderr=subprocess.PIPE,
            cwd=cwd or self.folder, env={**self.environment, **(environment or {})},
            timeout=TIMEOUT_S, check=False, **options)
        return Result(done.returncode, done.stdout or b"", done.stderr)

    def ok(self, *arguments, status=0, **options):
        """Runs and expects `status` without a crash; returns the result."""
        result = self.run_mizan(*arguments, **options)
        self.assertEqual(result.status, status, f"mizan {arguments}: {result!r}")
        return result

    def fails(self, message, *arguments, **options):
        """Runs and expects exit 2, nothing on standard output and exactly this one line."""
        result = self.run_mizan(*arguments, **options)
        self.assertEqual((result.status, result.err, result.out), (2, f"mizan: {message}\n", ""),
                         f"mizan {arguments}")
        return result

    def write(self, name, content):
        """A file of the test's folder."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def memory(self, database="m.db"):
        """Everything that a memory holds and that a user can see, for comparing."""
        units = self.ok("export", "--format", "jsonl", "--db", database).out
        terms = self.ok("term", "export", "--db", database).out
        stats = self.ok("stats", "--db", database).out
        return units, terms, [line for line in stats.splitlines() if not line.startswith("bytes")]

    def on_terminal(self, *arguments, environment=None):
        """Standard output of a call whose standard output is a terminal."""
        master, slave = pty.openpty()
        process = subprocess.Popen(
            [BINARY, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=slave,
            stderr=subprocess.DEVNULL, cwd=self.folder,
            env={**self.environment, **(environment or {})})
        os.close(slave)
        out = b""
        while select.select([master], [], [], TIMEOUT_S)[0]:
            try:
                block = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not block:
                break
            out += block
        process.wait(TIMEOUT_S)
        os.close(master)
        return out.decode()


def become_nobody():
    """For preexec_fn: root may write everywhere, so tests of permissions give that up."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def nobody_can_run():
    """Whether the binary can be reached without root's rights."""
    try:
        subprocess.run([BINARY, "--version"], preexec_fn=become_nobody, cwd="/", check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return False
    return True
