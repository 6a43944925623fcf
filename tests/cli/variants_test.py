"""mizan variants and mizan names on the example articles."""
import unittest
from pathlib import Path

from program import ARABIC, ARTICLE, ARTICLE2, ENGLISH, ProgramTest

PRIGOZHIN = {"بريجوجين", "بريجوزجن"}


class VariantsTest(ProgramTest):
    def clusters(self, *arguments, status):
        records = self.ok("variants", *arguments, "--format", "jsonl", status=status).records
        return [({spelling["text"] for spelling in record["spellings"]}, record)
                for record in records]

    def test_exactly_the_one_cluster_of_the_article(self):
        for more in ([], ["--parallel", ENGLISH]):
            with self.subTest(more):
                (spellings, record), = self.clusters(ARABIC, *more, status=1)
                self.assertEqual(spellings, PRIGOZHIN)
                self.assertEqual((record["language"], record["category"]), ("ar", "name"))
                self.assertEqual(record["preferred"], "بريجوجين")
                lines = Path(ARABIC).read_bytes().split(b"\n")
                for spelling in record["spellings"]:
                    self.assertEqual(spelling["count"], len(spelling["places"]))
                    for place in spelling["places"]:
                        self.assertEqual(place["file"], ARABIC)
                        surface = lines[place["line"] - 1][place["begin"]:place["end"]].decode()
                        self.assertIn(spelling["text"], surface)
                self.assertEqual(sum(spelling["count"] for spelling in record["spellings"]), 3)

    def test_none_in_the_second_article_nor_in_the_clean_translations(self):
        arabic2, english2 = ARTICLE2 / "article.ar.txt", ARTICLE2 / "article.en.txt"
        for words in ([arabic2], [arabic2, "--parallel", english2], [english2], [ENGLISH]):
            with self.subTest(words):
                self.assertEqual(self.clusters(*words, status=0), [])

    def test_parallel_finds_the_planted_spellings_of_the_translation(self):
        altered = ARTICLE / "article.errors.en.txt"
        found = [spellings for spellings, _ in self.clusters(ARABIC, "--parallel", altered,
                                                             status=1)]
        self.assertIn({"Prigozhin", "Prigozhyn"}, found)
        self.assertIn({"Wagner", "Vagner"}, found)
        self.assertIn(PRIGOZHIN, found)

    def test_parallel_line_by_line(self):
        self.write("ar", "قاد بريجوجين التمرد.\nقُتل بريجوزجن لاحقًا.\nوصل بريجوجين.\n")
        self.write("en", "Prigozhin led the mutiny.\nPrigozhin was killed later.\n"
                         "Prigozhin arrived.\n")
        (spellings, record), = self.clusters("ar", "--parallel", "en", "--segmented", status=1)
        self.assertEqual(spellings, PRIGOZHIN)
        self.assertEqual(record["beside"], ["Prigozhin"])
        (_, record), = self.clusters("ar", status=1)
        self.assertEqual(record["beside"], [])

    def test_several_files_together(self):
        self.write("a", "قاد بريجوجين التمرد في موسكو.\nوصل بريجوجين إلى باماكو.\n")
        self.write("b", "قُتل بريجوزجن في تحطم طائرته.\n")
        (spellings, record), = self.clusters("a", "b", status=1)
        self.assertEqual(spellings, PRIGOZHIN)
        self.assertEqual({place["file"] for spelling in record["spellings"]
                          for place in spelling["places"]}, {"a", "b"})

    def test_distinct_names_are_remembered_until_undone(self):
        self.write("a", "قاد بريجوجين التمرد.\nوصل بريجوجين.\nقُتل بريجوزجن.\n")
        self.assertEqual(len(self.clusters("a", status=1)), 1)
        self.ok("variants", "--distinct", "بريجوجين", "بريجوزجن")
        self.assertEqual(self.clusters("a", status=0), [])
        self.ok("undo")
        self.assertEqual(len(self.clusters("a", status=1)), 1)
        self.fails("variants: --distinct takes two names; write: mizan variants --distinct A B",
                   "variants", "--distinct", "A")

    def test_a_file_against_the_memory_and_the_memory_alone(self):
        self.write("units.tsv", "قاد بريجوجين التمرد.\tPrigozhin led the mutiny.\n"
                                "عاد بريجوجين أمس.\tPrigozhin came back yesterday.\n")
        self.ok("import", "units.tsv")
        self.write("a", "قُتل بريجوزجن في موسكو.\nوصل بريجوزجن.\nدُفن بريجوزجن.\n")
        self.assertEqual(self.clusters("a", status=0), [])
        self.assertEqual(self.clusters("--memory", status=0), [])
        (spellings, record), = self.clusters("a", "--memory", status=1)
        self.assertEqual(spellings, PRIGOZHIN)
        places = [(place["file"] == "a", place["line"]) for spelling in record["spellings"]
                  for place in spelling["places"]]
        self.assertEqual(sorted(places), [(False, 1), (False, 2), (True, 1), (True, 2), (True, 3)])
        # The spelling of the memory is preferred, though the file has more of the other.
        self.assertEqual(record["preferred"], "بريجوجين")
        self.ok("term", "add", "بريجوزجن", "Prigozhin")
        (_, record), = self.clusters("a", "--memory", status=1)
        self.assertEqual(record["preferred"], "بريجوزجن")
        self.ok("add", "ظهر بريجوزجن.", "Prigozhin appeared.")
        (spellings, _), = self.clusters("--memory", status=1)
        self.assertEqual(spellings, PRIGOZHIN)

    def test_the_termbase_says_how_we_have_always_written_a_name(self):
        self.ok("term", "add", "بريجوجين", "Prigozhin")
        self.write("en", "On Monday the men of Prigozhyn left.\nThen Prigozhyn himself came.\n")
        self.assertEqual(self.clusters("en", status=0), [])
        (spellings, record), = self.clusters("en", "--memory", status=1)
        self.assertEqual(spellings, {"Prigozhin", "Prigozhyn"})
        self.assertEqual((record["preferred"], record["preferred_by"]), ("Prigozhin", "termbase"))
        files = {place["file"] for spelling in record["spellings"]
                 for place in spelling["places"]}
        self.assertEqual(len(files), 2)
        self.assertTrue(any(file.endswith("#terms") for file in files))
        self.assertIn("Prigozhin  name, confidence",
                      self.ok("variants", "en", "--memory", status=1).out)
        self.assertIn(", as the termbase has it", self.ok("variants", "en", "--memory",
                                                          status=1).out)
        self.ok("undo")
        self.ok("add", "وصل بريجوجين.", "In the end Prigozhin arrived.")
        (_, record), = self.clusters("en", "--memory", status=1)
        self.assertEqual((record["preferred"], record["preferred_by"]), ("Prigozhin", "memory"))

    def write_pairs(self):
        (self.folder / "news").mkdir()
        self.write("news/a.ar.txt", "قاد بريجوجين التمرد في موسكو.\n")
        self.write("news/a.en.txt", "A man called Prigozhin led the mutiny in Moscow.\n")
        self.write("news/b.ar.txt", "قُتل بريجوجين لاحقا قرب موسكو.\n")
        self.write("news/b.en.txt", "Later the man Prigozhyn was killed near Moscow.\n")

    def test_a_folder_of_pairs_shows_one_name_of_one_script_spelled_twice_in_the_other(self):
        self.write_pairs()
        self.write("news/list", "a.ar.txt\ta.en.txt\nb.ar.txt\tb.en.txt\n")
        for arguments in (["news"], ["--pairs", "news/list"]):
            with self.subTest(arguments):
                (spellings, record), = self.clusters(*arguments, "--segmented", status=1)
                self.assertEqual(spellings, {"Prigozhin", "Prigozhyn"})
                self.assertEqual(record["beside"], ["بريجوجين"])
        self.assertIn("  one Arabic name, بريجوجين, 2 English spellings\n",
                      self.ok("variants", "news", "--segmented", status=1).out)
        self.write("news/b.ar.txt", "قُتل بريجوزجن لاحقا قرب موسكو.\n")
        self.write("news/b.en.txt", "Later the man Prigozhin was killed near Moscow.\n")
        self.assertIn("  one English name, Prigozhin, 2 Arabic spellings\n",
                      self.ok("variants", "news", "--segmented", status=1).out)

    def test_one_name_spelled_twice_in_the_memory(self):
        self.ok("add", "قاد بريجوجين التمرد في موسكو.", "A man called Prigozhin led the mutiny.")
        self.ok("add", "قُتل بريجوجين لاحقا قرب موسكو.", "Later the man Prigozhyn was killed.")
        self.assertIn("  one Arabic name, بريجوجين, 2 English spellings\n",
                      self.ok("variants", "--memory", status=1).out)

    def test_ordinary_words_are_a_category_of_their_own(self):
        self.write("a", "قال مسؤول كبير إن نادي الغولف مغلق.\nوأضاف مسئول آخر أن نادي الجولف مفتوح.\n"
                        "يلعب جولف هنا.\nيلعب غولف هناك.\n")
        self.assertEqual(self.clusters("a", status=0), [])
        found = self.clusters("a", "--words", status=1)
        self.assertEqual({frozenset(spellings) for spellings, _ in found},
                         {frozenset({"مسؤول", "مسئول"}), frozenset({"جولف", "غولف"})})
        self.assertEqual({record["category"] for _, record in found}, {"word"})
        self.assertIn("  word, confidence 1.00\n", self.ok("variants", "a", "--words", status=1).out)

    def test_files_of_units_and_folders_without_texts(self):
        self.write("units.tsv", "قاد بريجوجين التمرد.\tA man called Prigozhin led the mutiny.\n"
                                "قُتل بريجوجين لاحقا.\tLater the man Prigozhyn was killed.\n")
        (spellings, record), = self.clusters("units.tsv", status=1)
        self.assertEqual(spellings, {"Prigozhin", "Prigozhyn"})
        self.assertEqual({(place["file"], place["line"]) for spelling in record["spellings"]
                          for place in spelling["places"]}, {("units.tsv", 1), ("units.tsv", 2)})
        (self.folder / "empty").mkdir()
        self.write("empty/note.md", "x")
        self.fails("empty: holds no texts (.txt) and no files of units; name other files one by one",
                   "variants", "empty")

    def test_a_file_is_needed(self):
        self.fails("variants: a file is needed; write: mizan variants FILE, or mizan variants "
                   "--memory", "variants")

    def test_tsv_and_usage(self):
        self.assertEqual(self.ok("variants", ARABIC, "--format", "tsv", status=1).out,
                         "بريجوجين\tبريجوجين\t2\nبريجوجين\tبريجوزجن\t1\n")
        self.fails("variants: --parallel goes with one file; write: mizan variants --parallel EN "
                   "AR", "variants", ARABIC, ARABIC, "--parallel", ENGLISH)


class NamesTest(ProgramTest):
    def test_batch_in_either_script(self):
        self.write("pairs", "بريجوجين\tبريجوزجن\nبريجوجين\tPrigozhin\tignored\n"
                            "Wagner\tفاجنر\nموسكو\tباماكو\nMohammed\tMuhammad\n")
        records = self.ok("names", "compare", "--batch", "pairs", "--format", "jsonl").records
        self.assertEqual([record["pair"] for record in records], [0, 1, 2, 3, 4])
        self.assertEqual([record["same"] for record in records], [True, True, True, False, True])
        for record in records:
            self.assertEqual(record["same"], record["score"] >= 0.5)
            self.assertTrue(0 <= record["score"] <= 1)

    def test_two_names(self):
        self.assertRegex(self.ok("names", "compare", "بريجوجين", "Prigozhin").out,
                         r"\A0\.\d{4}  same  بريجوجين  Prigozhin\n\Z")

    def test_names_that_the_lexicon_knows(self):
        self.assertIn(" same ", self.ok("names", "compare", "إنكلترا", "England").out)
        self.assertIn(" different ", self.ok("names", "compare", "سمير", "Samer").out)
        self.assertIn(" same ", self.ok("names", "compare", "President Macron", "ماكرون").out)

    def renderings(self, *arguments, status=0):
        records = self.ok("names", *arguments, "--format", "jsonl", status=status).records
        return [(record["name"], record["origin"]) for record in records]

    def test_romanize_and_arabize_from_letters(self):
        self.assertIn(("Zuminski", "letters"),
                      self.renderings("romanize", "زومينسكي", "--limit", "20"))
        records = self.ok("names", "arabize", "Tomasevich", "--format", "jsonl").records
        self.assertEqual(len(records), 5)
        self.assertEqual({record["origin"] for record in records}, {"letters"})
        scores = [record["score"] for record in records]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertIn(("England", "lexicon"), self.renderings("romanize", "إنجلترا"))
        self.assertEqual(self.renderings("romanize", "...", status=1), [])

    def test_romanize_begins_with_what_termbase_and_memory_use(self):
        self.ok("add", "قاد بريجوجين التمرد.", "Prigoschin led the mutiny.")
        self.assertEqual(self.renderings("romanize", "بريجوجين")[0], ("Prigoschin", "memory"))
        self.assertEqual(self.renderings("arabize", "Prigoschin")[0], ("بريجوجين", "memory"))
        self.ok("term", "add", "بريجوجين", "Prigozhin")
        self.assertEqual(self.renderings("romanize", "بريجوجين")[:2],
                         [("Prigozhin", "termbase"), ("Prigoschin", "memory")])

    def test_a_row_of_one_column(self):
        self.write("pairs", "a\tb\nc\n")
        result = self.run_mizan("names", "compare", "--batch", "pairs")
        self.assertEqual((result.status, result.err),
                         (2, "mizan: pairs:2:1: one column; write A TAB B\n"))


if __name__ == "__main__":
    unittest.main()
