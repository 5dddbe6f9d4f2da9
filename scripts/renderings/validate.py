"""Holds the renderings of one run against their schemas, against each other and against the programs that read them.

validate-renderings calls it; it prints a line for each check. Exit status 1: something does not hold; 2: something could not be checked.
"""

import argparse
import collections
import csv
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

import jsonschema_rs
import openpyxl
import yaml
from lxml import etree

HERE = pathlib.Path(__file__).parent
failures = []
unchecked = []


def check(name, problems, detail=""):
    """Prints whether a check holds; the first problems of one that does not."""
    problems = list(problems)
    print(f"{'ok  ' if not problems else 'FAIL'} {name}{': ' + detail if detail else ''}")
    for problem in problems[:5]:
        print(f"       {problem}")
    if len(problems) > 5:
        print(f"       and {len(problems) - 5} more")
    if problems:
        failures.append(name)


def skip(name, why):
    print(f"none {name}: {why}")
    unchecked.append(name)


def load(path):
    return json.loads(path.read_text("utf-8"))


def schema_errors(schema, value, **options):
    for error in jsonschema_rs.validator_for(schema, **options).iter_errors(value):
        yield f"/{'/'.join(map(str, error.instance_path))}: {error.message[:200]}"


class Sources:
    """The text files that were audited, line by line, as far as they are UTF-8."""

    def __init__(self, folder):
        self.folder = folder
        self.texts = {}

    def lines(self, path):
        if path not in self.texts:
            self.texts[path] = None
            if path.endswith((".txt", ".md", ".html")):
                try:
                    self.texts[path] = (self.folder / path).read_bytes().decode("utf-8").splitlines()
                except UnicodeDecodeError:
                    pass
        return self.texts[path]


def sarif(args, sources, summary):
    log = load(args.out / "audit.sarif")
    run = log["runs"][0]
    results = run["results"]
    schema = load(args.schemas / "sarif-2.1.0.json")
    check("SARIF by its schema", schema_errors(schema, log), f"{len(results)} results")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    def problems():
        if len(results) > 25_000 or len(rules) > 25_000:
            yield "more results than code scanning takes"
        seen = collections.Counter()
        for result in results:
            where = f"{result['ruleId']} in {result['locations'][0]['physicalLocation']['artifactLocation']['uri']}"
            if rules[result["ruleIndex"]] != result["ruleId"]:
                yield f"ruleIndex is of another rule: {where}"
            if not result["message"]["text"].strip():
                yield f"no message: {where}"
            seen[where, result["partialFingerprints"]["fazhiAudit/v1"]] += 1
            if len(result.get("relatedLocations", [])) > 1000:
                yield f"too many places: {where}"
        yield from (f"twice the same fingerprint: {where}" for (where, _), count in seen.items() if count > 1)
        unreadable = sum(result["ruleId"] == "document.unreadable" for result in results)
        if unreadable != summary["unreadable"]:
            yield f"{unreadable} unreadable documents instead of {summary['unreadable']}"

    check("SARIF: rules, fingerprints, limits", problems())

    compared = 0

    def snippets():
        nonlocal compared
        for result in results:
            for location in result["locations"] + result.get("relatedLocations", []):
                place = location["physicalLocation"]
                path = urllib.parse.unquote(place["artifactLocation"]["uri"])
                region = place["region"]
                lines = sources.lines(path)
                if lines is None or "snippet" not in region or region["startLine"] != region["endLine"]:
                    continue
                line = lines[region["startLine"] - 1]
                quoted = line[region["startColumn"] - 1 : region["endColumn"] - 1]
                compared += 1
                # A web page's text has its tags and entities taken away.
                if path.endswith(".html"):
                    quoted = quoted.replace("&lt;", "<").replace("&amp;", "&")
                # What would play tricks on a terminal is shown as a replacement; long quotations are cut.
                snippet = region["snippet"]["text"]
                if not (quoted == snippet or snippet.endswith("…") and quoted.startswith(snippet[:-1])):
                    yield f"{path}:{region['startLine']}:{region['startColumn']}: {quoted[:40]!r} is not {snippet[:40]!r}"

    problems = list(snippets())
    check("SARIF: regions are what they quote, in code points", problems, f"{compared} compared")


def junit(args, summary):
    tree = etree.parse(args.out / "audit.junit", etree.XMLParser(huge_tree=True))
    schema = etree.XMLSchema(etree.parse(args.schemas / "junit-10.xsd"))
    valid = schema.validate(tree)
    check("JUnit by Jenkins' XSD", [] if valid else map(str, schema.error_log))

    def problems():
        # The suite that bears the name of the program tells what was found in the folder as a whole.
        suites = [suite for suite in tree.getroot().findall("testsuite") if suite.get("name") != "fazhi-audit"]
        if len(suites) != summary["documents"]:
            yield f"{len(suites)} suites for {summary['documents']} documents"
        for suite in suites:
            cases = suite.findall("testcase")
            for name, count in [
                ("tests", len(cases)),
                ("failures", sum(case.find("failure") is not None for case in cases)),
                ("errors", sum(case.find("error") is not None for case in cases)),
                ("skipped", sum(case.find("skipped") is not None for case in cases)),
            ]:
                if suite.get(name) != str(count):
                    yield f"{suite.get('name')}: {name} is {suite.get(name)}, counted {count}"
        failed = sum(int(suite.get("failures")) > 0 for suite in suites)
        if failed != summary["failed"]:
            yield f"{failed} suites fail for {summary['failed']} documents that do"

    check("JUnit: its counts", problems())
    stated = {one.get("name"): one.get("value") for one in tree.getroot().iterfind("testsuite/properties/property")}
    check("JUnit: the statistics of the folder", [
        f"{name} is {stated.get(name)}" for name in ["documents", "passed", "failed", "unreadable", "mean_score"]
        if stated.get(name) != str(summary[name])
    ])


def own(args, audit):
    schema = load(args.own / "report.schema.json")
    check("JSON by our schema", schema_errors(schema, audit), f"{len(audit['documents'])} documents")
    lines = [json.loads(line) for line in (args.out / "audit.jsonl").read_text("utf-8").split("\n") if line]

    def problems():
        last = lines.pop()
        if last.pop("type") != "summary" or any(line.pop("type") != "document" for line in lines):
            yield "types are not documents and a last summary"
        if {**last, "documents": lines} != audit:
            yield "it says something else than the JSON"

    check("JSONL says what JSON says", problems())
    for name in ["compare", "copies", "baseline"]:
        value = load(args.out / f"{name}.json")
        check(f"JSON of {name} by our schema", schema_errors(load(args.own / f"{name}.schema.json"), value))
    config = load(args.own / "config.schema.json")
    for name in [".fazhi-audit.yaml", "print-config.yaml"]:
        value = yaml.load((args.out / name).read_text("utf-8"), yaml.SafeLoader)
        check(f"configuration by our schema, {name}", schema_errors(config, value or {}))


def small(args, sources, audit):
    schema = load(HERE / "gitlab-code-quality.schema.json")
    issues = load(args.out / "audit.gitlab")
    check("GitLab code quality by the schema from its documentation", schema_errors(schema, issues), f"{len(issues)}")
    counts = collections.Counter(issue["fingerprint"] for issue in issues)
    check("GitLab: fingerprints are unique", (mark for mark, count in counts.items() if count > 1))

    schema = load(HERE / "rdjson.schema.json")
    value = load(args.out / "audit.rdjson")
    check("rdjson by the schema from its protocol", schema_errors(schema, value), f"{len(value['diagnostics'])}")

    def outside():
        for diagnostic in value["diagnostics"]:
            location = diagnostic["location"]
            lines = sources.lines(location["path"])
            if lines is None or "range" not in location:
                continue
            for position in location["range"].values():
                width = len(lines[position["line"] - 1].encode()) + 1
                if position["column"] > width:
                    yield f"{location['path']}:{position['line']}:{position['column']}: the line has {width} bytes"

    check("rdjson: columns count bytes and lie in the line", outside())

    text = (args.out / "audit.markdown").read_text("utf-8")
    check("Markdown: fits a comment", [] if len(text) <= 65_536 else [f"{len(text)} characters"], f"{len(text)} characters")
    lines = (args.out / "audit.github").read_text("utf-8").splitlines()
    wrong = [line for line in lines[:-1] if not re.match(r"::(error|warning|notice) [a-zA-Z]+=[^:]*::.", line)]
    check("GitHub: ten annotations at most, and a line of summary", wrong + lines[11:])


def spreadsheets(args, audit):
    raw = (args.out / "audit.csv").read_bytes()
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True)))

    def problems():
        if not raw.startswith(b"\xef\xbb\xbf"):
            yield "no byte order mark"
        if len(rows) != len(audit["documents"]) + 1:
            yield f"{len(rows)} rows for {len(audit['documents'])} documents"
        yield from (f"row {i} has {len(row)} cells" for i, row in enumerate(rows, 1) if len(row) != len(rows[0]))
        for row, document in zip(rows[1:], audit["documents"]):
            if row[0].removeprefix("'") != document["path"]:
                yield f"{row[0]} instead of {document['path']}"
            if document["document"] and row[6] != (document["document"]["title"] or ""):
                yield f"title {row[6]!r} instead of {document['document']['title']!r}"
            if row[2] != ("" if document["score"] is None else str(document["score"])):
                yield f"score {row[2]} instead of {document['score']}"

    check("CSV as Python reads it", problems(), f"{len(rows)} rows of {len(rows[0])}")

    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return skip("CSV as LibreOffice reads it", "LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
             "--outdir", folder, "--infilter=CSV:44,34,76,1", str(args.out / "audit.csv")],
            check=True, capture_output=True, timeout=600)
        sheet = openpyxl.load_workbook(f"{folder}/audit.xlsx", read_only=True).active
        read = [list(row) for row in sheet.iter_rows(values_only=True)]

    def same(cell, value):
        if value is None:
            return cell == ""
        if isinstance(value, datetime.datetime):
            return cell == value.strftime("%Y-%m-%d")
        if isinstance(value, bool):
            return False
        if isinstance(value, (int, float)):
            return float(cell) == value
        return cell == value

    def differences():
        if len(read) != len(rows):
            yield f"{len(read)} rows instead of {len(rows)}"
        for number, (row, values) in enumerate(zip(rows, read), 1):
            for column, cell in enumerate(row):
                value = values[column] if column < len(values) else None
                if not same(cell, value):
                    yield f"row {number}, column {column + 1}: {value!r} instead of {cell!r}"

    check("CSV as LibreOffice reads it", differences(), f"{sum(map(len, rows))} cells")


def pages(args, audit):
    """What can be told of the pages without a browser: they are complete in themselves, and their links lead somewhere."""
    folder = args.out / "html"
    files = sorted(folder.iterdir())
    if len(files) != len(audit["documents"]) + 1:
        check("HTML: a page for each document", [f"{len(files)} files for {len(audit['documents'])} documents"])

    def problems():
        for file in [args.out / "audit.html"] + files:
            text = file.read_text("utf-8")
            tree = etree.HTML(text, etree.HTMLParser(huge_tree=True))
            ids = collections.Counter(tree.xpath("//@id"))
            yield from (f"{file.name}: id twice: {name}" for name, count in ids.items() if count > 1)
            for element in tree.iter():
                for name in ["src", "href", "action", "data", "poster", "srcset"]:
                    target = element.get(name)
                    if target is None or target.startswith("#") and target[1:] in ids:
                        continue
                    if name != "href" or "/" in target or not (folder / target).is_file():
                        yield f"{file.name}: <{element.tag} {name}={target!r}>"
            yield from (f"{file.name}: a script" for _ in tree.iter("script"))
            style = "".join(tree.xpath("//style/text()"))
            yield from (f"{file.name}: {what} in the style sheet" for what in re.findall(r"url\(|@import", style))

    size = sum(file.stat().st_size for file in files) / 1e6
    check("HTML: complete in itself, links and ids", problems(), f"{len(files)} pages, {size:.1f} MB")


def browser(args, audit):
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
    if not chromium:
        return skip("HTML in Chromium", "Chromium is not installed")
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    files = [args.out / "audit.html", args.out / "html/index.html"]
    files += sorted((args.out / "html").glob("d-*.html"), key=lambda file: file.stat().st_size)[:: max(len(audit["documents"]) // 3, 1)]
    with sync_playwright() as playwright:
        # As root in a container Chromium starts without its sandbox only; the pages are our own files.
        run = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for file in files:
            for look, width in [("light", 1280), ("dark", 1280), ("light", 390)]:
                name = f"{file.parent.name + '/' if file.parent != args.out else ''}{file.name[:12]} {look} {width}"
                view = run.new_page(color_scheme=look, viewport={"width": width, "height": 900})
                said, asked = [], []
                view.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
                view.on("pageerror", lambda error: said.append(str(error)))
                view.on("request", lambda request: asked.append(request.url))
                view.goto(file.absolute().as_uri(), wait_until="load", timeout=120_000)
                times = "performance.timing.loadEventEnd - performance.timing.navigationStart"
                seconds = view.evaluate(times) / 1000
                # Folded and far parts are looked at too.
                view.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                view.add_style_tag(content=".document{content-visibility:visible!important}")
                wide = view.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                found = Axe().run(view).response
                problems = said + [f"asks for {url}" for url in asked[1:]]
                problems += [f"{wide} pixels too wide"] if wide > 0 else []
                problems += [
                    f"{rule['id']}: {rule['help']}, {len(rule['nodes'])} times: {rule['nodes'][0]['html'][:160]}"
                    for rule in found["violations"]
                ]
                check(
                    f"Chromium and axe-core {found['testEngine']['version']}, {name}", problems,
                    f"loaded in {seconds:.1f} s, {len(found['passes'])} rules passed, {len(found['incomplete'])} for a person")
                view.close()
        run.close()


def main():
    parser = argparse.ArgumentParser()
    for name in ["out", "reports", "schemas", "own"]:
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    args = parser.parse_args()
    audit = load(args.out / "audit.json")
    sources = Sources(args.reports)
    own(args, audit)
    sarif(args, sources, audit["summary"])
    junit(args, audit["summary"])
    small(args, sources, audit)
    spreadsheets(args, audit)
    pages(args, audit)
    browser(args, audit)
    print(f"{len(failures)} checks fail, {len(unchecked)} could not be made")
    return 1 if failures else 2 if unchecked else 0


sys.exit(main())
