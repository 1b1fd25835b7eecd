// The results of an instant run of an address, with which tests compare a live run.

import assert from "node:assert/strict";
import { logRows, tableRows, untilRun, visit } from "./visit.mjs";

/** The log of an instant run of this address, in a new page. */
export function instantLog(site, address) {
  return instant(site, address, "log", logRows);
}

/** The table of an instant run of this address, in a new page. */
export function instantTable(site, address) {
  return instant(site, address, "table", tableRows);
}

async function instant(site, address, tab, read) {
  let rows = [];
  await visit(site, `${address}${address.includes("?") ? "&" : "?"}speed=instant&tab=${tab}`, {}, async (page) => {
    await untilRun(page, "finished");
    rows = await read(page);
  });
  assert.ok(rows.length > 0, "an instant run has rows");
  return rows;
}
