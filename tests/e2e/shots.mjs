// Takes pictures of every view into tests/e2e/shots/: `node tests/e2e/shots.mjs [word ...]` takes those whose name (view, size,
// look, language) contains every word; `node tests/e2e/shots.mjs readme` those of the README. $LOOPSCOPE_DIST is the built page.

import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, newPage } from "./browser.mjs";
import { serve } from "./server.mjs";
import { bring, views } from "./views.mjs";
import { dist } from "./visit.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Width and height. `double` is 1440x900 at 200 %, `quadruple` at 400 %. */
const sizes = {
  wide: [1440, 900],
  beamer: [1920, 1080],
  laptop: [1366, 768],
  tablet: [768, 1024],
  narrow: [390, 844],
  least: [320, 568],
  double: [720, 450],
  quadruple: [360, 225],
};

/** The colour scheme and the other settings of the reader's system. */
const looks = {
  light: { scheme: "light" },
  dark: { scheme: "dark" },
  forced: { scheme: "light", media: { forcedColors: "active" } },
  night: { scheme: "dark", media: { forcedColors: "active" } },
  still: { scheme: "light", reducedMotion: true },
  print: { scheme: "light" },
};

/** The pictures of the README, in docs/. */
const pictures = {
  compare: "/s/concurrent?speed=instant&compare=1",
  paused: "/s/semaphore?at=1.9&task=T5",
};

const wanted = process.argv.slice(2);
const server = await serve({ root: dist });
const browser = await launch();
await mkdir(here("shots"), { recursive: true });
try {
  if (wanted.includes("readme")) for (const picture of Object.entries(pictures)) await takeForReadme(picture);
  else for (const shot of shots()) await take(shot).catch((error) => console.log(shot.file, error.message));
} finally {
  await browser.close();
  await server.close();
}

/** The pictures whose names contain every wanted word. */
function shots() {
  const all = Object.keys(views).flatMap((view) =>
    Object.keys(sizes).flatMap((size) =>
      Object.keys(looks).flatMap((look) => ["en", "fr"].map((language) => ({ view, size, look, language, file: [view, size, look, language].join("_") }))),
    ),
  );
  return all.filter(({ file }) => wanted.every((word) => file.split("_").includes(word)));
}

async function take({ view, size, look, language, file }) {
  const [width, height] = sizes[size];
  const { media, ...options } = looks[look];
  const { page, close, consoleErrors, pageErrors } = await newPage(browser, { language, width, height, ...options });
  try {
    if (media) await page.emulateMedia(media);
    await bring(page, server.url, view);
    if (look === "print") await writeFile(here(`shots/${file}.pdf`), await page.pdf({ format: "A4" }));
    else await page.screenshot({ path: here(`shots/${file}.png`) });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) console.log(file, `is ${wide} px wide`);
    if (consoleErrors.length + pageErrors.length) console.log(file, consoleErrors, pageErrors);
  } finally {
    await close();
  }
}

async function takeForReadme([name, address]) {
  const { page, close } = await newPage(browser, { language: "en", scheme: "light", width: 1440, height: 900 });
  await page.goto(`${server.url}#${address}`);
  await page.locator("main:is([data-run-state=finished], [data-run-state=paused])").waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: here(`../../docs/${name}.png`) });
  await close();
}
