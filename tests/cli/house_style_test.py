"""mizan check by house style: .mizan.ini, its sections of paths, the command line."""
import unittest

from program import ProgramTest

ROW = "قتل 25 شخصًا في \"المدينة\".\tIt killed 25 people in \"the city\".\n"


class HouseStyleTest(ProgramTest):
    def rules(self, path, *options, status=1):
        found = self.ok("check", path, "--format", "jsonl", *options, status=status).records
        return [(finding["rule"], finding["severity"]) for finding in found]

    def test_nothing_is_asked_without_a_house(self):
        self.assertEqual(self.rules(self.write("a.tsv", ROW), status=0), [])

    def test_the_file_and_the_command_line(self):
        path = self.write("a.tsv", ROW)
        self.write(".mizan.ini", "[check]\ndigits = arabic-indic\narabic-quotes = « »\n")
        self.assertEqual(self.rules(path), [("digits-style", "warning"), ("quote-style", "warning")])
        self.assertEqual(self.rules(path, "--digits", "any"), [("quote-style", "warning")])
        self.assertEqual(self.rules(path, "--severity", "digits-style=error,quote-style=off"),
                         [("digits-style", "error")])

    def test_sections_of_paths(self):
        (self.folder / "wire").mkdir()
        self.write(".mizan.ini", "[check]\nseverity = quote-style=off\n"
                                 "[check \"wire/*\"]\ndigits = arabic-indic\n"
                                 "severity = digits-style=error\n")
        self.assertEqual(self.rules(self.write("a.tsv", ROW), status=0), [])
        self.assertEqual(self.rules(self.write("wire/a.tsv", ROW)), [("digits-style", "error")])
        self.assertEqual(self.rules("a.tsv", status=0), [])

    def test_spellings(self):
        path = self.write("a.tsv", "قال المسئول.\tThe official said.\n")
        self.assertEqual(self.rules(path, status=0), [])
        self.write(".mizan.ini", "[check]\nspelling = مسؤول/مسئول, شؤون/شئون\n")
        self.assertEqual(self.rules(path), [("orthography", "warning")])

    def test_what_means_nothing_is_one_clear_line(self):
        path = self.write("a.tsv", ROW)
        for setting, message in [
            ("digits = roman", "check: digits cannot be roman; choose one of any, arabic-indic, "
                               "western"),
            ("severity = lenght=off", "check: no rule lenght; did you mean length?"),
            ("severity = length=loud", "check: severity cannot be length=loud; write RULE=off, "
                                       "RULE=info, RULE=warning or RULE=error"),
            ("spelling = مسؤول", "check: spelling cannot be مسؤول; write PREFERRED/REJECTED, both "
                                 "in one language"),
        ]:
            with self.subTest(setting):
                ini = self.write(".mizan.ini", f"[check]\n{setting}\n")
                self.fails(f"{ini}:2:1: {message}", "check", path)
        ini = self.write(".mizan.ini", "[check \"wire/*\"]\nglossary = x\n")
        self.fails(f"{ini}:2:1: check has no setting glossary for paths; choose one of digits, "
                   "months, arabic-quotes, english-quotes, spelling, severity", "check", path)
        ini = self.write(".mizan.ini", "[check \"wire]\n")
        self.fails(f"{ini}:1:1: not a section; write [command] or [command \"path/pattern*\"]",
                   "check", path)


if __name__ == "__main__":
    unittest.main()
