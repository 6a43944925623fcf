"""Help, version, and what a wrong word gets."""
import os
import re
import subprocess
import unittest

from program import ARABIC, BINARY, ENGLISH, ROOT, TIMEOUT_S, ProgramTest

# Commands whose example may end with 1: they find something in the article or its glossary.
FINDING = {"check", "term check", "variants"}


class HelpTest(ProgramTest):
    def commands(self):
        names = re.findall(r"^  ([a-z]+(?: [a-z]+)*)", self.ok("--help").out, re.MULTILINE)
        self.assertGreaterEqual(len(names), 20)
        return names

    def paste(self, example):
        """Runs an example as a user would who pastes it at the root of the project."""
        path = f"{os.path.dirname(BINARY)}:{self.environment['PATH']}"
        return subprocess.run(["bash", "-eo", "pipefail", "-c", example], cwd=ROOT,
                              capture_output=True, env={**self.environment, "PATH": path},
                              timeout=TIMEOUT_S, check=False)

    def test_the_overview_starts_with_an_example_that_works(self):
        self.assertEqual(self.paste(self.ok("--help").lines[0]).returncode, 0)

    def test_every_command_starts_its_help_with_an_example_that_works(self):
        self.ok("align", "--store", ARABIC, ENGLISH)
        before = set(os.listdir(ROOT))
        for command in self.commands():
            with self.subTest(command):
                text = self.ok(*command.split(), "--help").out
                example = text.split("\n\n")[0]
                self.assertIn(f"mizan {command}", example)
                self.assertIn(f"\n\nmizan {command} ", text)
                done = self.paste(example)
                self.assertIn(done.returncode, {0, 1} if command in FINDING else {0},
                              example + "\n" + done.stderr.decode())
        self.assertEqual(set(os.listdir(ROOT)) - before, set(), "left in the folder")

    def test_help_names_every_format_and_default(self):
        text = self.ok("align", "--help").out
        for words in ("text, tsv, jsonl, ladder, tmx", "(default text)", "auto, always, never"):
            self.assertIn(words, text)
        self.assertNotIn(": \n", "".join(self.ok(*command.split(), "--help").out
                                         for command in self.commands()))

    def test_help_needs_neither_arguments_nor_a_memory(self):
        self.assertIn("mizan align", self.ok("align", "--help").out)
        self.assertIn("mizan lookup", self.ok("lookup", "x", "--help", "--limit", "no").out)

    def test_version(self):
        self.assertRegex(self.ok("--version").out, r"\Amizan \d+\.\d+\.\d+\n\Z")

    def test_without_words_the_overview_and_exit_2(self):
        self.assertEqual(self.ok(status=2).out, self.ok("--help").out)
        self.assertEqual(self.ok("help").out, self.ok("--help").out)


class WrongWordTest(ProgramTest):
    def test_commands(self):
        for words, message in [
            (["algn"], "unknown command algn; did you mean mizan align?"),
            (["lookpu", "x"], "unknown command lookpu; did you mean mizan lookup?"),
            (["term", "fnd"], "unknown command term fnd; did you mean mizan term find?"),
            (["names", "compar"],
             "unknown command names compar; did you mean mizan names compare?"),
            (["frobnicate"], "unknown command frobnicate; see mizan --help"),
        ]:
            with self.subTest(words):
                self.fails(message, *words)

    def test_a_group_alone_lists_its_commands(self):
        result = self.ok("term", status=2)
        self.assertEqual(result.err.count("\n"), 1)
        self.assertIn("term find, term add, term list", result.err)

    def test_options(self):
        for words, message in [
            (["align", "--formt", "tsv", "a", "b"],
             "align: unknown option --formt; did you mean --format?"),
            (["check", "--glosary", "x"],
             "check: unknown option --glosary; did you mean --glossary?"),
            (["stats", "--frobnicate"],
             "stats: unknown option --frobnicate; see mizan stats --help"),
            (["lookup", "x", "--db"],
             "lookup: the required argument for option '--db' is missing; see mizan lookup --help"),
        ]:
            with self.subTest(words):
                self.fails(message, *words)

    def test_values(self):
        self.ok("add", "كتاب", "book")
        for words, message in [
            (["lookup", "--min", "abc", "x"],
             "lookup: --min cannot be abc; give a number from 0 to 100"),
            (["lookup", "--min", "101", "x"],
             "lookup: --min cannot be 101; give a number from 0 to 100"),
            (["lookup", "--min", "nan", "x"],
             "lookup: --min cannot be nan; give a number from 0 to 100"),
            (["lookup", "--min", "5%", "x"],
             "lookup: --min cannot be 5%; give a number from 0 to 100"),
            (["lookup", "--limit", "-1", "x"],
             "lookup: --limit cannot be -1; give a whole number"),
            (["concord", "--limit", "1.5", "x"],
             "concord: --limit cannot be 1.5; give a whole number"),
            (["variants", "--min-confidence", "2", ARABIC],
             "variants: --min-confidence cannot be 2; give a number from 0 to 1"),
            (["segment", "--lang", "fr", ARABIC],
             "segment: --lang cannot be fr; give ar or en"),
            (["align", "--color", "blue", ARABIC, ENGLISH],
             "align: --color cannot be blue; choose one of auto, always, never"),
            (["check", "--fail-on", "eror", ARABIC, ENGLISH],
             "check: --fail-on cannot be eror; choose one of info, warning, error"),
            (["export", "--format", "xls"],
             "unknown format xls; choose one of tmx, xliff, xliff2, po, jsonl, moses, csv, tsv"),
            (["export", "--since", "yesterday"],
             "not a date: yesterday; write it as 2026-11-22"),
            (["check", "--explain", "numbr-value"],
             "check: no rule numbr-value; did you mean number-value?"),
            (["edit", "one", "--en", "x"],
             "not the number of a unit: one; lookup and concord print the numbers"),
            (["term", "remove", "one"],
             "not the number of a concept: one; term list prints the numbers"),
        ]:
            with self.subTest(words):
                self.fails(message, *words)

    def test_number_of_arguments(self):
        for words, message in [
            (["segment"], "segment: missing argument; write: mizan segment FILE"),
            (["concord", "a", "b"], "concord: too many arguments: b; write: mizan concord PHRASE"),
            (["check"],
             "check: no file; write: mizan check AR EN, or mizan check FILE.tmx"),
            (["lookup"], "lookup: no text; write: mizan lookup TEXT"),
            (["names", "compare", "a"],
             "names compare: two names are needed; write: mizan names compare A B"),
        ]:
            with self.subTest(words):
                self.fails(message, *words)


if __name__ == "__main__":
    unittest.main()
