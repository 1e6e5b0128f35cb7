// The page in a real browser. `TABLES_PAGE` is the page, `TABLES_ANSWERS` what the library answers for every combination
// of every table; `run` makes both.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { box, launch, open, row, section } from "./page.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const expected = readFileSync(process.env.TABLES_ANSWERS ?? "answers.jsonl", "utf8").trim().split("\n").map((line) => JSON.parse(line));

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** A test on a page of its own, which must end without an error and without a request. */
function on(name, options, check) {
  test(name, async (t) => {
    const { page, troubles, close } = await open(browser, options);
    try {
      await check(page, t);
      assert.deepEqual(troubles, []);
    } finally {
      await close();
    }
  });
}

const isLit = async (row) => (await row.getAttribute("aria-current")) === "true";

/** Where the page's own evaluation and the library differ, at most ten places a table. */
function differences(page, expected) {
  return page.evaluate((expected) => {
    const found = [];
    const ids = expected.map((table) => table.id).join();
    if (tables.map((table) => table.id).join() !== ids) found.push(`tables: ${tables.map((table) => table.id)} for ${ids}`);
    for (const { id, answers } of expected) {
      const table = tables.find((table) => table.id === id);
      if (!table) continue;
      let left = 10;
      if (answers.length !== 1 << table.conditions.length) found.push(`${id}: ${answers.length} answers`);
      answers.forEach((answer, holds) => {
        const given = evaluate(table, holds);
        const same = JSON.stringify(given && [given.row, given.because, given.advisories, given.outcome]);
        if (same !== JSON.stringify(answer) && left-- > 0) found.push(`${id} ${holds.toString(2)}: ${same} for ${JSON.stringify(answer)}`);
      });
    }
    return found;
  }, expected);
}

on("says how each condition follows from the facts", { fragment: "#nl/okr.mutation" }, async (page) => {
  const details = section(page, "okr.mutation").locator("details.feel");
  assert.equal(await details.locator("summary").textContent(), "De voorwaarden op de feiten, in FEEL");
  await details.locator("summary").click();
  assert.deepEqual(await details.locator("dt").allTextContents(), await page.evaluate(() =>
    tables.find((table) => table.id === "okr.mutation").conditions.map((condition) => condition.id)));
  assert.equal(await details.locator("dd").first().textContent(), 'mode != "always"');
  assert.equal(await page.locator("details.feel").count(), expected.filter(({ answers }) => answers.length > 1).length);
});

on("answers every combination of every table as the library does", {}, async (page, t) => {
  assert.deepEqual(await differences(page, expected), []);
  const combinations = expected.flatMap(({ answers }) => answers);
  assert.ok(combinations.some((answer) => answer === null) && combinations.some((answer) => answer !== null));
  t.diagnostic(`${expected.length} tables, ${combinations.length} combinations, ${combinations.filter((answer) => answer === null).length} of them impossible`);
});

on("one flipped cell would be found", {}, async (page) => {
  await page.evaluate(() => { tables.find((table) => table.id === "okr.option").rows[1].requires ^= 1; });
  const found = await differences(page, expected);
  assert.ok(found.length > 0 && found.every((line) => line.startsWith("okr.option ")), found.join("\n"));
});

on("a tick changes the row, its reasons and its advisories", {}, async (page) => {
  const id = "okr.option";
  const answer = section(page, id).locator(".answer");
  assert.ok(await isLit(row(page, id, "forward")));
  assert.match(await answer.textContent(), /yes_forward/);
  await box(page, id, "reading_unchanged").check();
  assert.ok(await isLit(row(page, id, "reading_unchanged")));
  assert.ok(!(await isLit(row(page, id, "forward"))));
  await box(page, id, "apk_reported").check();
  await box(page, id, "read_on_invoice_date").check();
  assert.ok(await isLit(row(page, id, "apk_reported")));
  assert.equal(await section(page, id).locator("tbody:not(.looks) tr.fired").count(), 1);
  const said = await answer.textContent();
  for (const name of ["no_apk_reported", "reading_unchanged", "fresh_unchanged_reading"]) assert.ok(said.includes(name), name);
  assert.match(await page.locator("#said").textContent(), /no_apk_reported/);
  await section(page, id).getByRole("button", { name: "Start again" }).click();
  assert.ok(await isLit(row(page, id, "forward")));
  assert.ok(!(await box(page, id, "apk_reported").isChecked()));
});

on("the boxes above the columns tick the same conditions", {}, async (page) => {
  await section(page, "okr.option").locator("thead").getByRole("checkbox", { name: "apk_reported" }).check();
  assert.ok(await box(page, "okr.option", "apk_reported").isChecked());
  assert.ok(await isLit(row(page, "okr.option", "apk_reported")));
});

on("a COLLECT table lights every row that fits, and its outcome", {}, async (page) => {
  const id = "booking.take_back";
  await box(page, id, "already_returned").check();
  for (const name of ["right_missing", "not_issued", "already_returned"]) assert.ok(await isLit(row(page, id, name)), name);
  const [none, any] = await section(page, id).locator("tfoot tr").all();
  assert.ok(!(await isLit(none)) && (await isLit(any)));
  for (const name of ["may_take_back", "issued"]) await box(page, id, name).check();
  await box(page, id, "already_returned").uncheck();
  assert.ok((await isLit(none)) && !(await isLit(any)));
  assert.match(await section(page, id).locator(".answer .outcome").textContent(), /^allowed$/);
});

on("a combination that cannot happen is shown as such", {}, async (page) => {
  const id = "okr.option";
  await box(page, id, "forwarding_never").check();
  await box(page, id, "reading_stale").check();
  assert.equal(await section(page, id).locator("tr.fired").count(), 0);
  assert.match(await section(page, id).locator(".answer").textContent(), /cannot happen/);
  assert.equal(await section(page, id).locator(".impossible li.happens").count(), 1);
});

on("every row and every advisory has a button that ticks a case in which it fires", {}, async (page) => {
  const dark = await page.evaluate(() => {
    const dark = [];
    for (const button of document.querySelectorAll("tbody th button")) {
      button.click();
      if (!button.closest("tr").classList.contains("fired")) dark.push(`${button.closest("section").id} ${button.textContent}`);
    }
    return dark;
  });
  assert.deepEqual(dark, []);
});

on("speaks four languages", {}, async (page) => {
  const read = () => page.evaluate(() => document.body.innerText);
  const texts = new Set();
  for (const [tag, title, reason] of [
    ["nl", "Beslissingstabellen", "Het factuurbedrag ligt niet boven het bedrag waarvanaf wordt doorgestuurd."],
    ["fr", "Tables de décision", "La facture n'atteint pas le montant à partir duquel on transmet."],
    ["de", "Entscheidungstabellen", "Der Rechnungsbetrag erreicht den Betrag nicht, ab dem übermittelt wird."],
    ["en", "Decision tables", "The invoice does not reach the amount from which readings are forwarded."],
  ]) {
    await page.locator("#language").selectOption(tag);
    assert.equal(await page.locator("html").getAttribute("lang"), tag);
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), title);
    const text = await read();
    assert.ok(text.includes(reason) && !text.includes("undefined"), tag);
    texts.add(text);
  }
  assert.equal(texts.size, 4);
});

on("a language switch keeps the combination", { fragment: "#en/okr.option/apk_reported" }, async (page) => {
  await page.locator("#language").selectOption("de");
  assert.ok(await isLit(row(page, "okr.option", "apk_reported")));
  assert.ok(page.url().endsWith("#de/okr.option/apk_reported"));
});

on("takes the reader's language unless the link names one", { locale: "fr-BE" }, async (page) => {
  assert.equal(await page.locator("html").getAttribute("lang"), "fr");
});

on("searches names, texts and sources, whatever the accents and the case", {}, async (page) => {
  const search = page.getByRole("searchbox");
  const visible = () => page.locator("section.decision:visible").evaluateAll((sections) => sections.map(({ id }) => id));
  assert.equal((await visible()).length, expected.length);
  await search.fill("AUFHEBUNG service-termin");
  assert.deepEqual(await visible(), ["booking.confirmation"]);
  assert.deepEqual(await page.locator("#toc a:visible").count(), 1);
  assert.match(await page.locator("#found").textContent(), /^1 \//);
  await search.fill("ruckgabe durchfuhren");
  assert.deepEqual(await visible(), ["booking.take_back"]);
  await search.fill("no_apk_reported");
  assert.deepEqual(await visible(), ["okr.option", "okr.choice"]);
  await search.fill("austria quarter");
  assert.ok((await visible()).every((id) => /^(quarter_hour|booking)/.test(id)) && (await visible()).includes("quarter_hour.next"));
  await search.fill("xyzzy");
  assert.deepEqual(await visible(), []);
  assert.equal(await page.locator("#found").textContent(), "No decision was found.");
  await search.fill("");
  assert.equal((await visible()).length, expected.length);
});

on("a link reproduces the decision, the combination and the language", {}, async (page) => {
  await page.locator("#language").selectOption("nl");
  await box(page, "car_pass.readiness", "vin_missing").check();
  const link = await section(page, "car_pass.readiness").getByRole("link", { name: "Link naar dit geval" }).evaluate((link) => link.hash);
  assert.equal(link, "#nl/car_pass.readiness/vin_missing");
  assert.ok(page.url().endsWith(link));
  const other = await open(browser, { fragment: link });
  assert.equal(await other.page.locator("html").getAttribute("lang"), "nl");
  assert.ok(await box(other.page, "car_pass.readiness", "vin_missing").isChecked());
  assert.ok(await isLit(row(other.page, "car_pass.readiness", "vin_missing")));
  const [top, focused] = await section(other.page, "car_pass.readiness").evaluate((section) =>
    [section.getBoundingClientRect().top, section.contains(document.activeElement)]);
  assert.ok(top >= 0 && top < 200 && focused, `${top}`);
  assert.deepEqual(other.troubles, []);
  await other.close();
});

on("a link to an empty combination unticks all", { fragment: "#en/car_pass.lifecycle/" }, async (page) => {
  assert.equal(await section(page, "car_pass.lifecycle").getByRole("checkbox", { checked: true }).count(), 0);
  assert.match(await section(page, "car_pass.lifecycle").locator(".answer").textContent(), /cannot happen/);
});

on("a link with names that this edition does not have says so", { fragment: "#en/okr.option/apk_reported,horse" }, async (page) => {
  assert.match(await section(page, "okr.option").locator(".notice").textContent(), /horse$/);
  assert.ok(await isLit(row(page, "okr.option", "apk_reported")));
});

for (const fragment of ["#en/no.such/x", "#%E0%A4%A", "#xx/okr.option", "#tables"]) {
  on(`a strange fragment does no harm: ${fragment}`, { fragment }, async (page) => {
    assert.equal(await page.locator("section.decision").count(), expected.length);
  });
}

on("the contents lead to a decision, and back", {}, async (page) => {
  await page.getByRole("link", { name: /^okr\.mutation/ }).click();
  assert.match(page.url(), /#en\/okr\.mutation\//);
  await page.getByRole("link", { name: /^inspection\.sources/ }).click();
  assert.match(page.url(), /#en\/inspection\.sources\//);
  assert.ok((await section(page, "inspection.sources").boundingBox()).y < 900);
  await page.goBack();
  assert.match(page.url(), /#en\/okr\.mutation\//);
});

on("the keyboard does everything", {}, async (page) => {
  const focused = (read) => page.evaluate(read);
  await page.keyboard.press("Tab");
  assert.equal(await focused(() => document.activeElement.hash), "#tables");
  await page.keyboard.press("Enter");
  assert.equal(await focused(() => document.activeElement.id), "tables");
  await page.keyboard.press("/");
  assert.equal(await focused(() => document.activeElement.id), "search");
  await page.keyboard.type("okr.mutation");
  await page.keyboard.press("Tab");
  assert.equal(await focused(() => document.activeElement.id), "language");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await focused(() => document.documentElement.dataset.theme), "dark");
  // Through the contents into the table: each condition once, then the tools, the table and its rows, what is folded.
  const passed = [];
  for (let step = 0; step < 30 && passed.at(-1) !== "body"; step++) {
    await page.keyboard.press("Tab");
    passed.push(await focused(() => {
      const element = document.activeElement;
      const ring = element === document.body || getComputedStyle(element).outlineStyle !== "none";
      return ring ? element.type || element.className || element.localName : `no ring: ${element.outerHTML}`;
    }));
    if (passed.at(-1) === "checkbox" && passed.filter((kind) => kind === "checkbox").length === 2) await page.keyboard.press("Space");
  }
  assert.deepEqual(passed, ["summary", "a", ...Array(5).fill("checkbox"), "button", "a", "button", "scroll", ...Array(6).fill("button"), "summary", "body"]);
  assert.equal(await section(page, "okr.mutation").locator("ol").getByRole("checkbox", { checked: true }).count(), 1);
});

on("dark and light follow the system until somebody chooses", { colorScheme: "dark" }, async (page) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const toggle = page.locator("#dark");
  assert.equal(await ground(), "rgb(20, 23, 26)");
  assert.equal(await toggle.getAttribute("aria-pressed"), "true");
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await ground(), "rgb(247, 246, 242)");
  assert.equal(await toggle.getAttribute("aria-pressed"), "false");
  await toggle.click();
  assert.equal(await ground(), "rgb(20, 23, 26)");
  await page.reload();
  assert.equal(await ground(), "rgb(20, 23, 26)");
});

for (const width of [360, 820, 1280]) {
  on(`nothing but the tables' own frames scrolls sideways at ${width}`, { viewport: { width, height: 900 } }, async (page) => {
    for (const tag of ["en", "nl", "fr", "de"]) {
      await page.locator("#language").selectOption(tag);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${tag}: ${wide}`);
    }
  });
}

on("prints the tables without the controls", { fragment: "#en/okr.option/apk_reported", colorScheme: "dark" }, async (page) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const control of [".bar", "nav", ".tools"]) assert.ok(!(await page.locator(control).first().isVisible()), control);
  assert.ok(await section(page, "okr.option").locator("table").isVisible());
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("table th")).color), "rgb(27, 30, 34)");
  const wide = await page.evaluate(() => {
    document.body.style.width = "182mm"; // A4 within its margins
    return [...document.querySelectorAll("section table")].filter((table) => table.scrollWidth > document.body.clientWidth + 1)
      .map((table) => `${table.closest("section").id} ${table.scrollWidth} > ${document.body.clientWidth}`);
  });
  assert.deepEqual(wide, []);
});

for (const [colorScheme, width] of [["light", 1280], ["dark", 820]]) {
  on(`axe finds nothing serious: ${colorScheme}, ${width} wide`, { colorScheme, viewport: { width, height: 1180 } }, async (page, t) => {
    // Every state there is: fired rows, advisories, a combination that cannot happen, a notice, everything folded open.
    await page.goto(page.url().split("#")[0] + "#en/okr.mutation/horse");
    await section(page, "okr.option").locator(".looks button").first().click();
    await box(page, "car_pass.readiness", "vin_missing").check();
    await box(page, "car_pass.readiness", "vin_invalid").check();
    await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
    await page.addStyleTag({ content: "* { transition: none !important; }" });
    await page.evaluate(axe);
    const { violations, incomplete } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
    const shown = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.length}, e.g. ${nodes[0].html} ${nodes[0].failureSummary}`);
    t.diagnostic(`${violations.length} findings in all, ${incomplete.length} for a person to look at`);
    assert.deepEqual(shown, []);
  });
}
