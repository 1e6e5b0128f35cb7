// Pictures of the page, for people to look at: `run --pictures`.

import { launch, open } from "./page.js";

const directory = process.argv[2] ?? ".";
const browser = await launch();
for (const colorScheme of ["light", "dark"]) {
  for (const [device, width, height] of [["desktop", 1280, 900], ["tablet", 820, 1180]]) {
    for (const [name, fragment] of [
      ["front", ""],
      ["first", "#nl/okr.option/apk_reported,reading_unchanged,read_on_invoice_date"],
      ["collect", "#fr/car_pass.readiness"],
      ["wide", "#de/car_pass.lifecycle/answered_ok,settled"],
    ]) {
      const { page, close } = await open(browser, { fragment, colorScheme, viewport: { width, height } });
      await page.screenshot({ path: `${directory}/${name}-${device}-${colorScheme}.png` });
      await close();
    }
  }
}
for (const [device, width] of [["desktop", 1280], ["tablet", 820]]) {
  // The widest tables: of FIRST and of COLLECT.
  for (const id of ["car_pass.lifecycle", "inspection.import"]) {
    const { page, close } = await open(browser, { fragment: `#en/${id}`, viewport: { width, height: 2400 } });
    await page.locator(`section[id="${id}"] .scroll`).screenshot({ path: `${directory}/${id}-${device}.png` });
    await close();
  }
}
const { page } = await open(browser, { fragment: "#en/booking.settlement" });
await page.getByRole("searchbox").fill("chassis");
await page.screenshot({ path: `${directory}/search.png` });
await page.getByRole("searchbox").fill("car_pass.lifecycle");
await page.pdf({ path: `${directory}/print.pdf`, format: "A4" });
// As the printer sees it: A4 within its margins.
await page.emulateMedia({ media: "print" });
await page.setViewportSize({ width: 688, height: 1017 });
await page.screenshot({ path: `${directory}/print.png`, fullPage: true });
await browser.close();
