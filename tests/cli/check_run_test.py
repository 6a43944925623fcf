"""mizan check on the documents of one run: what they say differently from each other."""
import contextlib
import json
import os
import pty
import re
import subprocess
import unittest
from pathlib import Path

from sarif import check_sarif
from program import BINARY, ProgramTest

LEFT = ("غادر الوفد المدينة صباح أمس.", "The delegation left the city yesterday morning.")
QUIT = (LEFT[0], "Yesterday the visitors quit the town.")
OTHER = ("ترك الزوار البلدة صباح أمس.", LEFT[1])
YES = ("نعم.", "Yes.")


class CheckRunTest(ProgramTest):
    def texts(self, name, *pairs):
        for language, side in ("ar", 0), ("en", 1):
            self.write(f"{name}.{language}.txt", "".join(pair[side] + "\n" for pair in pairs))

    def table(self, name, *rows, columns="id\tar\ten"):
        self.write(name, columns + "\n" + "".join("\t".join(row) + "\n" for row in rows))

    def check(self, *words, status=1):
        return self.ok("check", "--segmented", "--format", "jsonl", *words, status=status).records

    def told(self, *words, status=1):
        return [(finding["rule"], finding["file"], finding["line"],
                 [(place["file"], place["line"], place["column"]) for place in finding["related"]])
                for finding in self.check(*words, status=status)]

    def test_sentences_of_texts_are_compared_whatever_the_jobs(self):
        self.texts("a", YES, LEFT)
        self.texts("b", LEFT)
        self.texts("c", YES, YES, QUIT)
        self.texts("d", OTHER)
        expected = [("inconsistent-target", "./c.ar.txt", 3, [("./a.en.txt", 2, 1)]),
                    ("inconsistent-source", "./d.ar.txt", 1, [("./a.ar.txt", 2, 1)])]
        self.assertEqual(self.told("."), expected)
        one, many = (self.ok("check", ".", "--segmented", "--format", "jsonl", "--jobs", jobs,
                             status=1).out for jobs in ("1", "4"))
        self.assertEqual(one, many)

    def test_names_are_compared_and_one_finding_stands_for_all_places(self):
        self.texts("a", ("قال بريجوجين إن القتال مستمر.", "Prigozhin said the fighting goes on."))
        self.texts("b", ("وصل بريجوجين إلى موسكو.", "Prigozhin arrived in Moscow."))
        self.texts("c", ("غادر بريجوزجن موسكو لاحقًا.", "Prigozhin left Moscow later."))
        self.texts("d", ("عاد بريجوزجن إلى موسكو.", "Prigozhin came back to Moscow."))
        self.texts("e", ("شوهد بريجوجين في موسكو.", "Prigozhin was seen in Moscow."))
        (finding,) = self.check(".")
        self.assertEqual((finding["rule"], finding["file"]), ("name-variant-ar", "./c.ar.txt"))
        self.assertEqual(finding["message"],
                         "“بريجوزجن” is “بريجوجين” in another document (2 places against 3)")
        self.assertEqual([place["file"] for place in finding["related"]],
                         ["./a.ar.txt", "./d.ar.txt"])
        place = finding["related"][0]
        self.assertEqual((place["line"], place["column"], place["text"]), (1, 5, "بريجوجين"))

    def test_progress_is_for_terminals_only(self):
        rows = [(f"u{i}", f"قتل {i + 11} شخصًا في المدينة.", f"It killed {i + 11} people in town.")
                for i in range(3000)]
        self.table("many.tsv", *rows)
        self.assertEqual(self.ok("check", "many.tsv", "many.tsv").err, "")
        reader, terminal = pty.openpty()
        with subprocess.Popen([BINARY, "check", "many.tsv"], cwd=self.folder, env=self.environment,
                              stderr=terminal, stdout=subprocess.PIPE) as process:
            os.close(terminal)
            seen = b""
            with contextlib.suppress(OSError):  # the terminal's end
                while piece := os.read(reader, 4096):
                    seen += piece
            self.assertEqual(process.stdout.read(), b"nothing found\n")
        os.close(reader)
        self.assertRegex(seen, rb"\A(\r\[#* *\] \d+ pairs\x1b\[K)*(\r\x1b\[K)?\Z")

    def test_a_document_can_be_checked_by_itself(self):
        self.texts("a", LEFT)
        self.texts("b", QUIT)
        self.assertEqual(self.check(".", "--scope", "document", status=0), [])
        self.write(".mizan.ini", "[check]\nscope = document\n")
        self.assertEqual(self.check(".", status=0), [])

    def test_a_table_that_names_its_documents_keeps_each_by_itself(self):
        columns = "id\tdocument\tar\ten"
        self.table("a.tsv", ("1", "x", *LEFT), ("2", "y", *QUIT), columns=columns)
        self.table("b.tsv", ("1", "z", *QUIT), columns=columns)
        self.assertEqual(self.check("a.tsv", "b.tsv", status=0), [])
        self.table("c.tsv", ("7", *LEFT))
        self.table("d.tsv", ("8", *QUIT))
        self.assertEqual(self.told("a.tsv", "c.tsv", "d.tsv"),
                         [("inconsistent-target", "d.tsv", 2, [("c.tsv", 2, 32)])])

    def test_the_files_of_one_xliff_are_documents(self):
        def file(name, source, target):
            return (f'<file original="{name}" source-language="ar" target-language="en" '
                    f'datatype="plaintext"><body>\n<trans-unit id="{name}1"><source>{source}</source>'
                    f"<target>{target}</target></trans-unit></body></file>\n")

        self.write("a.xlf", '<?xml version="1.0"?>\n<xliff version="1.2" '
                            'xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
                   + file("x", *LEFT) + file("y", *QUIT) + "</xliff>\n")
        (finding,) = self.check("a.xlf")
        self.assertEqual((finding["rule"], finding["id"], finding["document"], finding["line"],
                          finding["related"][0]["id"], finding["related"][0]["line"]),
                         ("inconsistent-target", "y1", "y", 6, "x1", 4))
        self.assertEqual(self.check("a.xlf", "--scope", "document", status=0), [])

    def test_people_see_where_the_other_place_is(self):
        self.texts("a", YES, LEFT)
        self.texts("b", QUIT)
        self.assertEqual(
            self.ok("check", "a.ar.txt", "a.en.txt", "b.ar.txt", "b.en.txt", "--segmented",
                    status=1).out,
            "b.ar.txt | b.en.txt\n\n"
            "warning inconsistent-target, line 1: the same Arabic has another translation in another "
            "document (1 place against 1)\n"
            f"  1  [{QUIT[0]}]\n  1  [{QUIT[1]}]\n  → “{LEFT[1]}”\n  see a.en.txt:2:1\n\n1 warning\n")

    def test_baseline_and_suppressions_hold_when_files_are_added(self):
        self.texts("m", LEFT)
        self.texts("n", LEFT)
        self.texts("o", QUIT)
        self.ok("check", ".", "--segmented", "--write-baseline", "base")
        (finding,) = self.check(".")
        self.texts("a", YES, QUIT)
        self.texts("z", LEFT)
        self.texts("y", LEFT)
        (moved,) = self.check(".")
        self.assertEqual((finding["file"], moved["file"]), ("./o.ar.txt", "./a.ar.txt"))
        self.assertEqual(moved["fingerprint"], finding["fingerprint"])
        self.assertEqual(self.check(".", "--baseline", "base", status=0), [])
        self.write(".mizan-suppressions.tsv", finding["fingerprint"] + "\tan old slogan\n")
        self.assertEqual(self.check(".", status=0), [])

    def test_reports_lead_to_the_other_file(self):
        self.texts("a", YES, LEFT)
        self.texts("b", QUIT)
        self.table("c.tsv", ("9", *OTHER))
        words = ("check", ".", "c.tsv", "--segmented", "--output", "report", "--format")
        self.ok(*words, "sarif", status=1)
        log = json.loads((Path(self.folder) / "report").read_text(encoding="utf-8"))
        check_sarif(self, log)
        first, second = log["runs"][0]["results"]
        place = first["relatedLocations"][-1]
        self.assertEqual(place["physicalLocation"],
                         {"artifactLocation": {"uri": "./a.en.txt"},
                          "region": {"startLine": 2, "startColumn": 1,
                                     "endColumn": len(LEFT[1]) + 1}})
        self.assertEqual(place["message"]["text"], LEFT[1])
        self.assertEqual(second["ruleId"], "inconsistent-source")
        self.ok(*words, "html", status=1)
        page = (Path(self.folder) / "report").read_text(encoding="utf-8")
        self.assertIn('also in <a href="#b0-1"><bdi>./a.en.txt</bdi> line 2</a>', page)
        self.ok(*words, "json", status=1)
        report = json.loads((Path(self.folder) / "report").read_text(encoding="utf-8"))
        self.assertEqual(report["findings"], self.check(".", "c.tsv"))
        self.assertTrue(all(re.fullmatch("[0-9a-f]{16}", finding["fingerprint"])
                            for finding in report["findings"]))


if __name__ == "__main__":
    unittest.main()
