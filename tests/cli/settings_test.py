"""Where a setting comes from; colours and bidi isolation."""
import unittest

from program import ARABIC, ENGLISH, ProgramTest

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
ESCAPE = "\x1b"


class SettingsTest(ProgramTest):
    def format_of(self, *options, **more):
        """Which format `segment` chose: jsonl or text."""
        line = self.ok("segment", ARABIC, *options, **more).lines[0]
        return "jsonl" if line.startswith("{") else "text"

    def test_flag_over_environment_over_folder_over_user(self):
        self.assertEqual(self.format_of(), "text")
        user = self.folder / "config/mizan"
        user.mkdir(parents=True)
        (user / "config.ini").write_text("format = jsonl\n")
        home = {"XDG_CONFIG_HOME": str(self.folder / "config")}
        self.assertEqual(self.format_of(environment=home), "jsonl")
        project = self.folder / "project/deep/er"
        project.mkdir(parents=True)
        self.write("project/.mizan.ini", "# house rules\n[segment]\nformat = text\n")
        self.assertEqual(self.format_of(cwd=project, environment=home), "text")
        both = {**home, "MIZAN_FORMAT": "jsonl"}
        self.assertEqual(self.format_of(cwd=project, environment=both), "jsonl")
        self.assertEqual(self.format_of("--format", "text", cwd=project, environment=both), "text")
        self.assertEqual(self.format_of("--format=text", cwd=project, environment=both), "text")

    def test_the_section_of_a_command_wins_over_the_top_and_holds_for_it_alone(self):
        self.write(".mizan.ini", "format = text\n[segment]\nformat = jsonl\n")
        self.assertEqual(self.format_of(), "jsonl")
        self.assertNotIn("{", self.ok("names", "compare", "a", "b").out)

    def test_the_nearest_folder_wins(self):
        (self.folder / "inner").mkdir()
        self.write(".mizan.ini", "format = jsonl\n")
        self.assertEqual(self.format_of(cwd=self.folder / "inner"), "jsonl")
        self.write("inner/.mizan.ini", "")
        self.assertEqual(self.format_of(cwd=self.folder / "inner"), "text")

    def test_flags_can_be_set_in_a_file(self):
        text = self.write("a.txt", "وصل الوفد؛ ثم غادر.\n")
        self.assertEqual(len(self.ok("segment", text).lines), 1)
        self.write(".mizan.ini", "semicolons = yes\n")
        self.assertEqual(len(self.ok("segment", text).lines), 2)
        self.write(".mizan.ini", "semicolons = no\n")
        self.assertEqual(len(self.ok("segment", text).lines), 1)

    def test_where_the_memory_is(self):
        self.write(".mizan.ini", "db = from-file.db\n")
        self.ok("add", "كتاب", "book", environment={"MIZAN_DB": ""})
        self.ok("add", "كتاب", "book", environment={"MIZAN_DB": "from-environment.db"})
        self.ok("add", "كتاب", "book", "--db", "from-flag.db")
        (self.folder / ".mizan.ini").unlink()
        self.ok("add", "كتاب", "book", environment={"MIZAN_DB": "", "XDG_DATA_HOME": "data"})
        self.ok("add", "كتاب", "book", environment={"MIZAN_DB": ""})
        for path in ("from-file.db", "from-environment.db", "from-flag.db", "data/mizan/memory.db",
                     ".local/share/mizan/memory.db"):
            self.assertTrue((self.folder / path).exists(), path)

    def test_a_malformed_file(self):
        for content, message in [
            ("format jsonl\n", ":1:1: not a setting"),
            ("\n# fine\n= jsonl\n", ":3:1: not a setting"),
            ("[segment\n", ":1:1: not a setting"),
        ]:
            with self.subTest(content):
                path = self.write(".mizan.ini", content)
                self.fails(f"{path}{message}; write name = value, [section] or a # comment",
                           "segment", ARABIC)

    def test_an_unknown_name_is_an_error(self):
        for content, message in [
            ("format = jsonl\nfromat = text\n",
             ":2:1: no command has a setting fromat; did you mean format?"),
            ("[check]\nfail-on = error\nsemicolons = yes\n",
             ":3:1: check has no setting semicolons; the settings are the options of the command, "
             "see its --help"),
            ("[chek]\nfail-on = error\n", ":2:1: no command chek; did you mean check?"),
        ]:
            with self.subTest(content):
                path = self.write(".mizan.ini", content)
                self.fails(f"{path}{message}", "segment", ARABIC)
        self.ok("segment", "--help")

    def test_a_wrong_value_in_a_file_is_an_error(self):
        self.write(".mizan.ini", "format = xml\n")
        self.fails("segment: --format cannot be xml; choose one of text, jsonl",
                   "segment", ARABIC)


class ColourAndBidiTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ok("add", "وصل الوفد إلى باماكو.", "The delegation reached Bamako.")
        self.lookup = ("lookup", "وصل الوفد إلى باماكو.", "--limit", "1")

    def test_nothing_is_coloured_or_isolated_when_piped(self):
        for words in (self.lookup, ("align", ARABIC, ENGLISH), ("concord", "الوفد"),
                      ("segment", ARABIC)):
            with self.subTest(words):
                out = self.ok(*words).out
                for mark in (FIRST_STRONG_ISOLATE, POP_ISOLATE, ESCAPE):
                    self.assertNotIn(mark, out)

    def test_isolates_when_asked_in_balance(self):
        out = self.ok(*self.lookup, "--bidi", "isolate").out
        self.assertIn(f"{FIRST_STRONG_ISOLATE}The delegation reached Bamako.{POP_ISOLATE}", out)
        self.assertEqual(out.count(FIRST_STRONG_ISOLATE), out.count(POP_ISOLATE))
        self.assertEqual(self.ok(*self.lookup, environment={"MIZAN_BIDI": "isolate"}).out, out)

    def test_machine_formats_are_never_isolated(self):
        out = self.ok(*self.lookup, "--bidi", "isolate", "--color", "always", "--format",
                      "jsonl").out
        self.assertNotIn(FIRST_STRONG_ISOLATE, out)
        self.assertNotIn(ESCAPE, out)

    def test_colour_when_asked(self):
        concord = ("concord", "الوفد")
        self.assertIn(ESCAPE, self.ok(*concord, "--color", "always").out)
        self.assertIn(ESCAPE, self.ok(*concord, "--color", "always",
                                      environment={"NO_COLOR": "1"}).out)

    def test_a_terminal_gets_both(self):
        out = self.on_terminal("concord", "الوفد")
        self.assertIn(ESCAPE, out)
        self.assertIn(FIRST_STRONG_ISOLATE, out)

    def test_a_terminal_may_refuse(self):
        concord = ("concord", "الوفد")
        for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            out = self.on_terminal(*concord, environment=environment)
            self.assertNotIn(ESCAPE, out, environment)
            self.assertIn(FIRST_STRONG_ISOLATE, out, environment)
        # An empty NO_COLOR says nothing (no-color.org).
        self.assertIn(ESCAPE, self.on_terminal(*concord, environment={"NO_COLOR": ""}))
        out = self.on_terminal(*concord, "--color", "never", "--bidi", "none")
        self.assertNotIn(ESCAPE, out)
        self.assertNotIn(FIRST_STRONG_ISOLATE, out)


if __name__ == "__main__":
    unittest.main()
