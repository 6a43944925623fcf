"""A full disk, by a limit on the size of files: one clear line, exit 2, and nothing lost."""
import os
import resource
import signal
import unittest

from program import ARABIC, ENGLISH, ProgramTest


def limited(size_bytes):
    """For preexec_fn: no file may grow beyond `size_bytes`. A shell leaves SIGXFSZ as it is; the
    program has to cope by itself."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, size_bytes))
    return limit


class FullDiskTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("old.tsv", "".join(f"سطر قديم {n}\tOld line {n}\n" for n in range(200)))
        self.ok("import", "old.tsv")
        self.ok("term", "add", "قديم", "old")
        self.before = self.memory()
        self.size = (self.folder / "m.db").stat().st_size
        self.write("new.tsv", "".join(f"سطر جديد رقم {n}\tNew line number {n}\n"
                                      for n in range(5000)))
        self.full = f"{self.folder}/m.db: the disk is full, nothing was changed; free some space " \
                    "and run it again"

    def tearDown(self):
        self.assertEqual(self.memory(), self.before)
        self.assertEqual([name for name in os.listdir(self.folder) if ".tmp" in name], [])
        super().tearDown()

    def test_import(self):
        for room in (0, 8 << 10, 64 << 10, 256 << 10):
            with self.subTest(room):
                self.fails(self.full, "import", "new.tsv", preexec_fn=limited(self.size + room))
                self.assertEqual(self.memory(), self.before)
        self.assertIn("5000 added", self.ok("import", "new.tsv").err)
        self.ok("undo")

    def test_align_store_and_the_small_writes(self):
        self.ok("align", ARABIC, ENGLISH, preexec_fn=limited(1 << 10))
        for words in (["align", "--store", ARABIC, ENGLISH], ["add", "كتاب", "book"],
                      ["edit", "1", "--en", "x"], ["remove", "1"], ["undo"],
                      ["term", "add", "كتاب", "book"], ["term", "import", "old.tsv"]):
            with self.subTest(words):
                self.fails(self.full, *words, preexec_fn=limited(4 << 10))
                self.assertEqual(self.memory(), self.before)

    def test_backup_and_vacuum(self):
        self.write("copy.db", "old\n")
        for room in (0, 4 << 10, self.size // 2):
            self.fails("copy.db: the disk is full, nothing was changed; free some space and run it "
                       "again", "db", "backup", "copy.db", preexec_fn=limited(room))
            self.assertEqual((self.folder / "copy.db").read_text(), "old\n")
        for room in (4 << 10, self.size // 2):
            self.fails(self.full, "db", "vacuum", preexec_fn=limited(room))
            self.ok("db", "check")

    def test_creating_a_memory_can_be_tried_again(self):
        for size in (0, 4 << 10, 40 << 10):
            with self.subTest(size):
                self.fails("new.db: the disk is full, nothing was changed; free some space and "
                           "run it again", "import", "new.tsv", "--db", "new.db",
                           preexec_fn=limited(size))
        self.assertIn("5000 added", self.ok("import", "new.tsv", "--db", "new.db").err)

    def test_export_keeps_the_old_file(self):
        for name in ("out.tmx", "out.tsv", "out.jsonl"):
            self.write(name, "old\n")
            self.fails(f"{name}: the disk is full; free some space and run it again",
                       "export", "--output", name, preexec_fn=limited(1 << 10))
            self.assertEqual((self.folder / name).read_text(), "old\n")
        self.write("terms.tsv", "old\n")
        self.fails("terms.tsv: the disk is full; free some space and run it again",
                   "term", "export", "--output", "terms.tsv", preexec_fn=limited(16))
        self.assertEqual((self.folder / "terms.tsv").read_text(), "old\n")

    def test_redirected_output(self):
        for words in (["export"], ["align", ARABIC, ENGLISH], ["segment", ARABIC]):
            with self.subTest(words), open(self.folder / "out", "wb") as out:
                result = self.run_mizan(*words, stdout=out, preexec_fn=limited(1 << 10))
                self.assertEqual(
                    (result.status, result.err),
                    (2, "mizan: standard output: the disk is full; free some space and run it "
                        "again\n"))


if __name__ == "__main__":
    unittest.main()
