"""mizan lexicon: word lists in and out, and what the memory teaches."""
from program import ARABIC, ENGLISH, ProgramTest


class LexiconTest(ProgramTest):
    def facts(self):
        return dict(line.split("\t") for line in self.ok("lexicon", "stats").lines)

    def lists(self):
        return self.ok("lexicon", "export", "--layer", "lists").lines[1:]

    def test_stats_work_without_a_memory(self):
        facts = self.facts()
        self.assertRegex(facts["core"], r"^\d+ entries$")
        self.assertTrue(facts["memory"].startswith("none at "))
        for path in ("/usr/share/dictd/freedict-ara-eng.index",
                     "/usr/share/dictd/freedict-eng-ara.index"):
            self.assertRegex(facts[path], r"^(\d+ entries|not installed)$")

    def test_lists_of_every_format_and_undo(self):
        files = {"w.tsv": "قط\tcat\t0.5\nكلب\tdog\n", "w.dic": "horse @ حصان\nبيت @ house\n",
                 "d.dict": "bird\nطير\n", "d.index": "bird\tA\tM\n"}
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        paths = [str(self.folder / name) for name in ("w.tsv", "w.dic", "d.index")]
        self.ok("lexicon", "import", *paths)
        expected = sorted([f"طير\tbird\t1\t{paths[2]}", f"حصان\thorse\t1\t{paths[1]}",
                           f"بيت\thouse\t1\t{paths[1]}", f"قط\tcat\t0.5\t{paths[0]}",
                           f"كلب\tdog\t1\t{paths[0]}"])
        self.assertEqual(sorted(self.lists()), expected)
        exported = self.folder / "out.tsv"
        self.ok("lexicon", "export", "--layer", "lists", "--output", str(exported))
        self.assertIn("0 entries added", self.ok("lexicon", "import", str(exported)).err)
        self.ok("lexicon", "remove", paths[1])
        self.assertEqual(len(self.lists()), 3)
        self.ok("undo")
        self.ok("undo")
        self.assertEqual(len(self.lists()), 4)

    def test_alignment_uses_lists_and_teaches(self):
        before = self.ok("align", ARABIC, ENGLISH, "--format", "ladder").out
        stored = self.ok("align", ARABIC, ENGLISH, "--format", "ladder", "--store")
        self.assertEqual(stored.out, before)
        facts = self.facts()
        self.assertEqual(facts["units that wait"], "0")
        self.assertGreater(int(facts["units learned from"]), 20)
        self.assertGreater(int(facts["learned"].split()[0]), 50)
        learned = self.ok("lexicon", "export", "--layer", "learned").lines
        self.assertTrue(any(line.startswith("فيلق\tcorps\t") for line in learned))
        self.ok("undo")
        self.ok("lexicon", "learn")
        self.assertEqual(self.facts()["learned"], "0 entries")

    def test_a_cache_that_cannot_be_used_does_not_matter(self):
        del self.environment["XDG_CACHE_HOME"]
        before = self.ok("align", ARABIC, ENGLISH, "--format", "ladder").out
        cache = self.folder / ".cache/mizan/lexicon"
        self.assertTrue(cache.exists())
        cache.write_bytes(cache.read_bytes()[:-1])
        self.assertEqual(self.ok("align", ARABIC, ENGLISH, "--format", "ladder").out, before)
        cache.unlink()
        cache.parent.rmdir()
        cache.parent.write_text("no folder")
        self.assertEqual(self.ok("align", ARABIC, ENGLISH, "--format", "ladder").out, before)

    def test_wrong_files(self):
        empty = self.folder / "a.tsv"
        empty.write_text("only words\n")
        self.fails(f"{empty}: holds no Arabic-English entry; give Arabic TAB English, a hunalign "
                   ".dic or a dictd .index", "lexicon", "import", str(empty))
