#!/usr/bin/env python3
"""Holds every include of the project against the table of rooms; dependencies point only downward.

    layering.py ROOT

Rules: a room of tm/ includes only the rooms that TABLE allows; the paths are written in full;
cli/ includes cli/ and tm/ only; SQLite's header stays in tm/memory, ICU's, utf8proc's and expat's
in .cc files; no include of a .cc file; every header has #pragma once; no two headers define types
of one name, which a linker would take for one and the same.
"""
import pathlib
import re
import sys

TABLE = {
    "base": "",
    "model": "base",
    "text": "base model",
    "lang": "base model text",
    "align": "base model text lang",
    "memory": "base model text lang",
    "term": "base model text lang memory",
    "variant": "base model text lang memory term",
    "check": "base model text lang align memory term variant",
    "format": "base model text",
    "report": "base model text",
    "project": "base model text lang align memory term variant check format report",
}
ONLY_IN_SOURCES = re.compile(r"^(unicode/|utf8proc|expat|sqlite3|zlib|nlohmann/)")
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)[^;]*$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def faults(root):
    homes = {}
    for path in sorted([*root.glob("tm/**/*.h"), *root.glob("tm/**/*.cc"),
                        *root.glob("cli/*.h"), *root.glob("cli/*.cc")]):
        name = path.relative_to(root)
        room = name.parts[1] if name.parts[0] == "tm" else None
        if room is not None and room not in TABLE:
            yield f"{name}: no room {room} in the table"
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".h" and "#pragma once" not in text:
            yield f"{name}: no #pragma once"
        for number, line in enumerate(text.splitlines(), 1):
            if path.suffix == ".h" and (defined := TYPE.match(line)):
                home = homes.setdefault(defined[1], name)
                if home != name:
                    yield f"{name}:{number}: defines {defined[1]}, as {home} does"
            found = INCLUDE.match(line)
            if not found:
                continue
            quoted, target = found[1] == '"', found[2]
            here = f"{name}:{number}: includes {target}"
            if target.endswith(".cc"):
                yield f"{here}, a source file"
            if not quoted:
                if path.suffix == ".h" and ONLY_IN_SOURCES.match(target):
                    yield f"{here} in a header"
                if target == "sqlite3.h" and room != "memory":
                    yield f"{here} outside tm/memory"
                continue
            parts = target.split("/")
            if room is None:
                if parts[0] not in ("cli", "tm"):
                    yield f"{here}, neither cli/ nor tm/"
            elif parts[0] != "tm" or len(parts) != 3:
                yield f"{here}: write tm/<room>/<file>"
            elif parts[1] != room and parts[1] not in TABLE[room].split():
                yield f"{here}: {room} may not include {parts[1]}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "every include points downward")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
