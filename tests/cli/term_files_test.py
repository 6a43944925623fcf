"""Terms in files of other programs: TBX, workbooks, CSV, OmegaT; what is lost is said."""
import json
import os
import unittest
import zipfile
from xml.sax.saxutils import escape

from program import ROOT, ProgramTest
from tbx_rules import faults_of

DATA = ROOT / "tests/data/terms"
SAHEL = ROOT / "glossaries/sahel.tsv"
STYLES = ("tbx", "tbx3", "tbx3-dct")
SHEET_START = ('<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats'
               '.org/spreadsheetml/2006/main"><sheetData>')
SHEET_END = "</sheetData></worksheet>"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def text_cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def sheet_of(rows):
    """A sheet of inline strings."""
    return "".join(
        f'<row r="{number}">'
        + "".join(text_cell(f"{chr(65 + column)}{number}", text)
                  for column, text in enumerate(row) if text)
        + "</row>" for number, row in enumerate(rows, 1))


def workbook(path, sheets, strings=None):
    """Writes a workbook of {name: sheet data} with `strings` as its shared ones."""
    links = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml")
             for number in range(1, len(sheets) + 1)]
    if strings is not None:
        links.append(("rIdS", "sharedStrings", "sharedStrings.xml"))

    def relationships(entries):
        return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                'relationships">' + "".join(
                    f'<Relationship Id="{i}" Type="{LINK}/{kind}" Target="{target}"/>'
                    for i, kind, target in entries) + "</Relationships>")

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("_rels/.rels",
                         relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
        archive.writestr("xl/workbook.xml", (
            f'<workbook xmlns:r="{LINK}"><sheets>' + "".join(
                f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
                for n, name in enumerate(sheets, 1)) + "</sheets></workbook>"))
        archive.writestr("xl/_rels/workbook.xml.rels", relationships(links))
        for number, rows in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", SHEET_START + rows + SHEET_END)
        if strings is not None:
            archive.writestr("xl/sharedStrings.xml",
                             "<sst>" + "".join(f"<si>{s}</si>" for s in strings) + "</sst>")


class TermFilesTest(ProgramTest):
    def concepts(self, database, without=()):
        """The concepts of a memory without what belongs to the place where they are kept."""
        entries = self.ok("term", "list", "--format", "jsonl", "--db", database).records
        for entry in entries:
            for key in ("concept", "created", "changed", *without):
                entry.pop(key, None)
            for term in entry["terms"]:
                for key in ("created", "changed", *without):
                    term.pop(key, None)
                # The order of notes and terms says nothing.
                if term.get("note"):
                    term["note"] = sorted(term["note"].split("; "))
            entry["terms"].sort(key=lambda term: json.dumps(term, sort_keys=True))
        return entries

    def import_new(self, path, database, *options):
        return self.ok("term", "import", path, "--db", database, *options).err


class TbxTest(TermFilesTest):
    def test_what_is_written_keeps_the_rules_of_the_dialect(self):
        for path in sorted(DATA.glob("*.tbx")):
            if path.name == "entities.tbx":
                continue
            self.import_new(path, "rules.db")
        self.import_new(SAHEL, "rules.db")
        self.ok("term", "add", "قلم & <ريشة>", 'pen "quill"', "--author", "Mona <m@x>", "--note",
                "a\tb", "--db", "rules.db")
        for style in STYLES:
            with self.subTest(style):
                self.ok("term", "export", "--db", "rules.db", "--format", style, "--output",
                        "out.tbx")
                self.assertEqual(faults_of(self.folder / "out.tbx"), [])

    def test_the_rules_find_faults(self):
        """The check is not blind."""
        for good, bad in [("noun", "nouns"), ("termNote", "descrip"), ("<langSet", "<langSec"),
                          ('type="subjectField"', 'type="register"')]:
            text = (DATA / "v2-tig.tbx").read_text(encoding="utf-8")
            self.assertEqual(faults_of(DATA / "v2-tig.tbx"), [])
            path = self.write("bad.tbx", text.replace(good, bad).replace("</langSet", "</langSet"
                              if bad != "<langSec" else "</langSec"))
            with self.subTest(bad):
                self.assertNotEqual(faults_of(path), [])

    def test_from_version_to_version_to_tables_and_back(self):
        for name in ("v2-tig", "v2-basic-xcs", "v3-dca", "v3-dct", "v3-dct-order", "regions"):
            with self.subTest(name):
                before = f"{name}.0.db"
                self.import_new(DATA / f"{name}.tbx", before)
                first = None
                for step, style in enumerate(STYLES, 1):
                    self.ok("term", "export", "--db", before, "--format", style, "--output",
                            f"{name}.{style}.tbx")
                    before = f"{name}.{step}.db"
                    self.import_new(f"{name}.{style}.tbx", before)
                    concepts = self.concepts(before)
                    first = first or concepts
                    self.assertEqual(concepts, first)
                # What rows have no room for is counted; the terms stay.
                lost = ""
                for step, ending in enumerate(("xlsx", "csv", "tbx"), 4):
                    lost += self.ok("term", "export", "--db", before, "--output",
                                    f"{name}.{ending}").err
                    before = f"{name}.{step}.db"
                    self.import_new(f"{name}.{ending}", before)
                keys = ("text",) if " statuses" in lost else ("text", "status")
                terms, first_terms = (
                    [{tuple(term[key] for key in keys) for term in entry["terms"]}
                     for entry in entries] for entries in (self.concepts(before), first))
                self.assertEqual(terms, first_terms)

    def test_losses_are_said(self):
        self.import_new(DATA / "v3-dct-order.tbx", "l.db")
        self.assertEqual(
            self.ok("term", "export", "--db", "l.db", "--output", "l.csv").err,
            "mizan: l.csv: left out: 9 further properties, 1 names of who added or changed, "
            "1 notes of concepts, 1 regions\n")
        self.assertEqual(
            self.ok("term", "export", "--db", "l.db", "--output", "l.tbx").err,
            "mizan: l.tbx: left out: 1 register, 2 transactionType\n")

    def test_broken_and_foreign_xml(self):
        start = '<martif type="TBX"><text><body><termEntry>\n'
        self.ok("term", "add", "قديم", "old")
        before = self.memory()
        for content, message in [
            (start + '<langSet xml:lang="en"></termEntry>',
             ":2:26: not well-formed XML: mismatched tag; correct the file at this place"),
            (start, ":2:1: the file ends in the middle; get the whole file"),
            ("<html/>", ":1:1: not TBX: the root element is html; give a TBX file (martif or tbx)"),
            ('<?xml version="1.0"?><martif><text><body/></text></martif>',
             ": holds no pair of terms; give rows of Arabic TAB English"),
        ]:
            with self.subTest(message):
                self.write("bad.tbx", content)
                self.fails("bad.tbx" + message, "term", "import", "bad.tbx")
        self.assertEqual(self.memory(), before)
        entities = DATA / "entities.tbx"
        self.assertEqual(self.run_mizan("term", "import", entities).status, 2)


class SahelTest(TermFilesTest):
    def test_the_shipped_glossary_through_every_format(self):
        self.import_new(SAHEL, "0.db")
        first = self.concepts("0.db", without=("source",))
        before = "0.db"
        for step, (ending, *options) in enumerate(
                [("tsv",), ("csv",), ("xlsx",), ("tbx",), ("3.tbx", "--format", "tbx3"),
                 ("dct.tbx", "--format", "tbx3-dct"), ("again.tsv",)], 1):
            with self.subTest(ending):
                result = self.ok("term", "export", "--db", before, "--output", f"s.{ending}",
                                 *options)
                self.assertEqual(result.err, "" if step <= 4 else result.err)
                before = f"{step}.db"
                self.import_new(f"s.{ending}", before)
                self.assertEqual(self.concepts(before, without=("source", "properties")), first)

    def test_omegat_has_the_approved_pairs(self):
        self.import_new(SAHEL, "0.db")
        self.ok("term", "export", "--db", "0.db", "--output", "g.txt")
        pairs = [line.split("\t")[:2]
                 for line in (self.folder / "g.txt").read_text(encoding="utf-8").splitlines()]
        self.assertIn(["فيلق إفريقيا", "Africa Corps"], pairs)
        self.assertNotIn("African Corps", [english for _, english in pairs])
        self.import_new("g.txt", "1.db")
        exported = self.ok("term", "export", "--db", "1.db").lines
        self.assertEqual({tuple(row.split("\t")[:2]) for row in exported[1:]},
                         {tuple(pair) for pair in pairs})


class WorkbookTest(TermFilesTest):
    def rows(self, path, *options):
        self.ok("term", "import", path, "--db", "w.db", *options)
        rows = [line.split("\t")[:4] for line in self.ok("term", "export", "--db", "w.db").lines]
        os.remove(self.folder / "w.db")
        return rows[1:]

    def test_shared_strings_rich_text_numbers_and_gaps(self):
        strings = ["<t>arabic</t>", "<t>english</t>", "<t>note</t>", "<t>كتاب</t>",
                   '<r><t>bo</t></r><r><rPr><b/></rPr><t xml:space="preserve">ok </t></r>',
                   "<t>صفحة</t><rPh><t>phonetic</t></rPh>", "<t>page</t>"]
        workbook(self.folder / "w.xlsx", {"Terms": (
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
            '<c r="D1" t="s"><v>2</v></c></row>'
            '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" t="s"><v>4</v></c>'
            '<c r="D3"><v>45321.5</v></c></row>'
            '<row><c t="s"><v>5</v></c><c t="s"><v>6</v></c><c/>'
            '<c t="str"><f>A1&amp;B1</f><v>result</v></c></row>')}, strings)
        self.assertEqual(self.rows("w.xlsx"), [["كتاب", "book", "preferred", "45321.5"],
                                               ["صفحة", "page", "preferred", "result"]])

    def test_several_sheets(self):
        workbook(self.folder / "w.xlsx", {
            "Words": sheet_of([["English", "Arabic", "Status"], ["book", "كتاب", "admitted"]]),
            "Empty": "", "Plan": sheet_of([["Monday", "write"], ["Tuesday", "read"]]),
            "More": sheet_of([["قلم", "pen"]])})
        self.assertEqual(
            self.ok("term", "import", "w.xlsx").err,
            "mizan: w.xlsx[Plan]: the sheet is no glossary and was left out; name its columns "
            "arabic and english, or give --columns\nmizan: w.xlsx: 2 concepts added, 0 extended, "
            "0 known already\n")
        self.assertEqual(self.rows("w.xlsx"), [["كتاب", "book", "admitted", ""],
                                               ["قلم", "pen", "preferred", ""]])

    def test_columns_by_name_and_bad_rows(self):
        workbook(self.folder / "w.xlsx", {"S": sheet_of([["1", "book", "كتاب"], ["2", "", "قلم"]])})
        self.assertEqual(
            self.ok("term", "import", "w.xlsx", "--columns", "-,en,ar").err,
            "mizan: w.xlsx[S]:2: the English term is empty; fill it or delete the row\n"
            'mizan: w.xlsx: left out: 1 cells of column "-"\n'
            "mizan: w.xlsx: 1 concepts added, 0 extended, 0 known already\n")

    def test_what_is_no_sound_workbook(self):
        good = sheet_of([["كتاب", "book"]])
        again = "save it as .xlsx again, without a password"
        self.ok("term", "add", "قديم", "old")
        before = self.memory()

        def refused(message):
            self.fails(f"w.xlsx: {message}", "term", "import", "w.xlsx")
            self.assertEqual(self.memory(), before)

        self.write("w.xlsx", b"PK\x03\x04nothing")
        refused(f"not a readable workbook (Not a zip archive); {again}")
        workbook(self.folder / "w.xlsx", {"S": good})
        whole = (self.folder / "w.xlsx").read_bytes()
        self.write("w.xlsx", whole[:len(whole) // 2])
        refused(f"not a readable workbook (Not a zip archive); {again}")
        damaged = bytearray(whole)
        at = whole.index(b"sheet1.xml") + 20
        damaged[at:at + 20] = bytes(20)
        self.write("w.xlsx", bytes(damaged))
        self.assertEqual(self.run_mizan("term", "import", "w.xlsx").status, 2)
        with zipfile.ZipFile(self.folder / "w.xlsx", "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        refused(f"not a workbook: the archive has no _rels/.rels; {again}")
        workbook(self.folder / "w.xlsx", {"S": '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'},
                 ["<t>a</t>"])
        refused(f"row 1 names the shared string 7, which is not there; {again}")
        workbook(self.folder / "w.xlsx", {"S": good[:-3]})
        result = self.run_mizan("term", "import", "w.xlsx")
        self.assertEqual(result.status, 2)
        self.assertIn("w.xlsx/xl/worksheets/sheet1.xml:1:", result.err)

    def test_bombs(self):
        again = "check that it is a glossary, and split it"
        workbook(self.folder / "w.xlsx", {"S": sheet_of([["كتاب", "b" * 200_000]])})
        self.fails(f"w.xlsx: a cell holds more than 32,767 characters; {again}",
                   "term", "import", "w.xlsx")
        # A short string that a sheet names again and again.
        cells = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 5000
        workbook(self.folder / "w.xlsx", {"S": cells}, [f"<t>{'a' * 32_000}</t>"])
        self.fails(f"w.xlsx: the cells of a sheet hold above 256 MB; {again}",
                   "term", "import", "w.xlsx", "--columns", "ar,en")
        rows = "<row>" + '<c r="XFD1" t="n"><v>1</v></c>' * 3 + "</row>"
        workbook(self.folder / "w.xlsx", {"S": sheet_of([["كتاب", "book"]]) + rows})
        self.assertIn("left out: 3 cells of columns behind the 256th",
                      self.ok("term", "import", "w.xlsx").err)
        workbook(self.folder / "w.xlsx", {"S": sheet_of([["كتاب", "book"]]) + " " * (257 << 20)})
        self.fails(f"w.xlsx: the workbook unpacks to more than 256 MB; {again}",
                   "term", "import", "w.xlsx")


class TableTest(TermFilesTest):
    def test_tables_of_other_programs(self):
        for name, content, options in [
            ("google.csv", "id,sourceLang,targetLang,pos,description,sourceString,targetString\r\n"
                           '1,en,ar,noun,"what, one ""reads""",book,كتاب\r\n', []),
            ("omegat.txt", "# mine\nbook\tكتاب\twhat is read\n", []),
            ("omegat.csv", '"book","كتاب","what is read"\n', []),
            ("semicolons.csv", "English;Arabic\nbook;كتاب\n", []),
            ("utf16.txt", b"\xff\xfe" + "book\tكتاب\n".encode("utf-16-le"), []),
            ("windows.txt", "book\tكتاب\npen\tقلم\n".encode("cp1256"), []),
            ("mapped.tsv", "7\tكتاب\tx\tbook\n", ["--columns", "-,ar,-,en"]),
        ]:
            with self.subTest(name):
                self.write(name, content)
                self.ok("term", "import", name, "--db", f"{name}.db", *options)
                pair = self.ok("term", "export", "--db", f"{name}.db").lines[1].split("\t")[:2]
                self.assertEqual(pair, ["كتاب", "book"])

    def test_tables_that_hold_no_terms(self):
        self.ok("term", "add", "قديم", "old")
        before = self.memory()
        for content, message, options in [
            ("a\tb\nc\td\n", "f: no column holds Arabic; give rows of Arabic TAB English, or say "
                             "with --columns what they hold", []),
            ("كتاب\tbook\n", "the columns do not say where the terms are; name ar and en, or source "
                             "and target, in their order", ["--columns", "note,en"]),
            (b"%PDF-1.4 x", "f: not a text: a PDF document; save it as plain text in UTF-8", []),
        ]:
            with self.subTest(message):
                self.write("f", content)
                self.fails(message, "term", "import", "f", *options)
        self.fails("f.tbx: the file is TBX, which has no columns; leave --columns out", "term",
                   "import", self.write("f.tbx", "<martif/>").name, "--columns", "ar,en")
        self.assertEqual(self.memory(), before)

    def test_unknown_columns_are_counted(self):
        self.write("f.tsv", "arabic\tenglish\tnote\tcolour\nكتاب\tbook\tn\tred\nقلم\tpen\t\tblue\n")
        self.assertEqual(self.ok("term", "import", "f.tsv").err,
                         'mizan: f.tsv: left out: 2 cells of column "colour"\n'
                         "mizan: f.tsv: 2 concepts added, 0 extended, 0 known already\n")

    def test_names_that_say_no_format(self):
        self.ok("term", "add", "كتاب", "book")
        self.fails("t.doc: the name does not say which format is wanted; end it in .tsv, .csv, "
                   ".xlsx, .tbx or .txt (OmegaT), or give --format", "term", "export", "--output",
                   "t.doc")
        self.ok("term", "export", "--output", "t.doc", "--format", "csv")
        self.assertEqual((self.folder / "t.doc").read_bytes(),
                         "arabic,english,status,note\r\nكتاب,book,preferred,\r\n".encode())


if __name__ == "__main__":
    unittest.main()
