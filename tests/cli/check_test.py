"""mizan check: the planted faults of the example articles, and files of records."""
import re
import unittest
from pathlib import Path

from program import ARABIC, ARTICLE, ARTICLE2, ENGLISH, ROOT, ProgramTest
from scoring import missed_faults, planted_faults

GLOSSARIES = {ARTICLE: ROOT / "glossaries/sahel.tsv", ARTICLE2: ARTICLE2 / "glossary.tsv"}


class ArticleTest(ProgramTest):
    def check(self, article, name, *options, status):
        return self.ok("check", "--format", "jsonl", "--glossary", GLOSSARIES[article],
                       article / "article.ar.txt", article / name, *options, status=status).records

    def test_every_planted_fault_is_found_and_the_clean_text_is_clean(self):
        for article in (ARTICLE, ARTICLE2):
            with self.subTest(article.name):
                # The first article spells Prigozhin in two ways in Arabic, so that the demo has
                # something to show; that is a true finding.
                own = [("name-variant-ar", "بريجوزجن")] if article == ARTICLE else []
                clean = self.check(article, "article.en.txt", status=1 if own else 0)
                self.assertEqual([(finding["rule"], finding["source"]["text"])
                                  for finding in clean], own)
                found = self.check(article, "article.errors.en.txt", status=1)
                faults = planted_faults(article / "article.errors.gold.tsv")
                self.assertGreaterEqual(len(faults), 10)
                missed = missed_faults(faults, article / "article.errors.en.txt", found, clean)
                self.assertEqual(missed, [])

    def test_places_are_bytes_of_their_lines(self):
        altered = ARTICLE / "article.errors.en.txt"
        arabic = Path(ARABIC).read_bytes().split(b"\n")
        english = altered.read_bytes().split(b"\n")
        fingerprints = []
        for finding in self.check(ARTICLE, altered.name, status=1):
            source, target = finding["source"], finding["target"]
            if source:
                self.assertEqual(
                    arabic[finding["line"] - 1][source["begin"]:source["end"]].decode(),
                    source["text"])
            if target:
                self.assertEqual(
                    english[target.get("line", finding["line"]) - 1]
                    [target["begin"]:target["end"]].decode(), target["text"])
            self.assertIn(finding["severity"], {"warning", "error"})
            self.assertTrue(finding["message"])
            fingerprints.append(finding["fingerprint"])
        self.assertEqual(len(set(fingerprints)), len(fingerprints))

    def test_fingerprints_survive_edits_elsewhere(self):
        altered = (ARTICLE / "article.errors.en.txt").read_text(encoding="utf-8")
        longer_en = self.write("en", "A word before.\n" + altered)
        longer_ar = self.write("ar", "كلمة أولى.\n" + Path(ARABIC).read_text(encoding="utf-8"))
        prints = {finding["fingerprint"]
                  for finding in self.check(ARTICLE, "article.errors.en.txt", status=1)}
        moved = {finding["fingerprint"] for finding in self.ok(
            "check", "--format", "jsonl", "--glossary", GLOSSARIES[ARTICLE], longer_ar, longer_en,
            status=1).records}
        self.assertEqual(prints, moved)

    def test_swapped_files_give_the_same_findings(self):
        altered = ARTICLE / "article.errors.en.txt"
        self.assertEqual(self.ok("check", altered, ARABIC, "--format", "jsonl", status=1).out,
                         self.ok("check", ARABIC, altered, "--format", "jsonl", status=1).out)

    def test_text_for_people_ends_with_a_summary(self):
        out = self.ok("check", ARABIC, ENGLISH, status=1)
        self.assertEqual(out.lines[-1], "1 warning")
        clean = self.ok("check", ARTICLE2 / "article.ar.txt", ARTICLE2 / "article.en.txt")
        self.assertEqual(len(clean.lines), 1)

    def test_rules_explain_themselves(self):
        rules = [line.split("\t")[0] for line in self.ok("check", "--rules").lines]
        for rule in rules:
            self.assertRegex(self.ok("check", "--explain", rule).out,
                             rf"\A{rule} \((info|warning|error)\): .*\n  right: .*\n  wrong: ")
        found = {finding["rule"]
                 for finding in self.check(ARTICLE, "article.errors.en.txt", status=1)}
        self.assertLessEqual(found, set(rules))


class RecordsTest(ProgramTest):
    """Records of one TSV or TMX, without the cost of an alignment."""

    def check(self, content, *options, status=1, name="records.tsv"):
        self.write(name, content)
        return self.ok("check", name, "--format", "jsonl", *options, status=status).records

    def test_exit_status_and_severities(self):
        error = "قتل 25 شخصًا.\tIt killed 35 people.\n"
        warning = "وصل الوفد.\tThe the delegation arrived.\n"
        clean = "وصل الوفد.\tThe delegation arrived.\n"
        for content, options, rules, status in [
            (clean, [], [], 0),
            (error, [], ["number-value"], 1),
            (warning, [], ["doubled-word"], 1),
            (warning, ["--fail-on", "error"], ["doubled-word"], 0),
            (warning, ["--show", "error"], [], 0),
            (error + warning, ["--show", "error"], ["number-value"], 1),
            (error, ["--fail-on", "error"], ["number-value"], 1),
        ]:
            with self.subTest((content, options)):
                found = self.check(content, *options, status=status)
                self.assertEqual([finding["rule"] for finding in found], rules)

    def test_findings_name_their_record_and_document(self):
        found = self.check("id\tdocument\tar\ten\n"
                           "a1\tnews\tقتل 25 شخصًا.\tIt killed 35 people.\n"
                           "a2\tnews\tوصل الوفد.\tThe delegation arrived.\n"
                           "b1\tsport\tوصل الوفد.\t\n")
        self.assertEqual([(finding["rule"], finding["id"], finding["document"], finding["line"])
                          for finding in found],
                         [("number-value", "a1", "news", 2), ("empty", "b1", "sport", 4)])
        self.assertEqual(found[0]["source"]["text"], "25")
        self.assertEqual(found[0]["target"]["text"], "35")

    def test_columns_may_stand_in_any_order(self):
        found = self.check("en\tnote\tar\tid\n"
                           "It killed 35 people.\tx\tقتل 25 شخصًا.\t7\n")
        self.assertEqual([(finding["rule"], finding["id"]) for finding in found],
                         [("number-value", "7")])

    def test_names_are_compared_within_one_document_only(self):
        rows = [("قال بريجوجين إن القتال مستمر.", "Prigozhin said the fighting goes on."),
                ("وصل بريجوجين إلى موسكو.", "Prigozhin arrived in Moscow."),
                ("غادر بريجوزجن موسكو لاحقًا.", "Prigozhin left Moscow later.")]

        def table(documents):
            return "id\tdocument\tar\ten\n" + "".join(
                f"{number}\t{document}\t{arabic}\t{english}\n"
                for number, (document, (arabic, english)) in enumerate(zip(documents, rows), 1))

        self.assertEqual(self.check(table("aab"), status=0), [])
        found = self.check(table("aaa"))
        self.assertEqual([(finding["rule"], finding["id"], finding["document"])
                          for finding in found], [("name-variant-ar", "3", "a")])
        self.assertIn(found[0]["related"][0]["id"], {"1", "2"})

    def test_tmx(self):
        tmx = ('<?xml version="1.0"?><tmx version="1.4"><header srclang="ar"/><body>'
               '<tu tuid="u7"><tuv xml:lang="ar-EG"><seg>قتل 25 شخصًا.</seg></tuv>'
               '<tuv xml:lang="en-US"><seg>It killed 35 people.</seg></tuv></tu>'
               '<tu tuid="u8"><tuv xml:lang="ar"><seg>وصل الوفد.</seg></tuv>'
               '<tuv xml:lang="en"><seg>The delegation arrived.</seg></tuv></tu>'
               "</body></tmx>")
        found = self.check(tmx, name="records.tmx")
        self.assertEqual([(finding["rule"], finding["id"]) for finding in found],
                         [("number-value", "u7")])

    def test_the_glossary_and_the_termbase_both_count(self):
        row = "وصل فيلق إفريقيا.\tThe African Legion arrived.\n"
        self.assertEqual(self.check(row, status=0), [])
        glossary = self.write("g.tsv", "فيلق إفريقيا\tAfrica Corps\n")
        rules = [finding["rule"] for finding in self.check(row, "--glossary", glossary)]
        self.assertEqual(rules, ["term-missing"])
        self.ok("term", "import", glossary)
        self.assertEqual([finding["rule"] for finding in self.check(row)], rules)

    def test_a_row_without_a_translation_column_is_reported_and_left_out(self):
        self.write("records.tsv", "وصل الوفد.\tThe delegation arrived.\nوحده\n")
        result = self.ok("check", "records.tsv")
        self.assertEqual(result.err, "mizan: records.tsv:2:5: no tab between Arabic and English; "
                                     "write Arabic TAB English\n")

    def test_segmented_pairs_line_with_line(self):
        self.write("ar", "قتل 25 شخصًا. ثم ساد الهدوء.\nوصل الوفد.\n")
        self.write("en", "It killed 35 people. Then calm returned.\nThe delegation arrived.\n")
        found = self.ok("check", "ar", "en", "--segmented", "--format", "jsonl", status=1).records
        self.assertEqual([(finding["rule"], finding["line"]) for finding in found],
                         [("number-value", 1)])
        self.assertTrue(re.fullmatch("[0-9a-f]+", found[0]["fingerprint"]))


if __name__ == "__main__":
    unittest.main()
