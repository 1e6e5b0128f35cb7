// Opens the page in Debian's Chromium, refuses it every network, and keeps what went wrong in it.

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const address = pathToFileURL(process.env.TABLES_PAGE ?? "tables.html").href;

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export async function launch() {
  // Continuous integration often runs as root, where Chromium has no sandbox.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** The page at a fragment. `troubles` are its errors and its requests, which must not be. */
export async function open(browser, { fragment = "", ...options } = {}) {
  const context = await browser.newContext({ locale: "en", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const troubles = [];
  page.on("request", (request) => {
    if (!/^(data|file):/.test(request.url())) troubles.push(request.url());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  await page.goto(address + fragment);
  return { page, troubles, close: () => context.close() };
}

/** A decision's section. */
export const section = (page, id) => page.locator(`section[id="${id}"]`);
export const box = (page, id, condition) =>
  section(page, id).locator("li", { has: page.locator(`code:text-is("${condition}")`) }).getByRole("checkbox");
export const row = (page, id, name) => section(page, id).locator(`tbody:not(.looks) tr[data-row="${name}"]`);
