// @ts-check
// Finishes a built page: makes a release small, says under which licences its parts are, and what each file must be. Trunk calls
// this as its last hook: whatever else adds files to dist does so in an earlier stage (`pre_build` or `build`).

import { writeDigests } from "./digests.mjs";
import { writeLicenses } from "./licenses.mjs";
import { optimize } from "./optimize.mjs";
import { Page } from "./page.mjs";

const page = new Page(process.env.TRUNK_STAGING_DIR);
if (process.env.TRUNK_PROFILE === "release") await optimize(page);
writeLicenses(page.folder);
writeDigests(page);
page.write();
