// Opens readers' files: programs with every kind of line end, notebooks, and files that are not programs.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openFile, openText, pythonTwoLine } from "../../static/editor/open.js";

const bytes = (text) => new TextEncoder().encode(text);
const cell = (source, type = "code") => ({ cell_type: type, source, metadata: {}, outputs: [] });
const notebook = (...cells) => JSON.stringify({ cells, metadata: { kernelspec: { language: "python" } }, nbformat: 4 });
const codes = (notes) => notes.map(({ code }) => code);

describe("a file", () => {
  test("keeps its text and its name", () => {
    assert.deepEqual(openFile("rêve.py", bytes("x = 'é'\n")), { name: "rêve.py", text: "x = 'é'\n", notebook: false, notes: [] });
    assert.equal(openFile("a.txt", bytes("")).name, "a.py");
    assert.equal(openFile("README", bytes("")).name, "README.py");
  });

  test("with CR LF gets \\n, with a note", () => {
    assert.deepEqual(openFile("a.py", bytes("a\r\nb\rc\n")), { name: "a.py", text: "a\nb\nc\n", notebook: false, notes: [{ code: "crlf" }] });
  });

  test("may begin with a byte order mark", () => {
    assert.equal(openFile("a.py", bytes("\uFEFFx = 1")).text, "x = 1");
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[..."x = 1"].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    assert.equal(openFile("a.py", utf16).text, "x = 1");
  });

  test("in Windows-1252 is decoded, with a note", () => {
    assert.deepEqual(openFile("a.py", Uint8Array.from([0x23, 0xe9])), { name: "a.py", text: "#é", notebook: false, notes: [{ code: "not_utf8" }] });
  });

  test("that is binary is refused, wherever its zero byte is", () => {
    assert.throws(() => openFile("a.py", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1])), { code: "binary" });
    assert.throws(() => openFile("a.py", bytes(`${"x = 1\n".repeat(20_000)}\0`)), { code: "binary" });
    assert.throws(() => openFile("a.py", Uint8Array.from({ length: 300 }, (_, index) => (index % 30) + 1)), { code: "binary" });
  });

  test("of more than 1 MB is refused, of 1 MB is not", () => {
    assert.equal(openFile("a.py", new Uint8Array(1024 * 1024).fill(35)).text.length, 1024 * 1024);
    assert.throws(() => openFile("a.py", new Uint8Array(1024 * 1024 + 1).fill(35)), { code: "too_big" });
    assert.throws(() => openText("é".repeat(600_000)), { code: "too_big" });
  });
});

describe("tabs", () => {
  test("without spaces become four spaces each", () => {
    const { text, notes } = openText("if a:\n\tif b:\n\t\tc\t= 1\n");
    assert.equal(text, "if a:\n    if b:\n        c\t= 1\n");
    assert.deepEqual(notes, [{ code: "tabs" }]);
  });

  test("mixed with spaces go to the next multiple of eight, as in CPython", () => {
    assert.equal(openText("if a:\n    if b:\n\tc = 1\n").text, "if a:\n    if b:\n        c = 1\n");
  });

  test("inside a string of several lines stay", () => {
    const text = 'a = """\n\tb\n"""\n';
    assert.deepEqual(openText(text), { text, notebook: false, notes: [] });
  });
});

describe("a notebook", () => {
  test("becomes its code cells, one after the other", () => {
    const given = notebook(cell("# Titre", "markdown"), cell(["import asyncio\n", "x = 1"]), cell(""), cell("await asyncio.sleep(x)\n\n"));
    assert.deepEqual(openFile("cours 3.ipynb", bytes(given)), {
      name: "cours 3.py",
      text: "# %%\nimport asyncio\nx = 1\n\n# %%\nawait asyncio.sleep(x)\n",
      notebook: true,
      notes: [],
    });
  });

  test("may be pasted as JSON, and may have the old format", () => {
    assert.equal(openText(notebook(cell("x = 1"))).text, "# %%\nx = 1\n");
    const old = { worksheets: [{ cells: [{ cell_type: "code", input: ["x = 1\n", "y = 2"] }] }], nbformat: 3 };
    assert.equal(openText(JSON.stringify(old)).text, "# %%\nx = 1\ny = 2\n");
  });

  test("gets comments for its magics, and a `pass` in a block that would be empty", () => {
    const source = "%matplotlib inline\n!pip install aiohttp\nif a:\n    !ls\nfiles = !ls\nlen?\nx = 1 % 2";
    const { text, notes } = openText(notebook(cell(source)));
    assert.equal(text, "# %%\n# %matplotlib inline\n# !pip install aiohttp\nif a:\n    pass  # !ls\n# files = !ls\n# len?\nx = 1 % 2\n");
    assert.deepEqual(notes, [{ code: "magics" }]);
  });

  test("keeps code that only looks like a magic", () => {
    const source = 'print("%d"\n      % 3)\ntext = """\n%run\n!ls\n"""\ny = (1\n% 2)';
    assert.deepEqual(openText(notebook(cell(source))), { text: `# %%\n${source}\n`, notebook: true, notes: [] });
  });

  test("keeps a cell with %%time, and comments out a cell in another language", () => {
    const { text } = openText(notebook(cell("%%time\nx = 1"), cell("%%bash\nls\n\necho"), cell("y = 2")));
    assert.equal(text, "# %%\n#%%time\nx = 1\n\n# %%\n#%%bash\n# ls\n#\n# echo\n\n# %%\ny = 2\n");
  });

  test("without cells, in another language or without code is refused", () => {
    const open = (text) => () => openFile("a.ipynb", bytes(text));
    assert.throws(open("{"), { code: "not_a_notebook" });
    assert.throws(open("[1]"), { code: "not_a_notebook" });
    assert.throws(open('{"cells": 3}'), { code: "not_a_notebook" });
    assert.throws(open(JSON.stringify({ cells: [cell("1")], metadata: { kernelspec: { language: "R" } } })), { code: "not_python" });
    assert.throws(open(notebook(cell("text", "markdown"))), { code: "no_code" });
  });

  test("may be larger than a program, since it contains pictures", () => {
    const picture = { cell_type: "code", source: "x = 1", outputs: [{ data: { "image/png": "A".repeat(3_000_000) } }] };
    assert.equal(openFile("a.ipynb", bytes(notebook(picture))).text, "# %%\nx = 1\n");
  });
});

describe("Python 2", () => {
  for (const line of [
    'print "hello"', "print x", "    print x, y", 'if a: print "b"', "print >>sys.stderr, x", "except ValueError, error:",
    'raise ValueError, "no"', 'exec "x = 1"', "if a <> b: pass", "x = `y`", "mode = 0777", "n = 10L", 's = ur"x"',
    "for k, v in d.iteritems(): pass", "import urllib2", "for i in xrange(3): pass", 'name = raw_input("?")',
  ]) {
    test(`is recognized in ${line}`, () => {
      assert.equal(pythonTwoLine(`x = 1\n${line}\n`), 2);
      assert.deepEqual(openText(`x = 1\n${line}\n`).notes, [{ code: "python2", line: 2 }]);
    });
  }

  for (const line of [
    'print("hello")', 'print ("hello")', "print = log", "print, x = 1, 2", "# print x", '"print x"', 'x = """\nprint x\n"""',
    "except (ValueError, KeyError):", "except ValueError as error:", "raise ValueError(1, 2)", "exec(code)", "a = b < c > d",
    "mode = 0o777", "n = 0", "n = 00", "t = 10.07", "x = 1e07", "s = u'x'", "def xrange(n): return range(n)\nxrange(3)",
    "unicode = str\nunicode(3)", "def f(x):\n    return print if x else None", "print in names", "x = 0xL1 if 0 else 1",
    "match = [\n  print\n]", "name = 'it''s `x`'", 'print(f"{a!r}")', "log(print\n)", "print.x", "x = d.get('0777')", "1_0",
  ]) {
    test(`is not recognized in ${JSON.stringify(line)}`, () => assert.equal(pythonTwoLine(`${line}\n`), 0));
  }
});

test("an unfinished program is opened unchanged", () => {
  const text = "async def main(:\n    print('''\n\n  await";
  assert.deepEqual(openText(text), { text, notebook: false, notes: [] });
});

describe("a program is run as a notebook", () => {
  for (const text of [
    "import asyncio\nawait asyncio.sleep(1)\n", "x = await f()", "print(await f())", "async with a:\n    pass", "if a:\n    await b()",
    "async def f():\n    await g()\n\nawait f()", "x = (\n  await f()\n)", "# %%\nx = 1", "async for x in y: pass", "[await x for x in y]",
  ]) {
    test(`if its text is ${JSON.stringify(text)}`, () => assert.equal(openText(text).notebook, true));
  }
  for (const text of [
    "async def f():\n    await g()\n", "async def f(): await g()", "class A:\n    async def f(self):\n        x = (1,\n  await g())\n",
    "# await f()", "'await f()'", 'x = """\nawait f()\n"""', "async def f():\n    if a:\n\n        await g()\n# a comment\n    await h()\n",
    "x.await_", "awaited = f(1)", "async def f(\n  a,\n):\n    await a\n",
  ]) {
    test(`but not if its text is ${JSON.stringify(text)}`, () => assert.equal(openText(text).notebook, false));
  }
});

test("1 MB of one character is opened without a long search", () => {
  for (const letter of ["x", "(", '"', "'", "\\", "\t", " ", "0", "`a`", "%\n", "{", "print "]) {
    // A regular expression that backtracks from every character would take much longer than this limit.
    const begin = performance.now();
    openText(letter.repeat(Math.floor((1024 * 1024 - 16) / letter.length)));
    assert.ok(performance.now() - begin < 20_000, `${JSON.stringify(letter)}: ${performance.now() - begin} ms`);
  }
});

test("each note is given once", () => {
  const given = notebook(cell("%time\r\n\tx = 1\r\n"), cell("!ls\r\nprint 3"));
  assert.deepEqual(codes(openText(given).notes), ["magics", "tabs", "python2"]);
});
