// The size of the page: what a first visit transfers at six addresses.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { budget, places, sum, transfersOf } from "./transfers.mjs";
import { open } from "./visit.mjs";

const site = await open();
after(site.close);

/** The files that may load after the result: texts of the view, and the icon, which the browser loads at any time. */
const later = /^(text|scenarios)\/|^icon-/;

for (const [address, shown] of Object.entries(places)) {
  test(`a visit of ${address || "the contents"} transfers at most ${budget} KB, no file twice, and no part of the program after its result`, async (context) => {
    const { until, after } = await transfersOf(site.browser, site.url + address, shown);
    const size = sum([...until, ...after], "gzipped") / 1024;
    const heaviest = until.slice(0, 3).map(({ name, gzipped }) => `${name} ${(gzipped / 1024).toFixed(1)}`);
    context.diagnostic(`${size.toFixed(1)} KB, of it ${heaviest.join(", ")}`);
    assert.ok(size <= budget, `${size.toFixed(1)} KB`);
    assert.deepEqual(after.map(({ name }) => name).filter((name) => !later.test(name)), []);
    const names = [...until, ...after].map(({ name }) => name).filter((name) => !name.startsWith("icon-"));
    assert.deepEqual(names.filter((name, place) => names.indexOf(name) !== place), [], "transferred twice");
  });
}
