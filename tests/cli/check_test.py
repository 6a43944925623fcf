"""mizan check: the planted faults of the example articles, and files of records."""
import gzip
import json
import re
import unittest
from pathlib import Path

from program import ARABIC, ARTICLE, ARTICLE2, ENGLISH, ROOT, ProgramTest
from sarif import check_sarif
from scoring import missed_faults, planted_faults

GLOSSARIES = {ARTICLE: ROOT / "glossaries/sahel.tsv", ARTICLE2: ARTICLE2 / "glossary.tsv"}
# Ids that other programs rely on.
FIXED_RULES = set("""number-value number-word scale date month-system percent currency unit
    name-variant-ar name-variant-en name-cross name-missing term-missing term-deprecated acronym
    latin-token empty omission addition length duplicate inconsistent-target inconsistent-source
    doubled-word unbalanced quote-style end-punctuation ascii-punctuation space-punctuation
    double-space detached-waw tatweel wrong-script-letter presentation-form bidi-control orthography
    joined-words untranslated negation url placeholder agreement""".split())


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
        self.assertLessEqual(FIXED_RULES, set(rules))
        texts, records = {}, ["id\tdocument\tar\ten"]
        for rule in rules:
            explained = self.ok("check", "--explain", rule).out
            self.assertRegex(explained,
                             rf"\A{rule} \((info|warning|error)\): .*\n(  right: .*\n)+(  wrong: .*\n?)+\Z")
            for kind in ("right", "wrong"):
                pairs = [self.example(pair) for pair in re.findall(rf"  {kind}: (.*)", explained)]
                # What has no counterpart is found where texts are aligned; a record is empty then.
                if rule in ("omission", "addition"):
                    texts[rule, kind] = pairs
                else:
                    records += [f"{i}\t{rule}:{kind}\t{arabic}\t{english}"
                                for i, (arabic, english) in enumerate(pairs)]
        self.write("glossary.tsv", "فيلق إفريقيا\tAfrica Corps\nداعش\tISIS\tpreferred\n"
                                   "داعش\tDaesh\tdeprecated\nفاجنر\tWagner\n")
        self.write("examples.tsv", "\n".join(records) + "\n")
        found = {(finding["document"], finding["rule"]) for finding in self.ok(
            "check", "examples.tsv", "--glossary", "glossary.tsv", "--show", "info",
            "--format", "jsonl", status=1).records}
        for (rule, kind), pairs in texts.items():
            self.write("examples.ar.txt", "".join(f"{arabic}\n" for arabic, _ in pairs if arabic))
            self.write("examples.en.txt", "".join(f"{english}\n" for _, english in pairs if english))
            found |= {(f"{rule}:{kind}", finding["rule"]) for finding in self.ok(
                "check", "examples.ar.txt", "examples.en.txt", "--format", "jsonl",
                status=0 if kind == "right" else 1).records}
        for rule in rules:
            with self.subTest(rule):
                self.assertIn((f"{rule}:wrong", rule), found)
                self.assertNotIn((f"{rule}:right", rule), found)

    @staticmethod
    def example(pair):
        """An example's Arabic and English; one of them alone where the rule looks at no more."""
        arabic, bar, english = pair.partition(" | ")
        if not bar and pair.isascii():
            return "", pair
        return arabic, english


class RecordsTest(ProgramTest):
    """Records of one TSV or TMX, without the cost of an alignment."""

    def check(self, content, *options, status=1, name="records.tsv"):
        self.write(name, content)
        return self.ok("check", name, "--format", "jsonl", *options, status=status).records

    def test_the_memory_knows_another_translation(self):
        self.write("memory.tsv", "غادر الوفد المدينة صباح أمس.\tThe delegation left town "
                                 "yesterday morning.\n")
        self.ok("import", "--db", "memory.db", "memory.tsv")
        same = "غادر الوفد المدينة صباح أمس.\tThe delegation left town yesterday morning.\n"
        other = "غادر الوفد المدينة صباح أمس.\tYesterday morning the visitors quit the city.\n"
        self.assertEqual(self.check(same, "--db", "memory.db", status=0), [])
        self.assertEqual([finding["rule"] for finding in self.check(other, "--db", "memory.db")],
                         ["inconsistent-target"])
        self.assertEqual(self.check(other, status=0), [])

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
        result = self.ok("check", "records.tsv", status=2)
        self.assertEqual(result.out, "nothing found, 1 record not read\n")
        self.assertEqual(result.err, "mizan: records.tsv:2:5: no tab between Arabic and English; "
                                     "write Arabic TAB English\n")

    def test_a_glossary_that_is_read_in_part_leaves_the_check_in_part(self):
        self.write("records.tsv", "وصل الوفد.\tThe delegation arrived.\n")
        self.write("g.tsv", "فيلق إفريقيا\tAfrica Corps\nداعش ISIS\n")
        words = ("check", "records.tsv", "--glossary", "g.tsv")
        result = self.ok(*words, status=2)
        self.assertEqual(result.out, "nothing found, 1 glossary row not read\n")
        row = "g.tsv:2: no tab between Arabic and English; write Arabic TAB English"
        self.assertEqual(result.err, f"mizan: {row}\n")
        self.assertEqual(json.loads(self.ok(*words, "--format", "json", status=2).out)["not_read"], 1)
        (run,) = json.loads(self.ok(*words, "--format", "sarif", status=2).out)["runs"]
        (invocation,) = run["invocations"]
        self.assertFalse(invocation["executionSuccessful"])
        self.assertEqual(invocation["toolExecutionNotifications"][0]["message"]["text"], row)
        page = self.ok(*words, "--format", "html", status=2).out
        self.assertIn("<bdi>g.tsv:2</bdi>: no tab between", page)
        self.write("g.tsv", "فيلق إفريقيا\tAfrica Corps\nداعش\t\n")  # no rendering: no demand
        self.assertEqual(self.ok(*words).out, "nothing found\n")

    def test_segmented_pairs_line_with_line(self):
        self.write("ar", "قتل 25 شخصًا. ثم ساد الهدوء.\nوصل الوفد.\n")
        self.write("en", "It killed 35 people. Then calm returned.\nThe delegation arrived.\n")
        found = self.ok("check", "ar", "en", "--segmented", "--format", "jsonl", status=1).records
        self.assertEqual([(finding["rule"], finding["line"]) for finding in found],
                         [("number-value", 1)])
        self.assertTrue(re.fullmatch("[0-9a-f]+", found[0]["fingerprint"]))


XLIFF = ('<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
         '<file original="a" source-language="ar" target-language="en" datatype="plaintext"><body>\n'
         '<trans-unit id="7">\n<source>قتل 25 شخصًا.</source><target>It killed 35 people.</target>'
         "</trans-unit></body></file></xliff>")
PO = ('msgid ""\nmsgstr "Language: ar\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
      'msgid "It killed 35 people."\nmsgstr "قتل 25 شخصًا."\n')
FAULT = ("قتل 25 شخصًا.", "It killed 35 people.")


class InputsTest(ProgramTest):
    """Files of every format, many at once."""

    def found(self, *words, status=1):
        records = self.ok("check", "--format", "jsonl", *words, status=status).records
        return [(record["file"], record["rule"], record["id"]) for record in records]

    def test_every_bilingual_format_is_read_packed_or_from_standard_input_too(self):
        for name, content, unit in [("a.xlf", XLIFF, "7"), ("a.po", PO, None),
                                    ("a.tsv", "\t".join(FAULT) + "\n", None),
                                    ("a.csv", "ar,en\n" + ",".join(FAULT) + "\n", None)]:
            with self.subTest(name):
                path = self.write(name, content)
                self.assertEqual(self.found(name), [(name, "number-value", unit)])
                packed = path.with_name(name + ".gz")
                packed.write_bytes(gzip.compress(content.encode()))
                self.assertEqual(self.found(packed.name), [(packed.name, "number-value", unit)])
                out = self.ok("check", "-", "--format", "jsonl", stdin=content.encode(), status=1)
                self.assertEqual([record["file"] for record in out.records], ["-"])

    def make_folder(self):
        for name, content in [("news/a.ar.txt", FAULT[0]), ("news/a.en.txt", FAULT[1]),
                              ("news/b.ar.txt", "وصل الوفد."), ("news/b.en.txt", "The team arrived."),
                              ("news/c.xlf", XLIFF), ("news/lonely.ar.txt", "وصل الوفد."),
                              ("news/words.tsv", "not\tof units\n")]:
            path = Path(self.folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content + "\n", encoding="utf-8")

    def test_a_folder_is_its_pairs_and_its_bilingual_files(self):
        self.make_folder()
        expected = [("news/a.ar.txt", "number-value", None), ("news/c.xlf", "number-value", "7")]
        for jobs in "1", "3":
            result = self.ok("check", "news", "--format", "jsonl", "--jobs", jobs, status=1)
            self.assertEqual([(record["file"], record["rule"], record["id"])
                              for record in result.records], expected)
            self.assertEqual(result.err, "mizan: news/lonely.ar.txt: no file of the other language "
                                         "has this name; left out\n")
        self.assertEqual(self.found("news/a.en.txt", "news/c.xlf", "news/a.ar.txt"), expected)

    def test_a_bad_file_is_reported_and_the_others_are_checked(self):
        self.make_folder()
        self.write("bad.tmx", '<?xml version="1.0"?><tmx version="1.4"><body>')
        self.write("bad.xlf", "no xml")
        result = self.ok("check", "bad.tmx", "news/c.xlf", "absent.po", "--format", "jsonl",
                         status=2)
        self.assertEqual([record["file"] for record in result.records], ["news/c.xlf"])
        self.assertRegex(result.err, r"mizan: bad\.tmx")
        self.assertRegex(result.err, r"mizan: absent\.po")

    def test_the_report_replaces_none_of_its_inputs(self):
        path = self.write("a.tsv", "\t".join(FAULT) + "\n")
        result = self.ok("check", "a.tsv", "--output", "a.tsv", status=2)
        self.assertIn("would be replaced by its own report", result.err)
        self.assertEqual(Path(path).read_text(encoding="utf-8"), "\t".join(FAULT) + "\n")


class DocumentFormatsTest(ProgramTest):
    """JSON and SARIF."""

    def setUp(self):
        super().setUp()
        self.write("a b.ar.txt", "وصل الوفد. قتل 25 شخصًا.\n")
        self.write("a b.en.txt", "The delegation arrived. It killed 35 people.\n")
        self.write("c.xlf", XLIFF)
        self.write("bad.tsv", "\t".join(FAULT) + "\nوحده\n")
        self.files = ["a b.ar.txt", "a b.en.txt", "c.xlf", "bad.tsv"]

    def document(self, form):
        self.ok("check", *self.files, "--format", form, "--output", "report", status=2)
        return json.loads((Path(self.folder) / "report").read_text(encoding="utf-8"))

    def test_json_is_one_document_with_counts(self):
        report = self.document("json")
        lines = self.ok("check", *self.files, "--format", "jsonl", status=2).records
        self.assertEqual(report["findings"], lines)
        self.assertEqual(report["counts"]["findings"], 3)
        self.assertEqual(report["counts"]["by_rule"], {"number-value": 3})
        self.assertEqual(report["counts"]["by_severity"], {"error": 3, "warning": 0, "info": 0})
        self.assertEqual([file["not_read"] for file in report["files"]], [0, 0, 1])

    def test_sarif_has_what_the_standard_requires(self):
        log = self.document("sarif")
        check_sarif(self, log)
        run = log["runs"][0]
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        first, second, third = run["results"]
        place = first["locations"][0]["physicalLocation"]
        self.assertEqual(place["artifactLocation"]["uri"], "a%20b.en.txt")
        self.assertEqual(place["region"], {"startLine": 1, "startColumn": 35, "endColumn": 37,
                                           "snippet": {"text": "35"}})
        related = first["relatedLocations"][0]["physicalLocation"]
        # Columns are code points: the sentence before has ten.
        self.assertEqual(related["region"], {"startLine": 1, "startColumn": 16, "endColumn": 18,
                                             "snippet": {"text": "25"}})
        self.assertEqual(second["locations"][0]["logicalLocations"][0]["name"], "7")
        column = len(FAULT[0]) + 2 + FAULT[1].index("35")
        self.assertEqual(third["locations"][0]["physicalLocation"]["region"],
                         {"startLine": 1, "startColumn": column, "endColumn": column + 2,
                          "snippet": {"text": "35"}})

    def test_html_is_one_page_with_both_texts_and_what_was_not_checked(self):
        self.ok("check", *self.files, "absent.tmx", "--format", "html", "--output", "report.html",
                status=2)
        page = (Path(self.folder) / "report.html").read_text(encoding="utf-8")
        self.assertIn("default-src 'none'", page)
        self.assertIn('<mark class="error" data-f="0">35</mark> people.', page)
        self.assertIn('<mark class="error" data-f="0">25</mark> شخصًا.', page)
        self.assertIn("<li>Not checked: <bdi>absent.tmx", page)
        self.assertIn('<dt id="rule-number-value">', page)
        self.assertEqual(page.count("<section id="), 3)

    def test_many_documents_are_reported_in_their_order_however_many_jobs(self):
        rows = [f"{i}\td{i // 3}\tقتل {i + 11} شخصًا.\tIt killed {i + 11 + (i % 7 == 0)} people.\n"
                for i in range(200)]
        self.write("many.tsv", "id\tdocument\tar\ten\n" + "".join(rows))
        one, many = (self.ok("check", "many.tsv", "--format", "jsonl", "--jobs", jobs, status=1)
                     for jobs in ("1", "8"))
        self.assertEqual(one.out, many.out)
        lines = [record["line"] for record in one.records if record["rule"] == "number-value"]
        self.assertEqual(lines, [i + 2 for i in range(0, 200, 7)])

    def test_sarif_of_nothing_found(self):
        self.write("d.tsv", "نعم.\tYes.\n")
        log = json.loads(self.ok("check", "d.tsv", "--format", "sarif").out)
        check_sarif(self, log)
        self.assertEqual(log["runs"][0]["results"], [])
        self.assertTrue(log["runs"][0]["invocations"][0]["executionSuccessful"])


if __name__ == "__main__":
    unittest.main()
