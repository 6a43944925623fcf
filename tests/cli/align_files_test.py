"""Many pairs of files, and the review of a pair."""
import shutil
import unittest

from program import ARABIC, ARTICLE, ARTICLE2, ENGLISH, ProgramTest


class AlignFilesTest(ProgramTest):
    def setUp(self):
        super().setUp()
        for number, folder in enumerate([ARTICLE, ARTICLE2]):
            for language in ["ar", "en"]:
                to = self.folder / f"in/{language}"
                to.mkdir(parents=True, exist_ok=True)
                shutil.copy(folder / f"article.{language}.txt", to / f"a{number}.txt")

    def results(self, folder):
        base = self.folder / folder
        return {str(path.relative_to(base)): path.read_bytes()
                for path in base.rglob("*") if path.is_file()}

    def test_a_folder_gives_a_file_for_each_pair(self):
        for file_format, extension in [("tsv", "tsv"), ("text", "txt"), ("tmx", "tmx"),
                                       ("review", "review.tsv")]:
            done = self.ok("align", "in", "--output", file_format, "--format", file_format)
            self.assertRegex(done.err, r"^mizan: 2 pairs aligned, 0 failed, \d+ beads\n$")
            self.assertEqual(set(self.results(file_format)), {f"a0.{extension}", f"a1.{extension}"})
        single = self.ok("align", ARABIC, ENGLISH, "--format", "tsv").out
        self.assertEqual((self.folder / "tsv/a0.tsv").read_text(), single)

    def test_jobs_folders_and_lists_make_no_difference(self):
        self.ok("align", "in", "--output", "one", "--format", "jsonl", "--jobs", "1")
        self.ok("align", "in", "--output", "two", "--format", "jsonl", "--jobs", "2")
        self.ok("align", "in/ar", "in/en", "--output", "three", "--format", "jsonl")
        self.write("in/list.tsv", "# pairs\nar/a0.txt\ten/a0.txt\r\nar/a1.txt\ten/a1.txt\n")
        self.ok("align", "--pairs", "in/list.tsv", "--output", "four", "--format", "jsonl")
        one = self.results("one")
        self.assertEqual(set(one), {"a0.jsonl", "a1.jsonl"})
        for other in ["two", "three", "four"]:
            self.assertEqual(self.results(other), one)

    def test_a_bad_file_is_one_line_and_exit_2(self):
        self.write("in/ar/b.txt", b"\xff\xfe\xff")
        self.write("in/en/b.txt", "Bad.\n")
        self.write("in/en/lonely.txt", "Alone.\n")
        done = self.ok("align", "in", "--store", "--output", "out", status=2)
        lines = done.err.splitlines()
        self.assertEqual(len(lines), 3, done.err)
        self.assertIn("in/en/lonely.txt: no file of the other language", lines[0])
        self.assertIn("in/ar/b.txt:1:1: not valid UTF-16LE", lines[1])
        self.assertRegex(lines[2], r"2 pairs aligned, 1 failed, \d+ beads; \d+ units added, 0 known")
        self.assertEqual(set(self.results("out")), {"a0.txt", "a1.txt"})
        units = len(self.ok("export", "--format", "jsonl").lines)
        self.assertGreater(units, 20)
        self.ok("undo")
        self.assertEqual(self.ok("export", "--format", "jsonl").out, "")

    def test_inputs_are_never_replaced(self):
        self.fails("in/ar/a0.txt: would be replaced by its own alignment; name another folder with "
                   "--output", "align", "in/ar", "in/en", "--output", "in/ar")

    def test_wrong_words_are_explained(self):
        for message, arguments in [
            ("align: many pairs, and no place for their beads; say --output FOLDER, or --store for "
             "the memory", ["in"]),
            ("align: --review is for one pair of files; review folders with --format review "
             "--output FOLDER", ["in", "--review", "r.tsv"]),
            ("align: --pairs names the files already; leave out in", ["in", "--pairs", "l"]),
            ("align: --apply reads a review, --review writes one; use one at a time",
             ["--apply", "a", "--review", "b"]),
            ("align: missing argument; write: mizan align AR EN", [ARABIC]),
            ("missing.tsv: no such file; check the path", ["--apply", "missing.tsv"]),
        ]:
            self.fails(message, "align", *arguments)

    def test_a_review_comes_back_corrected(self):
        beads = self.ok("align", ARABIC, ENGLISH, "--format", "jsonl").out
        written = self.ok("align", ARABIC, ENGLISH, "--review", "r.tsv")
        self.assertRegex(written.err, r"^mizan: r.tsv: \d+ beads, \d+ to look at \(status \?\)\n$")
        self.assertEqual(self.ok("align", "--apply", "r.tsv", "--format", "jsonl").out, beads)
        self.fails("r.tsv: is there already and may hold somebody's corrections; apply it with "
                   "--apply, delete it, or name another file",
                   "align", ARABIC, ENGLISH, "--review", "r.tsv")

        # As Excel saves it: UTF-16, CRLF, cells with quotation marks quoted.
        rows = (self.folder / "r.tsv").read_text().rstrip("\n").split("\n")
        first = rows[1].split("\t")
        first[0], first[5] = "ok", "A better headline"
        rows[1], rows[2] = "\t".join(first), rows[2].replace("ok\t", "-\t", 1)
        quoted = ["\t".join('"' + cell.replace('"', '""') + '"' if '"' in cell else cell
                            for cell in row.split("\t")) for row in rows]
        self.write("excel.tsv", "\r\n".join([*quoted, ""]).encode("utf-16"))
        done = self.ok("align", "--apply", "excel.tsv", "--store")
        self.assertIn("1 confirmed, 0 still ?, 1 rejected, 1 texts reworded", done.err)
        units = self.ok("export", "--format", "jsonl").records
        self.assertEqual(len(units), sum(row.startswith("ok\t") for row in rows))
        self.assertEqual(units[0]["en"], "A better headline")

    def test_a_corrected_review_replaces_what_was_stored(self):
        self.write("a.ar.txt", "وصل الوزير أمس.\nعاد إلى بلده.\nسكت الجميع.\n".encode())
        self.write("a.en.txt", b"The minister arrived yesterday.\nHe returned home.\n"
                               b"All were silent.\n")
        self.write("b.en.txt", b"Yesterday the minister came.\nHe went back.\nAll kept quiet.\n")
        for english in ["a.en.txt", "b.en.txt"]:
            self.ok("align", "--segmented", "a.ar.txt", english, "--store")
        before = self.ok("export", "--format", "jsonl").records
        self.assertEqual(len(before), 6)
        self.ok("align", "--segmented", "a.ar.txt", "a.en.txt", "--review", "r.tsv")
        rows = [row.split("\t") for row in (self.folder / "r.tsv").read_text().splitlines()]
        rows[1][1:3] = ["1+2", "1+2"]
        del rows[2]
        rows[2][5] = "Everybody was silent."
        self.write("r.tsv", "".join("\t".join(row) + "\n" for row in rows).encode())
        done = self.ok("align", "--apply", "r.tsv", "--store")
        self.assertIn("2 units added, 3 replaced, 0 known already", done.err)
        after = self.ok("export", "--format", "jsonl").records
        self.assertEqual({unit["en"] for unit in after},
                         {"The minister arrived yesterday. He returned home.",
                          "Everybody was silent.", "Yesterday the minister came.",
                          "He went back.", "All kept quiet."})
        done = self.ok("align", "--apply", "r.tsv", "--store")
        self.assertIn("0 units added, 2 known already", done.err)
        self.ok("undo")
        self.assertEqual(self.ok("export", "--format", "jsonl").records, before)

    def test_a_damaged_review_is_one_line(self):
        self.ok("align", ARABIC, ENGLISH, "--review", "r.tsv")
        rows = (self.folder / "r.tsv").read_text().splitlines(keepends=True)
        self.write("cut.tsv", "".join(rows[:3] + rows[4:]))
        done = self.ok("align", "--apply", "cut.tsv", "--store", status=2)
        self.assertRegex(done.err, r"^mizan: cut.tsv:4: sentences? .* in no row up to here; .*\n$")
        self.assertEqual(done.out, "")


if __name__ == "__main__":
    unittest.main()
