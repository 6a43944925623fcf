"""SARIF 2.1.0, as far as Mizan writes it."""
import json
import os
from pathlib import Path


def check_sarif(test, log):
    """What SARIF 2.1.0 requires of the objects that are used, by section of the standard; and its
    schema, where MIZAN_SARIF_SCHEMA names it."""
    test.assertEqual(log["version"], "2.1.0")  # 3.13.2
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    test.assertTrue(driver["name"])  # 3.19.8
    ids = [rule["id"] for rule in driver["rules"]]
    test.assertEqual(len(set(ids)), len(ids))  # 3.49.3
    for rule in driver["rules"]:
        for text in "shortDescription", "fullDescription", "help":
            test.assertTrue(rule[text]["text"])  # 3.12.3
        test.assertIn(rule["defaultConfiguration"]["level"], {"note", "warning", "error"})
    test.assertEqual(run["columnKind"], "unicodeCodePoints")  # 3.14.17
    for invocation in run["invocations"]:
        test.assertIsInstance(invocation["executionSuccessful"], bool)  # 3.20.14
        for notification in invocation.get("toolExecutionNotifications", []):
            test.assertTrue(notification["message"]["text"])  # 3.58.5
    uris = {artifact["location"]["uri"] for artifact in run["artifacts"]}
    for result in run["results"]:
        test.assertEqual(ids[result["ruleIndex"]], result["ruleId"])  # 3.27.6
        test.assertIn(result["level"], {"note", "warning", "error"})
        test.assertTrue(result["message"]["text"])
        test.assertEqual(len(result["locations"]), 1)  # 3.27.12
        test.assertTrue(all(result["partialFingerprints"].values()))
        places = result["locations"] + result.get("relatedLocations", [])
        for place in places:
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            test.assertRegex(uri, r"\A([A-Za-z0-9._~/-]|%[0-9A-F]{2})+\Z")  # RFC 3986
            test.assertIn(uri, uris)
            region = place["physicalLocation"].get("region")
            if region:
                test.assertGreaterEqual(region["startLine"], 1)  # 3.30.5
                test.assertGreaterEqual(region.get("startColumn", 1), 1)
        related = [place["id"] for place in result.get("relatedLocations", [])]
        test.assertEqual(len(set(related)), len(related))  # 3.28.2
    schema = os.environ.get("MIZAN_SARIF_SCHEMA")
    if schema:
        import jsonschema
        jsonschema.validate(log, json.loads(Path(schema).read_text(encoding="utf-8")))
