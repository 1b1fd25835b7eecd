// A program that is packed into an address is unpacked unchanged; any other text is refused with a code.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode, longestLink, pack, unpack } from "../../static/editor/link.js";

/** Random letters, which do not compress. */
const noise = (length) => {
  let seed = 7;
  const letter = () => String.fromCharCode(33 + ((seed = (seed * 48271) % 2147483647) % 90));
  return Array.from({ length }, letter).join("");
};

for (const text of ["", "x = 1\n", "print('é à l’œuvre 🚀')\r\n\t", "\uFEFFx", "await asyncio.sleep(1)\n".repeat(1000), noise(10_000)]) {
  test(`${JSON.stringify(text.slice(0, 20))} of ${text.length} characters is decoded unchanged`, async () => {
    const link = await encode(text);
    assert.match(link, /^[\w-]+$/);
    assert.equal(await decode(link), text);
  });
}

test("the link of a program of 22 lines is short", async () => {
  const text = Array.from({ length: 22 }, (_, line) => `    await asyncio.sleep(${line})  # ${noise(10)}`).join("\n");
  assert.ok((await encode(text)).length < 2000);
});

test("a text whose link would be too long is refused", async () => {
  await assert.rejects(encode(noise(40_000)), { code: "too_long" });
  await assert.rejects(decode("A".repeat(longestLink + 1)), { code: "too_long" });
});

test("a short link that decompresses to megabytes is refused", async () => {
  await assert.rejects(decode(await encode("a".repeat(2_000_000))), { code: "too_long" });
});

test("a text that is not a packed program is refused", async () => {
  const link = await encode("x = 1\ny = 2\n");
  for (const broken of ["", "!", "x = 1", link.slice(0, -4), `${link.slice(0, 3)}____${link.slice(7)}`, "A", "AAAAA", `${link}=`]) {
    await assert.rejects(decode(broken), { code: "broken" }, broken);
  }
});

/** Random programs of several files with all kinds of letters. The seed is fixed. */
function* programs(count) {
  let seed = 41;
  const below = (limit) => (seed = (seed * 48271) % 2147483647) % limit;
  const letters = [..."abz_ 019.,:;#'\"\\()[]{}=\n\t\r\u2028é€œ\u00a0\uFEFF𝄞🚀%&+/?"];
  const text = (length) => Array.from({ length }, () => letters[below(letters.length)]).join("");
  for (let made = 0; made < count; made += 1) {
    const names = below(3) === 0 ? ["program.py"] : Array.from({ length: 1 + below(4) }, (_, index) => `file ${index}é.py`);
    yield names.map((name) => ({ name, text: text(below(300)) }));
  }
}

test("every file of a program is unpacked unchanged", async () => {
  for (const files of programs(300)) {
    const link = await pack(files);
    assert.match(link, /^[\w-]+$/);
    assert.deepEqual((await unpack(link)).files, files);
  }
});

test("the link of one file with the default name has only its text, as older links have", async () => {
  assert.equal(await pack([{ name: "program.py", text: "x = 1\n" }]), await encode("x = 1\n"));
  assert.deepEqual((await unpack(await encode("print 1\n"))).notes, [{ code: "python2", line: 1 }]);
});

test("files without names, with equal names or with zero bytes are neither packed nor unpacked", async () => {
  await assert.rejects(pack([{ name: "program.py", text: "a\0b" }]), { code: "binary" });
  for (const text of ["\0", "\0a.py", "\0\0x", "\0a.py\0x\0a.py\0y", "\0../a\0x", "\0a\0x\0b"]) {
    await assert.rejects(unpack(await encode(text)), { code: "broken" }, JSON.stringify(text));
  }
});
