// Tests faults that were first seen on pictures of the page: cut words, cut tables and prints, marks in forced colours.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { eventually, frames, open, openTab, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

const phone = { width: 390, height: 844 };
const least = { width: 320, height: 568 };
const wide = { width: 1440, height: 900 };

/** The words at the ends of lanes that are visible and cut off. */
const cutWords = (page) =>
  page.locator(".lane .end").evaluateAll((ends) =>
    ends
      .filter((end) => {
        const [box, halo, word] = [end, end.querySelector(".halo"), end.querySelector("b")].map((part) => part.getBoundingClientRect());
        const hidden = word.top >= box.bottom - 1;
        return !hidden && word.right > Math.min(box.right, halo.right, innerWidth) + 1;
      })
      .map((end) => end.textContent),
  );

/** The visible words at the ends of lanes, except those of results. */
const endWords = (page) =>
  page.locator('.lane .end:not([data-end="result"])').evaluateAll((ends) =>
    ends
      .filter((end) => end.querySelector("b").getBoundingClientRect().top < end.getBoundingClientRect().bottom - 1)
      .map((end) => end.querySelector("b").textContent),
  );

describe("at the end of a lane", () => {
  for (const [id, words] of [
    ["cancellation", ["annulée", "annulée", "avalée"]],
    ["task-group", ["erreur", "annulée"]],
    ["barrier?parties=4", ["jamais", "jamais", "jamais", "jamais"]],
  ]) {
    test(`the word is visible and not cut off, on narrow and wide screens: ${id}`, async () => {
      for (const size of [least, phone, wide]) {
        const address = `/s/${id}${id.includes("?") ? "&" : "?"}speed=instant&lang=fr`;
        await visit(site, address, { language: "fr", ...size }, async (page) => {
          await untilRun(page, "finished");
          await eventually(() => endWords(page), (seen) => seen.join() === words.join(), `${words} at ${size.width} px`);
          assert.deepEqual(await cutWords(page), []);
        });
      }
    });
  }

  test("a result's word is hidden if it would be cut off", async () => {
    for (const size of [least, phone, wide]) {
      await visit(site, "/s/create-task?speed=instant", size, async (page) => {
        await untilRun(page, "finished");
        await frames(page, 5);
        assert.deepEqual(await cutWords(page), [], `${size.width} px`);
      });
    }
  });
});

test("the table of a run's figures fits the width of the screen", async () => {
  for (const [language, size] of [["fr", phone], ["fr", wide], ["en", { width: 768, height: 1024 }]]) {
    await visit(site, `/s/cancellation?speed=instant&lang=${language}`, size, async (page) => {
      await untilRun(page, "finished");
      const box = page.locator(".scrollx:has(.outcome)");
      await eventually(() => box.evaluate((box) => box.scrollWidth - box.clientWidth), (more) => more <= 0, `a table within ${size.width} px`);
    });
  }
});

test("on a narrow screen the question follows the title, and the fields are in one column", () =>
  visit(site, "/s/api-gateway", phone, async (page) => {
    const top = (what) => page.locator(what).evaluate((element) => element.getBoundingClientRect().top);
    assert.ok((await top(".question")) < (await top("#edit")));
    const lefts = await page.locator('.param input:not([type="range"], [type="checkbox"])').evaluateAll((fields) =>
      fields.filter((field) => !field.closest(".seed")).map((field) => Math.round(field.getBoundingClientRect().left)),
    );
    assert.equal(new Set(lefts).size, 1, String(lefts));
  }));

test("at 768 px no title has more than two lines, and listings are one above the other", async () => {
  for (const id of ["producer-consumer", "system-monitor"]) {
    await visit(site, `/s/${id}?tab=code&lang=fr`, { width: 768, height: 1024 }, async (page) => {
      const lines = await page.locator("#work h1").evaluate((title) => Math.round(title.getBoundingClientRect().height / parseFloat(getComputedStyle(title).lineHeight)));
      assert.ok(lines <= 2, `${id}: ${lines} lines`);
      await page.locator("#panel .codes button").first().waitFor();
      const [rust, python] = await page.locator("#panel .codes figure").evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().left));
      assert.equal(rust, python);
    });
  }
});

test("at a zoom of 200 % no name is cut off, and the buttons of the run have their words", async () => {
  for (const [id, language] of [["priority-tasks", "en"], ["web-crawler", "fr"], ["chat-bot", "fr"]]) {
    await visit(site, `/s/${id}?speed=instant&lang=${language}`, { width: 720, height: 450 }, async (page) => {
      await untilRun(page, "finished");
      const cut = await page.locator(".row.lane .n").evaluateAll((names) => names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent));
      assert.deepEqual(cut, [], id);
      for (const button of ["back", "step", "reset"]) {
        const word = await page.locator(`#${button} > span`).boundingBox();
        assert.ok(word.width > 10 && word.x > 0, `${id}: the word of ${button}`);
        assert.equal(await page.locator(`#${button} > span`).evaluate((word) => getComputedStyle(word).clipPath), "none", button);
      }
      assert.ok((await page.locator("#run-bar").boundingBox()).height < 70, "the bar has one row");
    });
  }
});

test("on a phone the names of a finished run's lanes are whole", async () => {
  for (const id of ["chat-bot", "priority-tasks", "api-gateway"]) {
    await visit(site, `/s/${id}?speed=instant`, phone, async (page) => {
      await untilRun(page, "finished");
      const cut = await page.locator(".row.lane .n").evaluateAll((names) =>
        names.filter((name) => name.scrollWidth > name.clientWidth || name.scrollHeight > name.parentElement.clientHeight).map((name) => name.textContent),
      );
      assert.deepEqual(cut, [], id);
    });
  }
});

test("on a wide screen the buttons are at the right of the title", () =>
  visit(site, "/s/gather", wide, async (page) => {
    const left = (what) => page.locator(what).evaluate((element) => element.getBoundingClientRect().left);
    assert.ok((await left("main h1")) < (await left("#edit")) && (await left("#edit")) < (await left("#predict")));
  }));

/** Asserts that no button of the run bar covers the clock. */
async function clockIsFree(page) {
  const boxes = await page.locator("#run-bar").evaluate((bar) => {
    const clock = bar.querySelector("#clock").getBoundingClientRect();
    const over = ({ left, right, top, bottom }) => right > clock.left + 1 && left < clock.right - 1 && bottom > clock.top && top < clock.bottom;
    return [...bar.querySelectorAll("button, .stride")].filter((button) => over(button.getBoundingClientRect())).map(({ id }) => id);
  });
  assert.deepEqual(boxes, []);
}

test("on a narrow screen neither the open settings nor Stop cover the clock", async () => {
  for (const size of [least, phone]) {
    await visit(site, "/s/system-monitor", { ...size, language: "fr" }, async (page) => {
      await page.click("#run");
      await page.locator('#stop:not([aria-disabled="true"])').waitFor();
      await clockIsFree(page);
    });
  }
  await visit(site, "/s/gather", { ...phone, language: "fr" }, async (page) => {
    await page.getByRole("button", { name: "Plus de réglages" }).click();
    await page.locator(".stride").waitFor();
    await clockIsFree(page);
  });
});

test("at a zoom of 400 % the lab's code is visible and can be edited", () =>
  visit(site, "/lab", { width: 360, height: 225 }, async (page) => {
    await page.locator(".cm-line").first().click();
    await page.keyboard.type("# here\n");
    await page.locator(".cm-content").getByText("# here").waitFor();
    const line = await page.locator(".cm-line").first().boundingBox();
    const pages = await page.locator(".pages").boundingBox();
    assert.ok(line.y > 0 && line.y + line.height < pages.y, JSON.stringify({ line, pages }));
  }));

test("a comparison has the same names of values as the fields", () =>
  visit(site, "/s/semaphore?speed=instant&compare=1&with=permits%3D3&lang=fr", { language: "fr" }, async (page) => {
    await untilRun(page, "finished");
    assert.deepEqual(await page.locator(".row.head .track").allTextContents(), ["Permis = 3", "Permis = 2"]);
  }));

test("no rule for some screens is undone by a later rule for all", () =>
  visit(site, "/", {}, async (page) => {
    const undone = await page.evaluate(() => {
      /** Every rule of one selector, in order, with the condition that it is in. */
      const flat = (rules, condition) =>
        [...rules].flatMap((rule) => {
          if (rule instanceof CSSConditionRule) return flat(rule.cssRules, `${condition} ${rule.conditionText}`);
          if (!(rule instanceof CSSStyleRule)) return [];
          return rule.selectorText.split(/,(?![^(]*\))/).map((selector) => ({ selector: selector.trim(), condition, style: rule.style }));
        });
      const all = [...document.styleSheets].flatMap((sheet) => flat(sheet.cssRules, ""));
      return all.flatMap(({ selector, condition, style }, place) => {
        const later = condition ? all.slice(place + 1).filter((rule) => rule.selector === selector && !rule.condition) : [];
        const lost = [...style].filter((name) => !style.getPropertyPriority(name) && later.some((rule) => rule.style.getPropertyValue(name)));
        return lost.map((name) => `${condition.trim()}: ${selector} { ${name} }`);
      });
    });
    assert.deepEqual(undone, []);
  }));

describe("in print", () => {
  const print = (page) => page.emulateMedia({ media: "print" });

  test("the whole log is printed with its times, without controls and background", () =>
    visit(site, "/s/create-task?speed=instant&tab=log", wide, async (page) => {
      await untilRun(page, "finished");
      await print(page);
      const log = page.locator(".scrollx:has(.log)");
      assert.ok(await log.evaluate((box) => box.scrollHeight <= box.clientHeight), "the log does not scroll");
      assert.match(await page.locator(".log tbody tr:first-child td").first().innerText(), /0\.000/);
      for (const control of [".sieve", "#run-bar", ".contents", ".inspector"]) assert.ok(!(await page.locator(control).isVisible()), control);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgba(0, 0, 0, 0)");
    }));

  test("the whole code is printed, and sections that only have buttons are left out", () =>
    visit(site, "/s/gather?speed=instant&tab=code", wide, async (page) => {
      await untilRun(page, "finished");
      await page.locator(".codes .l").first().waitFor();
      await print(page);
      for (const listing of await page.locator(".codes pre").all()) assert.ok(await listing.evaluate((box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1));
      await page.emulateMedia({ media: null });
      await openTab(page, "outcome");
      await print(page);
      for (const section of [".kept", ".proof"]) assert.ok(!(await page.locator(section).first().isVisible()), section);
    }));
});

describe("in print, at the width of a sheet", () => {
  const sheet = { width: 718, height: 1000 };

  test("charts keep their height, and no line of a conversation covers its time", async () => {
    await visit(site, "/s/system-monitor?speed=instant", sheet, async (page) => {
      await untilRun(page, "finished");
      await page.emulateMedia({ media: "print" });
      const heights = await page.locator(".plot").evaluateAll((plots) => plots.map((plot) => plot.getBoundingClientRect().height));
      assert.ok(heights.length > 1 && heights.every((height) => height > 60), String(heights));
    });
    await visit(site, "/s/chat-bot?speed=instant", sheet, async (page) => {
      await untilRun(page, "finished");
      await page.emulateMedia({ media: "print" });
      const covered = await page.locator(".talks li:has(small)").evaluateAll((lines) =>
        lines.filter((line) => line.querySelector("small").getBoundingClientRect().right > line.querySelector(".said").getBoundingClientRect().left).length,
      );
      assert.equal(covered, 0);
    });
  });

  test("the lab prints its lanes beside its code", () =>
    visit(site, "/lab", sheet, async (page) => {
      await page.locator(".cm-content").waitFor();
      await page.emulateMedia({ media: "print" });
      for (const part of [".cm-content", "#timeline"]) assert.ok(await page.locator(part).isVisible(), part);
      for (const control of [".pages", "#run-bar"]) assert.ok(!(await page.locator(control).isVisible()), control);
      assert.ok((await page.locator(".code > .editor, #editor").first().boundingBox()).height < 500, "the editor is as high as its program");
    }));
});

describe("in forced colours", () => {
  test("the name of a selected lane has the text colour of a highlight", () =>
    visit(site, "/s/gather?speed=instant&task=A002", wide, async (page) => {
      await untilRun(page, "finished");
      await page.emulateMedia({ forcedColors: "active" });
      const colours = await page.locator(".row[data-selected] > .name").evaluate((name) =>
        [name, ...name.querySelectorAll(".n, .now")].map((part) => getComputedStyle(part).color),
      );
      assert.equal(new Set(colours).size, 1, String(colours));
      const current = page.locator('.contents a[aria-current="page"]');
      const ofLink = await current.evaluate((link) => [link, ...link.children].map((part) => getComputedStyle(part).color));
      assert.equal(new Set(ofLink).size, 1, `of the current page in the contents: ${ofLink}`);
      const ground = () => page.locator(".row[data-selected] > .name").evaluate((name) => getComputedStyle(name).backgroundColor);
      const before = await ground();
      await page.hover(".row[data-selected] > .name");
      await frames(page);
      assert.equal(await ground(), before, "the highlight stays under the pointer");
    }));

  test("unselected lines have no mark, and a refused field has one", () =>
    visit(site, "/s/semaphore?permits=x&speed=instant&tab=output", wide, async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      await untilRun(page, "finished");
      const style = (what, name) => page.locator(what).first().evaluate((element, name) => getComputedStyle(element)[name], name);
      const ground = await style("main", "backgroundColor");
      assert.equal(await style(".output li:not(.sel) button", "borderLeftColor"), ground);
      assert.equal(await style("#p-permits", "outlineStyle"), "dashed");
      assert.notEqual(await style(".grid", "borderLeftColor"), await style("main", "color"), "the grid lines have another colour than text");
    }));
});
