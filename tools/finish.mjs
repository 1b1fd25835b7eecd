// @ts-check
// Finishes a built page: minifies a release, and writes the licences of its parts and the digests of its files. Trunk calls
// this as its last hook; hooks that add files to dist run in an earlier stage (`pre_build` or `build`).

import { writeDigests } from "./digests.mjs";
import { inline } from "./inline.mjs";
import { writeLicenses } from "./licenses.mjs";
import { optimize } from "./optimize.mjs";
import { Page } from "./page.mjs";

const page = new Page(process.env.TRUNK_STAGING_DIR);
if (process.env.TRUNK_PROFILE === "release") await optimize(page);
inline(page);
writeLicenses(page.folder);
writeDigests(page);
page.write();
