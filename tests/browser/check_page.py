#!/usr/bin/env python3
"""The page of `mizan check --format html` in headless Chromium: colours, filters, keys, and a
hostile text. Not part of the suite, for it needs a browser (Debian: chromium, fonts-noto-core):

    tests/browser/check_page.py build/release/cli/mizan FOLDER

Leaves screenshots in FOLDER, to be looked at. Exit 1 when something is not as it should be.
"""
import base64
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = ("</p></script><script>document.title='broken'</script><!-- <img src=x onerror=\"alert(1)\">"
           "\u2028\u202e\u2066 &amp; {{script}} ]]>")
PAIRS = 5000


class Browser:
    """Chromium by its debugging pipe: messages of JSON that end with a zero byte."""

    def __init__(self):
        to_child, self.out = os.pipe()
        self.input, from_child = os.pipe()
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)

        def connect():
            os.dup2(to_child, 3)
            os.dup2(from_child, 4)

        # The descriptors may be 3 and 4 themselves: move them out of the way.
        to_child, from_child = [os.dup(os.dup(fd)) for fd in (to_child, from_child)]
        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-pipe", f"--user-data-dir={self.profile.name}", "about:blank"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        self.count = 0
        self.buffer = b""
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target,
                                 flatten=True)["sessionId"]
        for domain in "Page", "Runtime", "Log", "Network":
            self.call(domain + ".enable")

    def read(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.input, 1 << 16)
            if not piece:
                raise EOFError("the browser ended")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, path, width, height, colours):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", media="",
                  features=[{"name": "prefers-color-scheme", "value": colours}])
        self.events.clear()
        self.call("Page.navigate", url=path.resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def key(self, key):
        for kind in "keyDown", "keyUp":
            self.call("Input.dispatchKeyEvent", type=kind, key=key,
                      **({"text": key} if kind == "keyDown" and len(key) == 1 else {}))

    def click(self, selector):
        place = self.value(f"""(() => {{
            const target = document.querySelector({json.dumps(selector)});
            target.scrollIntoView({{block: 'center'}});
            const box = target.getClientRects()[0];
            return [box.x + box.width / 2, box.y + box.height / 2]; }})()""")
        for kind in "mousePressed", "mouseReleased":
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1],
                      button="left", clickCount=1)

    def screenshot(self, path):
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def faults(self):
        """What a page must never do: errors, and requests beyond itself."""
        faults = []
        requests = 0
        for event in self.events:
            if event.get("method") in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled",
                                       "Log.entryAdded", "Page.javascriptDialogOpening"):
                faults.append(event)
            requests += event.get("method") == "Network.requestWillBeSent"
        return faults + ([f"{requests} requests"] if requests > 1 else [])

    def close(self):
        self.process.terminate()
        self.process.wait()


def make_page(binary, page, *words):
    status = subprocess.run([binary, "check", "--format", "html", "--output", page, *words],
                            cwd=ROOT, check=False).returncode
    assert status == 1, status
    return page


def main():
    binary, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    article = "examples/article/article"
    page = make_page(binary, (folder / "article.html").resolve(), "--glossary",
                     "examples/article/glossary.tsv", f"{article}.ar.txt",
                     f"{article}.errors.en.txt")
    hostile = folder / "<img src=x onerror='document.title=1'>&amp;\u202e.tsv"
    hostile.write_text(f"id\tdocument\tar\ten\n{HOSTILE}\t{HOSTILE}\tقتل 25 شخصًا {HOSTILE}.\t"
                       f"It killed 35 people {HOSTILE}.\n", encoding="utf-8")
    hostile_page = make_page(binary, (folder / "hostile.html").resolve(), hostile.resolve())
    long = folder / "long.tsv"
    with long.open("w", encoding="utf-8") as out:
        out.write("id\tdocument\tar\ten\n")
        for i in range(PAIRS):
            wrong = 1 if i % 10 == 0 else 0
            out.write(f"{i}\tpart {i // 40}\tوصلت {i + 11} شاحنة محملة بالوقود إلى المدينة بعد رحلة طويلة.\t"
                      f"After a long journey {i + 11 + wrong} lorries loaded with fuel reached the "
                      "city.\n")
    several = make_page(binary, (folder / "several.html").resolve(), long.resolve(),
                        f"{article}.ar.txt", f"{article}.en.txt")

    problems = []

    def expect(what, is_so):
        if not is_so:
            problems.append(what)

    browser = Browser()
    try:
        for width, height in (1280, 900), (390, 844):
            for colours in "light", "dark":
                name = f"{width}-{colours}"
                browser.open(page, width, height, colours)
                browser.screenshot(folder / f"{name}.png")
                expect(f"{name}: wider than the screen",
                       browser.value("document.documentElement.scrollWidth") <= width)
                count = browser.value("document.querySelectorAll('.finding').length")
                expect("findings of the planted faults", count >= 10)

                browser.key("j")
                browser.key("j")
                expect("the style of the page is allowed", browser.value(
                    "getComputedStyle(document.querySelector('.bead')).display") == "grid")
                expect("j j focuses the second finding", browser.value(
                    "document.activeElement === document.querySelectorAll('.finding')[1]"))
                expect("its words are lit", browser.value(
                    "document.querySelectorAll('mark.on').length") > 0)
                browser.screenshot(folder / f"{name}-second.png")
                browser.key("ArrowUp")
                expect("an arrow goes back", browser.value(
                    "document.activeElement === document.querySelectorAll('.finding')[0]"))

                visible = "[...document.querySelectorAll('.finding')].filter(f => !f.hidden).length"
                rule = browser.value("document.querySelector('.finding').dataset.rule")
                of_rule = browser.value(
                    f"document.querySelectorAll('.finding[data-rule=\"{rule}\"]').length")
                browser.click(f"#filter input[value='{rule}']")
                expect("a rule is filtered", browser.value(visible) == count - of_rule)
                expect("its marks are gone", browser.value(
                    "document.querySelector('mark.off') !== null"))
                browser.click(f"#filter input[value='{rule}']")
                browser.click("#rules")
                expect("no rule, no finding", browser.value(visible) == 0)
                browser.click("#rules")
                browser.key("e")
                errors = browser.value("document.querySelectorAll('.finding.error').length")
                expect("e hides the errors", browser.value(visible) == count - errors)
                browser.key("e")
                browser.click("#only")
                expect("beads without findings are hidden", browser.value(
                    "document.querySelectorAll('.bead[hidden]').length") > 0)
                browser.screenshot(folder / f"{name}-only.png")
                browser.click("mark[data-f]")
                expect("a click on words goes to their finding", browser.value(
                    "document.activeElement.classList.contains('finding')"))
                expect("Arabic runs from right to left", browser.value(
                    "getComputedStyle(document.querySelector('[lang=ar]')).direction") == "rtl")
                problems.extend(browser.faults())

        browser.open(page, 800, 1000, "dark")
        paper = browser.call("Page.printToPDF", printBackground=False, preferCSSPageSize=False)
        (folder / "print.pdf").write_bytes(base64.b64decode(paper["data"]))

        begin = time.monotonic()
        browser.open(several, 1280, 900, "light")
        print(f"{PAIRS} pairs, {several.stat().st_size >> 10} KB: open in "
              f"{time.monotonic() - begin:.2f} s", end=", ")
        begin = time.monotonic()
        for _ in range(10):
            browser.key("j")
        print(f"ten steps in {time.monotonic() - begin:.2f} s", end=", ")
        browser.screenshot(folder / "several.png")
        begin = time.monotonic()
        browser.key("o")
        print(f"filtered in {time.monotonic() - begin:.2f} s")
        browser.screenshot(folder / "several-only.png")
        expect("every pair is there", browser.value(
            "document.querySelectorAll('.bead').length") >= PAIRS)
        expect("documents have headings", browser.value(
            "document.querySelectorAll('h3').length") == PAIRS // 40)
        expect("files are listed", browser.value("document.querySelectorAll('nav li').length") == 2)
        problems.extend(browser.faults())

        browser.open(hostile_page, 1280, 900, "light")
        expect("a hostile text sets the title", browser.value("document.title") != "broken")
        expect("a hostile text or name is text", browser.value(
            "document.querySelectorAll('img').length === 0 && "
            "document.querySelectorAll('script').length === 1 && "
            "document.querySelectorAll('main h2 bdi').length === 1"))
        browser.screenshot(folder / "hostile.png")
        expect("a hostile text is shown whole", HOSTILE in browser.value(
            "document.querySelector('.side[lang=en]').textContent"))
        # Were the escaping ever to fail, the policy of the page would still stop it.
        browser.value("document.body.insertAdjacentHTML('beforeend', "
                      "'<img src=data:, onerror=\"document.title=1\">')")
        browser.value("new Promise(done => setTimeout(done, 200))")
        expect("the policy forbids handlers", browser.value("document.title") != "1")
    finally:
        browser.close()
    for problem in problems:
        print("wrong:", problem)
    print(f"{len(problems)} problems; screenshots in {folder}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
