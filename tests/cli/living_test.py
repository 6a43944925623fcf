"""Living with mizan check: baselines, suppressions, and mending what is mechanical."""
import subprocess
import unittest

from program import ProgramTest

FAULTY = ("وصل  الوفد , ثم غادر المديـــنة.\tThe delegation arrived , then left.\n"
          "قتل 25 شخصًا.\tIt killed 35 people.\n"
          "فهم التفکير،ثم عاد.\tHe understood the thinking and came back.\n")
MENDED = ("وصل الوفد، ثم غادر المدينة.\tThe delegation arrived, then left.\n"
          "قتل 25 شخصًا.\tIt killed 35 people.\n"
          "فهم التفكير، ثم عاد.\tHe understood the thinking and came back.\n")


class KnownTest(ProgramTest):
    ROW = "قتل 25 شخصًا.\tIt killed 35 people.\n"
    SECOND = "وصل الوفد.\tThe the delegation arrived.\n"

    def test_a_baseline_hides_what_was_there_and_tells_what_is_gone(self):
        path = self.write("a.tsv", self.ROW)
        self.ok("check", path, "--write-baseline", "base.tsv")
        result = self.ok("check", path, "--baseline", "base.tsv", "--format", "jsonl")
        self.assertEqual((result.out, result.err),
                         ("", "mizan: 1 finding known from the baseline\n"))
        self.write("a.tsv", self.ROW + self.SECOND)
        found = self.ok("check", path, "--baseline", "base.tsv", "--format", "jsonl",
                        status=1).records
        self.assertEqual([finding["rule"] for finding in found], ["doubled-word"])
        self.write("a.tsv", self.SECOND)
        err = self.ok("check", path, "--baseline", "base.tsv", "--show", "info", status=1).err
        self.assertEqual(err, "mizan: base.tsv:2:1: found no more: number-value 25 | 35\n"
                              "mizan: 0 findings known from the baseline, 1 found no more\n")
        # A second fault of the same words is a new one.
        self.write("a.tsv", self.ROW + self.ROW)
        self.assertEqual(len(self.ok("check", path, "--baseline", "base.tsv", "--format", "jsonl",
                                     status=1).records), 1)

    def test_suppressions_need_a_reason_and_say_when_they_are_idle(self):
        path = self.write("a.tsv", self.ROW)
        print_ = self.ok("check", path, "--format", "jsonl", status=1).records[0]["fingerprint"]
        for row in (f"{print_}\tthe source is wrong\n", "number-value *.tsv\tthe source is wrong\n"):
            self.write(".mizan-suppressions.tsv", "# judged\n" + row)
            result = self.ok("check", path, "--format", "jsonl")
            self.assertEqual((result.out, result.err), ("", "mizan: 1 finding suppressed\n"))
        self.write(".mizan-suppressions.tsv", "number-value other/*\tthe source is wrong\n"
                                              "length *\tlong-winded\n")
        self.assertEqual(self.ok("check", path, status=1).err,
                         "mizan: .mizan-suppressions.tsv:2:1: suppresses nothing: length *; delete "
                         "the row\n")
        for row, message in [
            ("number-value *", "a suppression without a reason; write FINGERPRINT TAB reason, or "
                               "RULE PATH-PATTERN TAB reason"),
            ("nonsense *\tx", "no rule nonsense; see mizan check --rules"),
            ("length\tx", "no path pattern after length; write RULE PATH-PATTERN TAB reason; * is "
                          "every path"),
        ]:
            with self.subTest(row):
                self.write(".mizan-suppressions.tsv", row + "\n")
                self.fails(f".mizan-suppressions.tsv:1:1: {message}", "check", path)


class FixTest(ProgramTest):
    def test_tsv_is_mended_where_that_is_certain_and_nowhere_else(self):
        path = self.write("a.tsv", FAULTY)
        diff = self.ok("check", path, "--fix", "diff")
        self.assertEqual((self.folder / "a.tsv").read_text(encoding="utf-8"), FAULTY)
        self.assertTrue(diff.out.startswith("--- a/"))
        self.ok("check", path, "--fix", "write")
        self.assertEqual((self.folder / "a.tsv").read_text(encoding="utf-8"), MENDED)
        again = self.ok("check", path, "--fix", "write")
        self.assertEqual(again.err, "mizan: 0 places mended\n")
        self.assertEqual([finding["rule"] for finding in
                          self.ok("check", path, "--format", "jsonl", status=1).records],
                         ["number-value"])

    def test_the_diff_is_one_that_patch_applies(self):
        self.write("a.tsv", FAULTY * 4 + FAULTY.rstrip("\n"))
        diff = self.ok("check", "a.tsv", "--fix", "diff").out
        try:
            subprocess.run(["patch", "-p1"], input=diff.encode(), cwd=self.folder, check=True,
                           capture_output=True)
        except FileNotFoundError:
            self.skipTest("no patch(1)")
        self.assertEqual((self.folder / "a.tsv").read_text(encoding="utf-8"),
                         MENDED * 4 + MENDED.rstrip("\n"))

    def test_a_pair_of_texts(self):
        rows = [row.split("\t") for row in FAULTY.splitlines()]
        mended = [row.split("\t") for row in MENDED.splitlines()]
        mark = "\ufeff"
        self.write("en", "\r\n".join(row[1] for row in rows) + "\r\n")
        self.write("ar", mark + "\n".join(row[0] for row in rows))
        self.ok("check", "en", "ar", "--fix", "write")
        self.assertEqual((self.folder / "ar").read_bytes().decode(),
                         mark + "\n".join(row[0] for row in mended))
        self.assertEqual((self.folder / "en").read_bytes().decode(),
                         "\r\n".join(row[1] for row in mended) + "\r\n")

    def test_the_house_style_is_mended_too(self):
        self.write("a.tsv", "قتل المسئولون 25 شخصًا في 3 تموز.\tOfficials killed 25 on 3 July.\n")
        self.ok("check", "a.tsv", "--fix", "write", "--digits", "arabic-indic", "--months",
                "gregorian-egyptian", "--spelling", "مسؤول/مسئول")
        self.assertEqual((self.folder / "a.tsv").read_text(encoding="utf-8").split("\t")[0],
                         "قتل المسؤولون ٢٥ شخصًا في ٣ يوليو.")

    def test_other_formats_are_refused(self):
        self.write("a.tmx", "<tmx/>")
        self.fails("a.tmx: --fix mends two plain texts or one TSV; mend other formats in the "
                   "program that wrote them", "check", "a.tmx", "--fix", "diff")


if __name__ == "__main__":
    unittest.main()
