"""The rules of TBX-Basic (ISO 30042 and the modules Core, Min and Basic of tbxinfo.net), in all three
styles, as a slow and obvious check of a document."""
import re
import xml.etree.ElementTree as ElementTree

CORE = "{urn:iso:std:iso:30042:ed-2}"
MODULES = {"{http://www.tbxinfo.net/ns/min}": "min", "{http://www.tbxinfo.net/ns/basic}": "basic"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CONCEPT, LANGUAGE, TERM, ANY = "concept", "language", "term", ("concept", "language", "term")

# category: (element, module, levels, values)
CATEGORIES = {
    "administrativeStatus": ("termNote", "min", (TERM,), {
        f"{value}Term-admn-sts" for value in ("admitted", "deprecated", "preferred", "superseded")}),
    "customerSubset": ("admin", "min", ANY, None),
    "externalCrossReference": ("xref", "min", (CONCEPT, TERM), None),
    "partOfSpeech": ("termNote", "min", (TERM,), {
        "adjective", "adverb", "noun", "other", "properNoun", "verb"}),
    "subjectField": ("descrip", "min", (CONCEPT,), None),
    "context": ("descrip", "basic", (TERM,), None),
    "crossReference": ("ref", "basic", (CONCEPT, TERM), None),
    "definition": ("descrip", "basic", (CONCEPT, LANGUAGE), None),
    "geographicalUsage": ("termNote", "basic", (TERM,), None),
    "grammaticalGender": ("termNote", "basic", (TERM,), {
        "feminine", "masculine", "neuter", "other"}),
    "projectSubset": ("admin", "basic", ANY, None),
    "responsibility": ("transacNote", "basic", ANY, None),
    "source": ("admin", "basic", ANY, None),
    "termLocation": ("termNote", "basic", (TERM,), {
        "checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage",
        "interactiveMessage", "menuItem", "progressBar", "pushButton", "radioButton", "slider",
        "spinBox", "tab", "tableText", "textBox", "toolTip", "user-definedType"}),
    "termType": ("termNote", "basic", (TERM,), {
        "abbreviation", "acronym", "fullForm", "phrase", "shortForm", "variant"}),
    "transactionType": ("transac", "basic", ANY, {"origination", "modification"}),
    "xGraphic": ("xref", "basic", (CONCEPT,), None),
}
VERSION_2 = {"root": "martif", "header": "martifHeader", "entry": "termEntry",
             "section": "langSet", "term": "tig"}
VERSION_3 = {"root": "tbx", "header": "tbxHeader", "entry": "conceptEntry", "section": "langSec",
             "term": "termSec"}


class Checker:
    def __init__(self, root):
        self.faults = []
        self.ids = set()
        self.targets = []
        self.version = 2 if root.tag == "martif" else 3
        self.style = root.get("style") or "dca"
        self.names = VERSION_2 if self.version == 2 else VERSION_3
        self.check_document(root)

    def fault(self, message):
        self.faults.append(message)

    def name(self, element):
        """The core name of an element; None for one of a module."""
        if self.version == 2:
            return element.tag
        return element.tag[len(CORE):] if element.tag.startswith(CORE) else None

    def attributes(self, element, allowed):
        for name in element.attrib:
            if name not in allowed:
                self.fault(f"{element.tag}: attribute {name}")
        identifier = element.get("id")
        if identifier is not None:
            if not re.fullmatch(r"[^\W\d][\w.-]*", identifier):
                self.fault(f"{identifier!r} is no XML name")
            if identifier in self.ids:
                self.fault(f"{identifier!r} is there twice")
            self.ids.add(identifier)

    def no_text(self, element):
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            self.fault(f"{element.tag}: text between elements")

    def check_document(self, root):
        if self.name(root) != self.names["root"]:
            self.fault(f"the root is {root.tag}")
        if root.get("type") != "TBX-Basic" or not root.get(XML_LANG):
            self.fault("the root says neither TBX-Basic nor a language")
        if self.version == 3 and root.get("style") not in ("dca", "dct"):
            self.fault("the root does not say its style")
        if [self.name(child) for child in root] != [self.names["header"], "text"]:
            self.fault("the root holds something else than a header and a text")
        source = [self.name(element) for element in root[0].iter()]
        if source[1:4] != ["fileDesc", "sourceDesc", "p"]:
            self.fault(f"the header is {source}")
        body = root[1][0]
        if self.name(body) != "body" or len(root[1]) != 1 or not len(body):
            self.fault("the text is not one body with concepts")
        for entry in body:
            self.check_entry(entry)
        for target in self.targets:
            if target not in self.ids:
                self.fault(f"nothing is called {target!r}")

    def split(self, element, child_name, attributes):
        """The children before the first `child_name`, and the rest, which must all be such."""
        self.attributes(element, attributes)
        self.no_text(element)
        children = list(element)
        at = next((i for i, child in enumerate(children) if self.name(child) == child_name),
                  len(children))
        if at == len(children) or any(self.name(c) != child_name for c in children[at:]):
            self.fault(f"{element.tag}: {child_name} must come last, at least once")
        return children[:at], children[at:]

    def check_entry(self, entry):
        if self.name(entry) != self.names["entry"]:
            self.fault(f"{entry.tag} in the body")
        said, sections = self.split(entry, self.names["section"], ("id",))
        for element in said:
            self.check_said(element, CONCEPT)
        tags = [section.get(XML_LANG) for section in sections]
        if None in tags or len(set(tags)) != len(tags):
            self.fault(f"sections of the languages {tags}")
        for section in sections:
            said, terms = self.split(section, self.names["term"], (XML_LANG, "id"))
            for element in said:
                self.check_said(element, LANGUAGE)
            for term in terms:
                self.check_term(term)

    def check_term(self, term):
        self.attributes(term, ("id",))
        self.no_text(term)
        children = list(term)
        if not children or self.name(children[0]) != "term" or not (children[0].text or "").strip():
            self.fault("a term section does not start with its term")
            return
        self.attributes(children[0], ())
        notes_over = False
        for element in children[1:]:
            kind = self.check_said(element, TERM)
            if kind == "termNote" and notes_over:
                self.fault("a termNote behind other statements")
            notes_over = notes_over or kind != "termNote"

    def category(self, element, level):
        """Checks one data category; the kind of element that carries it."""
        module = next((MODULES[space] for space in MODULES if element.tag.startswith(space)), None)
        if self.style == "dct" and module:
            name = element.tag.split("}")[1]
        else:
            name = element.get("type")
        if name not in CATEGORIES:
            self.fault(f"{element.tag}: {name} is no category of the dialect")
            return None
        carrier, home, levels, values = CATEGORIES[name]
        if self.style == "dct":
            if module != home:
                self.fault(f"{name} is in the module {module}")
        elif self.name(element) != carrier:
            self.fault(f"{name} in {element.tag}")
        self.attributes(element, ("type", "target") if carrier in ("ref", "xref") else ("type",))
        if self.style == "dct" and "type" in element.attrib:
            self.fault(f"{name} has a type")
        if level not in levels:
            self.fault(f"{name} at the level of the {level}")
        text = element.text or ""
        if values is not None and text not in values:
            self.fault(f"{name} is {text!r}")
        if not text.strip() and carrier != "ref" and not element.get("target"):
            self.fault(f"{name} is empty")
        if carrier == "ref" and element.get("target"):
            self.targets.append(element.get("target"))
        if len(element):
            self.fault(f"{name} holds elements")
        return carrier

    def check_said(self, element, level):
        name = self.name(element)
        if name == "note":
            self.attributes(element, ())
            return "note"
        if name == "descripGrp":
            self.no_text(element)
            kinds = [self.category(child, level) for child in element]
            if not kinds or kinds[0] != "descrip" or set(kinds[1:]) - {"admin"}:
                self.fault(f"a descripGrp of {kinds}")
            return name
        if name == "transacGrp":
            self.no_text(element)
            kinds = ["date" if self.name(child) == "date" else self.category(child, level)
                     for child in element]
            if kinds[:1] != ["transac"] or sorted(kinds[1:]) not in (
                    [], ["date"], ["transacNote"], ["date", "transacNote"]):
                self.fault(f"a transacGrp of {kinds}")
            for child in element:
                if self.name(child) == "date" and not re.fullmatch(
                        r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?", child.text or ""):
                    self.fault(f"the date {child.text}")
            return name
        return self.category(element, level)


def faults_of(path):
    """What is wrong with the TBX-Basic document at `path`; an empty list when nothing is."""
    return Checker(ElementTree.parse(path).getroot()).faults
