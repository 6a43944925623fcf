"""Standard input and output: `-`, texts that start with a dash, closed pipes, full devices."""
import os
import subprocess
import unittest
from pathlib import Path

from program import ARABIC, BINARY, ENGLISH, ROOT, TIMEOUT_S, ProgramTest


class StandardInputTest(ProgramTest):
    def test_a_dash_is_standard_input(self):
        arabic = Path(ARABIC).read_bytes()
        self.assertEqual(self.ok("segment", "-", stdin=arabic).out, self.ok("segment", ARABIC).out)
        self.assertEqual(
            self.ok("align", "-", ENGLISH, "--format", "ladder", stdin=arabic).out,
            self.ok("align", ARABIC, ENGLISH, "--format", "ladder").out)
        self.assertIn("Africa Corps", self.ok("term", "find", "-", "--glossary",
                                              ROOT / "glossaries/sahel.tsv", stdin=arabic).out)
        self.assertIn('"same":true', self.ok("names", "compare", "--batch", "-", "--format",
                                             "jsonl", stdin="بريجوجين\tبريجوزجن\n").out)

    def test_import_sees_tmx_and_tsv_on_standard_input(self):
        self.assertIn(": TSV, 1 units read, 1 added",
                      self.ok("import", "-", stdin="كتاب\tbook\n").err)
        tmx = self.ok("export", "--format", "tmx").raw
        result = self.ok("import", "-", "--db", "other.db", stdin=tmx)
        self.assertIn(": TMX, 1 units read, 1 added", result.err)

    def test_import_reads_a_pipe_that_trickles(self):
        self.ok("add", "كتاب", "book")
        tmx = self.ok("export", "--format", "tmx").raw
        with subprocess.Popen([BINARY, "import", "-", "--db", "other.db"], stdin=subprocess.PIPE,
                              stderr=subprocess.PIPE, cwd=self.folder,
                              env=self.environment) as process:
            for byte in range(8):
                process.stdin.write(tmx[byte:byte + 1])
                process.stdin.flush()
            _, err = process.communicate(tmx[8:], timeout=TIMEOUT_S)
        self.assertEqual((process.returncode, err),
                         (0, "mizan: -: TMX, 1 units read, 1 added\n".encode()))

    def test_check_reads_a_bilingual_file_from_standard_input(self):
        row = "قتل 25 شخصًا.\tIt killed 35 people.\n"
        self.assertIn("number-value", self.ok("check", "-", stdin=row, status=1).out)

    def test_standard_input_is_read_once(self):
        self.fails("standard input can be read only once; name a file for one of the texts",
                   "align", "-", "-", stdin="نص\n")

    def test_empty_standard_input(self):
        self.fails("-: the file is empty; check the path", "segment", "-")


class DashTest(ProgramTest):
    def test_texts_may_start_with_a_dash(self):
        self.ok("add", "-كتاب", "-A book")
        self.ok("add", "--", "--قلم", "--A pen")
        self.ok("lookup", "-كتاب")
        self.ok("lookup", "--", "--قلم")
        self.ok("concord", "--", "--A pen")
        self.ok("edit", "1", "--en", "-One book")
        self.ok("edit", "2", "--en=--One pen")
        self.assertEqual([unit["english"] if "english" in unit else unit["en"] for unit in
                          self.ok("export", "--format", "jsonl").records],
                         ["-One book", "--One pen"])

    def test_files_may_start_with_a_dash_after_two(self):
        self.write("-text", "وصل الوفد.\n")
        self.assertEqual(self.ok("segment", "--", "-text").out, "وصل الوفد.\n")

    def test_options_after_two_dashes_are_texts(self):
        self.fails("segment: too many arguments: --help; write: mizan segment FILE",
                   "segment", "--", ARABIC, "--help")


class StandardOutputTest(ProgramTest):
    def closed_pipe(self, *arguments):
        """Exit status and standard error when the reader has gone before the first line."""
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "wb") as out:
            result = self.run_mizan(*arguments, stdout=out)
        return result.status, result.err

    def test_a_closed_pipe_is_a_clean_end(self):
        self.ok("add", "كتاب", "book")
        for words in (["segment", ARABIC], ["align", ARABIC, ENGLISH], ["stats"], ["--help"],
                      ["align", "--help"], ["--version"], ["export"], ["term", "export"]):
            with self.subTest(words):
                self.assertEqual(self.closed_pipe(*words), (0, ""))

    def test_head_takes_one_line_of_many(self):
        many = "".join(f"كتاب رقم {n}\tBook number {n}\n" for n in range(20000))
        self.write("many.tsv", many)
        self.ok("import", "many.tsv")
        done = subprocess.run(["bash", "-c", '"$0" export | head -1; echo ${PIPESTATUS[0]}',
                               BINARY], cwd=self.folder, env=self.environment,
                              capture_output=True, timeout=TIMEOUT_S, check=False)
        self.assertEqual((done.stdout.decode(), done.stderr.decode()),
                         ("كتاب رقم 0\tBook number 0\n0\n", ""))

    @unittest.skipUnless(Path("/dev/full").is_char_device(), "no /dev/full here")
    def test_a_full_device(self):
        self.ok("add", "كتاب", "book")
        self.ok("term", "add", "كتاب", "book")
        for words in (["segment", ARABIC], ["align", ARABIC, ENGLISH, "--format", "tmx"],
                      ["stats"], ["--help"], ["--version"], ["export"],
                      ["export", "--format", "tmx"], ["term", "export"], ["lookup", "كتاب"]):
            with self.subTest(words), open("/dev/full", "wb") as full:
                result = self.run_mizan(*words, stdout=full)
                self.assertEqual(
                    (result.status, result.err),
                    (2, "mizan: standard output: the disk is full; free some space and run it "
                        "again\n"))

    def test_align_prints_nothing_but_has_stored_when_the_reader_goes(self):
        self.assertEqual(self.closed_pipe("align", "--store", ARABIC, ENGLISH)[0], 0)
        self.assertNotIn("units\t0", self.ok("stats").out)


if __name__ == "__main__":
    unittest.main()
