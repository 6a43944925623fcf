"""mizan segment on the example articles."""
import unittest
from pathlib import Path

from program import ARTICLE, ARTICLE2, ProgramTest
from scoring import gold_sides


class SegmentTest(ProgramTest):
    def test_the_sentences_of_both_articles_are_those_of_the_gold(self):
        for article in (ARTICLE, ARTICLE2):
            beads = gold_sides(article / "article.gold.tsv")
            for number, name in ((0, "article.ar.txt"), (1, "article.en.txt")):
                with self.subTest(f"{article.name}/{name}"):
                    wanted = [sentence for bead in beads for sentence in bead[number]]
                    self.assertEqual(self.ok("segment", article / name).lines, wanted)

    def test_offsets_are_bytes_of_the_file(self):
        path = ARTICLE / "article.ar.txt"
        content = path.read_bytes()
        segments = self.ok("segment", path, "--lang", "ar", "--format", "jsonl").records
        for segment in segments:
            self.assertEqual(content[segment["begin"]:segment["end"]].decode(), segment["text"])
        self.assertEqual([segment["paragraph"] for segment in segments],
                         sorted(segment["paragraph"] for segment in segments))
        self.assertEqual(segments[-1]["paragraph"], len(content.decode().splitlines()) - 1)

    def test_other_encodings_and_line_ends(self):
        text = "وصل الوفد إلى باماكو. ثم غادرها؟\nلا أحد يعلم!\n"
        wanted = ["وصل الوفد إلى باماكو.", "ثم غادرها؟", "لا أحد يعلم!"]
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"):
            with self.subTest(encoding):
                path = self.write("text", text.encode(encoding))
                self.assertEqual(self.ok("segment", path).lines, wanted)
        path = self.write("text", text.replace("\n", "\r\n"))
        self.assertEqual(self.ok("segment", path).lines, wanted)

    def test_the_article_does_not_change(self):
        path = self.write("copy", Path(ARTICLE / "article.ar.txt").read_bytes())
        before = path.read_bytes(), path.stat().st_mtime_ns
        self.ok("segment", path)
        self.assertEqual((path.read_bytes(), path.stat().st_mtime_ns), before)


if __name__ == "__main__":
    unittest.main()
