"""Bad input: one clear line, exit 2, and nothing lost."""
import os
import re
import shutil
import sqlite3
import unittest

from program import ARABIC, ENGLISH, ROOT, ProgramTest, become_nobody, nobody_can_run

NOT_TEXT = "save it as plain text in UTF-8"
# Bytes of a file named "bad", and what follows "mizan: bad".
BAD_TEXTS = [
    (b"abc\0def\n", f": not a text: a NUL byte at byte 3; {NOT_TEXT}"),
    (b"\x7fELF\x02\x01\x01\0\0\0\0\0", f": not a text: a program; {NOT_TEXT}"),
    ("سطر أول\nسطر ".encode() + b"\xff\xfe" + " ثان\n".encode(),
     ":2:5: not valid UTF-8 at byte 21; repair that character or save the file as UTF-8"),
    ("وصل الوفد إلى باماك".encode() + b"\xd9",
     ":1:20: not valid UTF-8 at byte 35; the file ends inside a character: get it again in full"),
    (b"", ": the file is empty; check the path"),
    (b" \r\n\t\n", ": the file holds nothing but white space; check the path"),
]
# Every way in which a command reads a text from a file.
READERS = [
    ["segment", "bad"], ["segment", "--lang", "ar", "bad"], ["align", "bad", ENGLISH],
    ["align", ARABIC, "bad"], ["align", "--store", ARABIC, "bad"], ["import", "bad"],
    ["term", "import", "bad"], ["term", "find", "--glossary", "bad", "مالي"],
    ["check", ARABIC, ENGLISH, "--glossary", "bad"], ["lookup", "--batch", "bad"],
    ["names", "compare", "--batch", "bad"],
]
# These load the lexicon first, which takes a while.
SLOW_READERS = [
    ["check", ARABIC, "bad"], ["check", "bad"], ["variants", "bad"],
    ["variants", ARABIC, "--parallel", "bad"],
]
TMX_START = ('<?xml version="1.0"?>\n{doctype}<tmx version="1.4"><header srclang="ar"/><body>'
             '<tu><tuv xml:lang="ar"><seg>كتاب</seg></tuv><tuv xml:lang="en"><seg>book</seg></tuv>'
             "</tu>\n")
TMX_END = "</body></tmx>\n"
BOMB = "<!DOCTYPE tmx [" + '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>\n"
REFUSED = "entities are refused for safety; write the text out"


class MemoryKeptTest(ProgramTest):
    """A memory with a unit and a term, which no test may lose."""

    def setUp(self):
        super().setUp()
        self.ok("add", "سطر قديم", "An old line")
        self.ok("term", "add", "قديم", "old")
        self.before = self.memory()

    def tearDown(self):
        self.assertEqual(self.memory(), self.before)
        leftovers = [name for name in os.listdir(self.folder) if ".tmp" in name]
        self.assertEqual(leftovers, [])
        super().tearDown()


class BadTextTest(MemoryKeptTest):
    def refused(self, message, readers):
        for words in readers:
            with self.subTest(words=words, message=message):
                self.fails(message, *words)

    def test_every_reader_refuses_every_bad_text(self):
        for content, message in BAD_TEXTS:
            self.write("bad", content)
            self.refused("bad" + message, [*READERS, ["term", "find", "bad"]])
        self.refused("bad" + BAD_TEXTS[-1][1], SLOW_READERS)

    def test_missing_files(self):
        self.refused("bad: no such file; check the path", READERS + SLOW_READERS)

    def test_directories(self):
        (self.folder / "bad").mkdir()
        self.refused("bad: is a directory; name a file", [*READERS, ["term", "find", "bad"]])

    def test_texts_without_letters(self):
        self.write("bad", "12 + 30 = 42\n")
        message = "bad: neither Arabic nor English: no letters found; check that this is the " \
                  "right file"
        for words in (["segment", "bad"], ["align", ARABIC, "bad"], ["variants", "bad"],
                      ["check", "bad", ENGLISH]):
            with self.subTest(words):
                self.fails(message, *words)

    def test_both_texts_in_one_language(self):
        self.write("ar", "وصل الوفد.\n")
        for words in (["align", "ar", ARABIC], ["align", "--store", "ar", ARABIC],
                      ["check", "ar", ARABIC], ["variants", "ar", "--parallel", ARABIC]):
            with self.subTest(words):
                self.fails(f"{ARABIC}: is in Arabic, and so is ar; give one Arabic and one "
                           "English text", *words)
        self.fails(f"{ENGLISH}: is in English, and so is {ENGLISH}; give one Arabic and one "
                   "English text", "align", ENGLISH, ENGLISH)

    def test_invalid_utf8_in_arguments(self):
        for words, message in [
            ([b"lookup", b"abc\xff"], "the text:1:4: not valid UTF-8 at byte 3"),
            ([b"concord", b"\xd9"], "the phrase:1:1: not valid UTF-8 at byte 0"),
            ([b"add", b"\xd9\x83\xd8", b"book"],
             "the first text:1:2: not valid UTF-8 at byte 2"),
        ]:
            with self.subTest(words):
                result = self.run_mizan(*[os.fsdecode(word) for word in words])
                self.assertEqual(result.status, 2)
                self.assertIn(message, result.err)
                self.assertEqual(result.err.count("\n"), 1)

    def test_a_glossary_without_a_pair(self):
        self.write("g", "# only\n12\n")
        result = self.run_mizan("term", "import", "g")
        self.assertEqual(
            (result.status, result.err),
            (2, "mizan: g:2: no tab between Arabic and English; write Arabic TAB English\n"
                "mizan: g: holds no pair of terms; give rows of Arabic TAB English\n"))


class BadUnitFileTest(MemoryKeptTest):
    def test_tmx_that_is_broken_or_an_attack(self):
        for name, content, message in [
            ("cut", TMX_START.format(doctype=""), ":3:1: the file ends in the middle; get the "
                                                  "whole file"),
            ("bomb", TMX_START.format(doctype=BOMB) + TMX_END,
             f':2:*: declares the entity "a0"; {REFUSED}'),
            ("external",
             TMX_START.format(doctype='<!DOCTYPE tmx [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n')
             + TMX_END, f':2:*: declares the entity "e"; {REFUSED}'),
            ("other", "<html></html>\n", ": its root <html> is of no known format; see mizan "
                                         "import --help for what it may be"),
        ]:
            self.write(name, content)
            for command in ("import", "check"):
                with self.subTest(name=name, command=command):
                    result = self.run_mizan(command, name)
                    self.assertEqual(result.status, 2)
                    self.assertEqual(result.out, "")
                    # The column of a declaration differs among versions of expat.
                    self.assertEqual(re.sub(r":2:\d+:", ":2:*:", result.err),
                                     f"mizan: {name}{message}\n")

    def test_the_shipped_truncated_file(self):
        path = ROOT / "tests/data/format/truncated.tmx"
        self.fails(f"{path}:8:1: the file ends in the middle; get the whole file", "import", path)

    def test_files_without_a_unit(self):
        empty_tmx = '<?xml version="1.0"?><tmx version="1.4"><header/><body></body></tmx>'
        for content in ("12\t\n", empty_tmx):
            self.write("none", content)
            self.fails("none: holds no Arabic-English unit; see mizan import --help for what it "
                       "may be", "import", "none")
        self.write("none", "12\n")
        self.fails("none:1:3: no tab between Arabic and English; write Arabic TAB English",
                   "import", "none")
        for content in ("12\n", empty_tmx):
            self.write("none", content)
            self.fails("none: holds no Arabic-English record; give a bilingual file, or an Arabic "
                       "and an English text", "check", "none")

    def test_a_bad_file_after_a_good_one_loses_neither(self):
        self.write("good", "كتاب\tbook\n")
        self.write("bad", TMX_START.format(doctype=""))
        result = self.run_mizan("import", "good", "bad")
        self.assertEqual(result.status, 2)
        self.assertIn("bad:3:1: the file ends in the middle", result.err)
        self.assertEqual(self.ok("concord", "كتاب", "--format", "tsv").out, "كتاب\tbook\n")
        self.ok("undo")

    def test_a_bad_row_stops_the_import_or_is_left_out(self):
        self.write("rows", "كتاب\tbook\nوحده\n\tpen\nبيت\thouse\n")
        problem = "rows:2:5: no tab between Arabic and English; write Arabic TAB English"
        self.fails(problem, "import", "rows")
        self.assertEqual(self.ok("import", "rows", "--keep-going").err,
                         f"mizan: {problem}\nmizan: rows: TSV, 2 units read, 1 untranslated, "
                         "1 malformed left out, 2 added\n")
        self.ok("undo")


class BadMemoryTest(MemoryKeptTest):
    USERS = [["stats"], ["lookup", "x"], ["concord", "x"], ["export"], ["undo"], ["term", "list"],
             ["add", "كتاب", "book"], ["remove", "1"], ["term", "add", "كتاب", "book"],
             ["check", ARABIC, ENGLISH]]

    def refused(self, message):
        content = (self.folder / "bad.db").read_bytes()
        for words in self.USERS:
            with self.subTest(words):
                self.fails(f"bad.db: {message}", *words, "--db", "bad.db")
        self.assertEqual((self.folder / "bad.db").read_bytes(), content)

    def test_a_database_from_the_future(self):
        shutil.copy(self.folder / "m.db", self.folder / "bad.db")
        connection = sqlite3.connect(self.folder / "bad.db")
        now, = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("PRAGMA user_version = 9999")
        connection.commit()
        connection.close()
        self.refused(f"the memory has schema version 9999 and this Mizan knows versions up to "
                     f"{now}; use the newer Mizan that wrote it")

    def test_garbage(self):
        self.write("bad.db", "garbage\n" * 1000)
        self.refused("not a Mizan memory; check the path, or move the file away")

    def test_a_database_of_another_program(self):
        connection = sqlite3.connect(self.folder / "bad.db")
        connection.execute("CREATE TABLE unit(id INTEGER)")
        connection.commit()
        connection.close()
        self.refused("not a Mizan memory; check the path, or move the file away")

    def test_a_damaged_memory(self):
        content = bytearray((self.folder / "m.db").read_bytes())
        for page in range(1, len(content) // 4096):
            content[page * 4096:page * 4096 + 64] = b"\xaa" * 64
        self.write("bad.db", bytes(content))
        for words in (["stats"], ["export"], ["add", "كتاب", "book"], ["lookup", "An old line"]):
            with self.subTest(words):
                result = self.run_mizan(*words, "--db", "bad.db")
                self.assertEqual(result.status, 2)
                self.assertEqual(result.err, "mizan: bad.db: the memory is damaged: database disk "
                                             "image is malformed; restore it from a backup\n")

    def test_a_directory(self):
        (self.folder / "bad").mkdir()
        for words in self.USERS:
            with self.subTest(words):
                self.fails("bad: is a directory; name a file for the memory", *words, "--db",
                           "bad")


@unittest.skipUnless(nobody_can_run(), "the binary cannot be run as nobody")
class ReadOnlyTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ok("add", "سطر قديم", "An old line")
        self.ok("export", "--output", "kept.tsv")
        for name in os.listdir(self.folder):
            os.chmod(self.folder / name, 0o444)
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)

    def refused(self, message, *words):
        before = {name: (self.folder / name).read_bytes() for name in os.listdir(self.folder)}
        self.fails(message, *words, preexec_fn=become_nobody)
        self.assertEqual({name: (self.folder / name).read_bytes()
                          for name in os.listdir(self.folder)}, before)

    def test_nothing_can_be_created(self):
        self.refused("new.db: cannot create the memory: Permission denied; choose another place "
                     "with --db or MIZAN_DB", "add", "كتاب", "book", "--db", "new.db")
        self.refused("deep: cannot create the directory: Permission denied; choose another place "
                     "with --db or MIZAN_DB", "add", "كتاب", "book", "--db", "deep/new.db")
        self.refused("new.tmx: permission denied; check who may write it",
                     "export", "--output", "new.tmx")

    def test_nothing_can_be_changed(self):
        may_not = f"{self.folder}/m.db: the memory may not be written; check who may write the " \
                  "file and its directory"
        for words in (["add", "كتاب", "book"], ["remove", "1"], ["undo"],
                      ["align", "--store", ARABIC, ENGLISH]):
            with self.subTest(words):
                self.refused(may_not, *words)
        self.refused("kept.tsv: permission denied; check who may write it",
                     "export", "--output", "kept.tsv")

    def test_reading_works(self):
        for words in (["stats"], ["lookup", "An old line"], ["concord", "old"], ["export"]):
            with self.subTest(words):
                self.assertIn("old" if words != ["stats"] else "units\t1",
                              self.ok(*words, preexec_fn=become_nobody).out)

    def test_an_unreadable_file(self):
        os.chmod(self.folder, 0o755)
        self.write("secret", "سر\n")
        os.chmod(self.folder / "secret", 0)
        os.chmod(self.folder, 0o555)
        self.fails("secret: permission denied; check who may read it", "segment", "secret",
                   preexec_fn=become_nobody)


if __name__ == "__main__":
    unittest.main()
