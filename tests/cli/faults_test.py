"""The memory under violence: commands killed at any moment, and many processes at once.

In the suite each test takes seconds. The long form:

    MIZAN_BINARY=... MIZAN_FAULT_KILLS=200 MIZAN_FAULT_SECONDS=60 python3 -m unittest -v faults_test
"""
import os
import random
import subprocess
import threading
import time
import unittest

from program import BINARY, ProgramTest

KILLS = int(os.environ.get("MIZAN_FAULT_KILLS", "15"))
SECONDS = float(os.environ.get("MIZAN_FAULT_SECONDS", "3"))
UNITS = 1500  # in one file


class Crowd:
    """Threads that call the binary until they are told to stop; what went wrong is kept."""

    def __init__(self, test):
        self.test = test
        self.stop = threading.Event()
        self.problems = []
        self.calls = 0
        self.threads = []

    def start(self, work):
        """Calls work(n) for n = 0, 1, 2, ..."""
        def run():
            number = 0
            while not self.stop.is_set() and not self.problems:
                try:
                    work(number)
                except AssertionError as problem:
                    self.problems.append(str(problem))
                number += 1
                self.calls += 1
        self.threads.append(threading.Thread(target=run))
        self.threads[-1].start()

    def finish(self):
        self.stop.set()
        for thread in self.threads:
            thread.join()
        self.test.assertEqual(self.problems, [])

    def read(self, number):
        words = [["lookup", f"السطر رقم {number}"], ["concord", "سطر"], ["stats"],
                 ["export", "--until", "2000-01-01"]][number % 4]
        result = self.test.run_mizan(*words)
        self.test.assertIn(result.status, (0, 1), repr(result))


class FaultsTest(ProgramTest):
    def units_by_file(self):
        rows = dict(line.split("\t", 1) for line in self.ok("stats").lines)
        prefix = "units of "
        return {name[len(prefix):]: int(count) for name, count in rows.items()
                if name.startswith(prefix)}

    def expect_whole(self):
        result = self.run_mizan("db", "check")
        self.assertEqual((result.status, result.out), (0, ""), repr(result))

    def part(self, number):
        """A file of its own sentences."""
        name = f"part-{number}.tsv"
        self.write(name, "".join(f"سطر {n} من الملف {number}\tLine {n} of file {number}\n"
                                 for n in range(UNITS)))
        return name

    def killed(self, words, after):
        """What the command had said when it was killed, or by its end."""
        process = subprocess.Popen([BINARY, *words], cwd=self.folder, env=self.environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
        said = process.communicate()[0].decode()
        self.assertIn(process.returncode, (0, -9), said)
        return said

    def test_killed_at_any_moment(self):
        moments = random.Random(4)
        began = time.monotonic()
        self.ok("import", self.part(0))
        whole = time.monotonic() - began
        stored = [self.part(0)]
        crowd = Crowd(self)
        crowd.start(crowd.read)
        try:
            for number in range(1, KILLS + 1):
                undo = len(stored) > 3 and moments.random() < 0.5
                name = stored[-1] if undo else self.part(number)
                said = self.killed(["undo"] if undo else ["import", name],
                                   moments.random() * whole * (0.5 if undo else 1.2))
                reported = ("taken back" if undo else f" {UNITS} added") in said
                self.expect_whole()
                counts = self.units_by_file()
                self.assertIn(counts.get(name, 0), (0, UNITS), "half a write remains")
                there = name in counts
                if reported:
                    self.assertEqual(there, not undo, f"reported done and lost: {said}")
                if undo and not there:
                    stored.pop()
                elif there and not undo:
                    stored.append(name)
                self.assertEqual(counts, {file: UNITS for file in stored})
        finally:
            crowd.finish()

    def test_two_writers_and_four_readers(self):
        self.ok("import", self.part(0))
        crowd = Crowd(self)
        added = [0, 0]

        def writer(which):
            def write(number):
                unit = f"writer {which} number {number}"
                result = self.run_mizan("add", f"سطر {which} {number}", unit)
                self.assertEqual((result.status, result.err), (0, ""))
                added[which] += 1
            return write

        for which in range(2):
            crowd.start(writer(which))
        for _ in range(4):
            crowd.start(crowd.read)
        time.sleep(SECONDS)
        crowd.finish()
        texts = [unit["en"] for unit in self.ok("export", "--format", "jsonl").records]
        expected = [f"writer {which} number {number}" for which in range(2)
                    for number in range(added[which])]
        self.assertGreater(min(added), 0)
        self.assertEqual(sorted(text for text in texts if text.startswith("writer")),
                         sorted(expected))
        self.assertEqual(len(texts), UNITS + len(expected))
        self.expect_whole()


if __name__ == "__main__":
    unittest.main()
