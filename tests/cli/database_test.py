"""db check, backup, vacuum: the file that holds the memory."""
import os
import sqlite3
import unittest

from program import ARABIC, ENGLISH, NOBODY, ProgramTest, become_nobody, nobody_can_run


class DatabaseTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ok("align", "--store", ARABIC, ENGLISH)
        self.ok("term", "add", "قديم", "old")
        self.path = f"{self.folder}/m.db"

    def damage(self, sql):
        connection = sqlite3.connect(self.path)
        connection.executescript(sql)
        connection.close()

    def test_a_whole_memory(self):
        result = self.ok("db", "check")
        self.assertEqual((result.out, result.err), ("", f"mizan: {self.path}: no fault found\n"))

    def test_repair_makes_anew_what_is_derived(self):
        before = self.memory()
        self.damage("DELETE FROM sequence WHERE unit_id = 2; UPDATE word_pair SET count = 9999")
        faults = self.ok("db", "check", status=1).lines
        self.assertIn("index\tunit 2: the index does not know its Arabic text", faults)
        self.assertIn("learned counts\tthey are not the sum of what the units gave", faults)
        self.assertEqual(self.ok("db", "check", status=1).lines, faults)
        self.assertEqual(
            self.ok("db", "check", "--repair").err,
            f"mizan: {self.path}: the index and the learned counts were made anew\n"
            f"mizan: {self.path}: no fault found\n")
        self.assertEqual(self.memory(), before)
        self.ok("lexicon", "learn")
        self.ok("db", "check")

    def test_units_are_never_repaired(self):
        self.damage("DROP TRIGGER unit_update; UPDATE unit SET digest = 1 WHERE id = 2; "
                    "DELETE FROM sequence WHERE unit_id = 2")
        result = self.ok("db", "check", "--repair", status=1)
        self.assertIn("units\tunit 2: its digest does not fit its texts", result.lines)
        self.assertEqual(result.err, f"mizan: {self.path}: nothing was repaired, the units are at "
                                     "fault; go back to a backup\n")

    def test_a_damaged_page(self):
        connection = sqlite3.connect(self.path)
        size, = connection.execute("PRAGMA page_size").fetchone()
        page, = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'unit'").fetchone()
        connection.close()
        content = bytearray((self.folder / "m.db").read_bytes())
        content[(page - 1) * size:page * size] = b"\xaa" * size
        self.write("bad.db", bytes(content))
        result = self.ok("db", "check", "--db", "bad.db", status=1)
        self.assertTrue(all(line.startswith("file\t") for line in result.lines), result.lines)
        self.assertEqual(result.err, "")

    def test_backup(self):
        before = self.memory()
        units = len(self.ok("export").lines)
        self.assertEqual(self.ok("db", "backup", "copy.db").err,
                         f"mizan: copy.db: {units} units copied and checked\n")
        self.ok("add", "كتاب", "book")
        self.assertEqual(self.memory("copy.db"), before)
        self.ok("db", "check", "--db", "copy.db")
        self.ok("db", "backup", "copy.db")
        self.assertEqual(self.memory("copy.db"), self.memory())
        self.ok("undo", "--db", "copy.db")
        self.assertEqual(self.memory("copy.db"), before)

    def test_backup_refuses_what_would_lose_something(self):
        self.fails("m.db: this is the memory itself; name another file for the copy",
                   "db", "backup", "m.db")
        self.fails(f"{self.folder}: is a directory; name a file for the copy",
                   "db", "backup", self.folder)
        self.fails("none/copy.db: cannot be written: No such file or directory; name another file "
                   "for the copy", "db", "backup", "none/copy.db")
        self.assertFalse((self.folder / "none").exists())

    @unittest.skipUnless(nobody_can_run(), "the binary cannot be run as nobody")
    def test_backup_where_nothing_may_be_written(self):
        (self.folder / "shelf").mkdir()
        os.chmod(self.folder / "shelf", 0o555)
        os.chmod(self.folder, 0o755)
        if os.geteuid() == 0:
            for name in os.listdir(self.folder):
                if name.startswith("m.db"):
                    os.chown(self.folder / name, NOBODY, NOBODY)
        self.fails("shelf/copy.db: cannot be written: Permission denied; name another file for "
                   "the copy", "db", "backup", "shelf/copy.db", preexec_fn=become_nobody)

    def test_vacuum_says_what_it_gave_back(self):
        self.write("many.tsv", "".join(f"سطر رقم {n}\tLine number {n}\n" for n in range(3000)))
        self.ok("import", "many.tsv")
        self.ok("undo")
        before = self.memory()
        size = os.path.getsize(self.path)
        said = self.ok("db", "vacuum").err
        self.assertRegex(said, rf"\Amizan: {self.path}: \d+ bytes before, "
                               rf"{os.path.getsize(self.path)} after\n\Z")
        self.assertLess(os.path.getsize(self.path), .8 * size)
        self.assertEqual(self.memory(), before)
        self.ok("db", "check")

    def test_no_memory(self):
        for words in (["check"], ["check", "--repair"], ["backup", "copy.db"], ["vacuum"]):
            self.fails("none.db: no such memory; check the path, or import something to create it",
                       "db", *words, "--db", "none.db")
        self.assertFalse((self.folder / "copy.db").exists())


if __name__ == "__main__":
    unittest.main()
