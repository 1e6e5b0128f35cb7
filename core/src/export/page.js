"use strict";

// The tables as the library evaluates them: conditions are bits, a row is two masks (`requires`, `forbids`).
const { languages, words, groups, tables } = JSON.parse(document.getElementById("data").textContent);

const fits = (when, holds) => (holds & when.requires) === when.requires && (holds & when.forbids) === 0;

/** What a table answers when the conditions in the mask `holds` hold, bit n the n-th; nothing for what cannot happen. */
function evaluate(table, holds) {
  const fitting = (rows) => rows.reduce((bits, row, bit) => (fits(row, holds) ? bits | (1 << bit) : bits), 0);
  if (table.impossible.some((when) => fits(when, holds))) return null;
  const advisories = fitting(table.advisories);
  switch (table.policy) {
    case "first": {
      const row = table.rows.findIndex((row) => fits(row, holds));
      const { names, outcome } = table.rows[row];
      return { row, because: holds & names, advisories, outcome };
    }
    case "collect": {
      const because = fitting(table.rows);
      return { row: null, because, advisories, outcome: table.collected[because === 0 ? 0 : 1] };
    }
    default:
      return { row: null, because: 0, advisories, outcome: null };
  }
}

const has = (bits, bit) => (bits & (1 << bit)) !== 0;

/** The first combination, counting up, that can happen and whose answer is accepted. */
function combination(table, accepts) {
  for (let holds = 0; holds < 1 << table.conditions.length; holds++) {
    const answer = evaluate(table, holds);
    if (answer && accepts(answer)) return holds;
  }
  return 0;
}

// What the page shows: a language, and a combination for each decision.

let language;
const combinations = new Map(tables.map((table) => [table.id, combination(table, () => true)]));
const shown = new Map();

const byId = (id) => document.getElementById(id);
const word = (key) => words[key][language];
const say = (text) => text[language];

/** An element with properties and children; what is null or false is left out. */
function el(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key in element) element[key] = value;
    else if (value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}
const code = (id) => el("code", { translate: false }, id);
/** A name that may be broken behind its underscores. */
const breakable = (id) => id.split(/(?<=_)/).flatMap((part) => [part, el("wbr")]);
const fires = () => el("span", { className: "fires" }, "▶ ", word("fires"));
const number = (bit) => el("span", { className: "number" }, bit + 1);

/** The fragment that reproduces a decision, its combination and the language. */
function reproduces(table) {
  const holds = combinations.get(table.id);
  const names = table.conditions.filter((_, bit) => has(holds, bit)).map((condition) => condition.id);
  return `#${language}/${table.id}/${names.join(",")}`;
}

/** What stands in the address behind the `#`; nothing where it is no text. */
function address() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** Follows the address: its language, its decision, its combination. */
function follow() {
  const [spoken, id, names] = address().split("/");
  const table = tables.find((table) => table.id === id);
  let unknown = [];
  if (table && names !== undefined) {
    const wanted = names.split(",").filter((name) => name !== "");
    const bits = wanted.map((name) => table.conditions.findIndex((condition) => condition.id === name));
    unknown = wanted.filter((_, place) => bits[place] < 0);
    combinations.set(id, bits.reduce((holds, bit) => (bit < 0 ? holds : holds | (1 << bit)), 0));
  }
  if (Object.hasOwn(languages, spoken) && spoken !== language) speak(spoken);
  if (!table) return;
  if (shown.get(id).section.hidden) {
    byId("search").value = "";
    search();
  }
  const { section, update, heading } = shown.get(id);
  update(unknown);
  section.scrollIntoView();
  heading.focus({ preventScroll: true });
  current(id);
  // With names that this edition does not have, the address stays as it was given.
  if (unknown.length === 0) history.replaceState(null, "", reproduces(table));
}

function current(id) {
  for (const other of shown.values()) other.entry.querySelector("a").removeAttribute("aria-current");
  const anchor = shown.get(id).entry.querySelector("a");
  anchor.setAttribute("aria-current", "true");
  // Beside the tables the contents scroll by themselves, and keep up.
  const nav = anchor.closest("nav");
  const above = anchor.offsetTop - nav.scrollTop;
  if (above < 0 || above > nav.clientHeight - anchor.offsetHeight) nav.scrollTop = anchor.offsetTop - nav.clientHeight / 3;
}

function set(table, holds) {
  combinations.set(table.id, holds);
  shown.get(table.id).update();
  current(table.id);
  history.replaceState(null, "", reproduces(table));
  byId("said").textContent = shown.get(table.id).spoken();
}

// Drawing.

/** A decision's section. `update` shows its combination, and names of a link that the table does not have. */
function decision(table) {
  const { id, conditions, feel, rows, advisories, impossible, collected, policy, source } = table;
  const title = `${id}-title`;
  const heading = el("h3", { id: title, tabIndex: -1 }, code(id), say(table.question));
  const section = el("section", { className: "decision", id, "aria-labelledby": title },
    heading,
    el("dl", { className: "about" },
      el("dt", {}, word("source")),
      el("dd", {}, `${source.product} (${source.short}): `, el("q", { lang: source.language }, source.passage),
        " · ", code(source.file)),
      el("dt", {}, word("edition")), el("dd", {}, table.edition),
      el("dt", {}, word("reading")), el("dd", {}, word(conditions.length > 0 ? policy : "computation"))));
  if (conditions.length === 0) return { table, section, heading, update() {}, spoken: () => "" };

  const tick = (bit) => el("input", { type: "checkbox", onchange: () => set(table, combinations.get(id) ^ (1 << bit)) });
  const boxes = conditions.map((_, bit) => tick(bit));
  // The same boxes again above the columns, where a finger or a mouse wants them; Tab passes each condition once.
  const ticks = conditions.map((_, bit) => Object.assign(tick(bit), { tabIndex: -1 }));
  const notice = el("p", { className: "notice", role: "status", hidden: true });
  const answer = el("div", { className: "answer" });
  const link = el("a", {}, word("link"));
  section.append(notice, el("div", { className: "try" },
    el("div", {},
      el("fieldset", { className: "conditions" },
        el("legend", {}, word("conditions")),
        el("ol", { role: "list" }, conditions.map((condition, bit) => el("li", {},
          el("label", {}, boxes[bit], number(bit), el("span", {}, say(condition.text), code(condition.id))))))),
      el("p", { className: "tools" },
        el("button", { type: "button", onclick: () => set(table, combination(table, () => true)) }, word("clear")),
        link,
        navigator.clipboard && el("button", { type: "button", onclick: () => copy(link.href) }, word("copy")))),
    answer));

  // The table: a column for each condition, so that a row reads as its two masks do.
  const heads = conditions.map((condition, bit) =>
    el("th", { className: "condition", scope: "col", title: say(condition.text) },
      el("label", {}, code(condition.id), number(bit), ticks[bit])));
  const lines = (rows, accepts) => rows.map((row, place) => {
    const cells = conditions.map((_, bit) => el("td", { className: "literal" },
      word(has(row.requires, bit) ? "yes" : has(row.forbids, bit) ? "no" : "either")));
    const show = () => set(table, combination(table, (answer) => accepts(answer, place)));
    const outcome = row.outcome && el("code", { translate: false }, breakable(row.outcome));
    return {
      row,
      cells,
      line: el("tr", { "data-row": row.id },
        el("th", { scope: "row" },
          el("button", { type: "button", title: word("show"), onclick: show }, breakable(row.id)), fires()),
        cells,
        policy === "first" && el("td", { className: "outcome" }, outcome),
        el("td", { className: "text" }, say(row.text), named(row))),
    };
  });
  // Which reasons a row names is said only where it is not simply what the row requires.
  const everything = rows.length > 0 && rows.every((row) => row.names === rows[0].names && row.names !== row.requires);
  const named = (row) => policy === "first" && "names" in row && row.names !== row.requires && !everything
    && el("small", {}, word("names"), " ", list(conditions, row.names).map((condition) => condition.id).join(", "));
  const fired = lines(rows, (answer, place) => (policy === "first" ? answer.row === place : has(answer.because, place)));
  const looks = lines(advisories, (answer, place) => has(answer.advisories, place));
  const totals = (collected ?? []).map((outcome, any) => el("tr", {},
    el("th", { scope: "row" }, word(any ? "any" : "none_fits"), fires()),
    el("td", { colSpan: conditions.length + 1 }, code(outcome))));
  const width = conditions.length + (policy === "first" ? 3 : 2);
  section.append(
    el("div", { className: "scroll", role: "region", tabIndex: 0, "aria-label": `${word("table")}: ${id}` },
      el("table", {},
        el("thead", {}, el("tr", {},
          el("th", { scope: "col" }, word("row")), heads,
          policy === "first" && el("th", { scope: "col" }, word("outcome")),
          el("th", { scope: "col" }, word("text")))),
        fired.length > 0 && el("tbody", {}, fired.map(({ line }) => line)),
        looks.length > 0 && el("tbody", { className: "looks" },
          el("tr", { className: "group" }, el("th", { colSpan: width, scope: "rowgroup" }, word("advisories"))),
          looks.map(({ line }) => line)),
        totals.length > 0 && el("tfoot", {}, totals))),
    everything ? el("p", {}, word("names_all")) : "");

  const never = impossible.map((when) => el("li", {}, conditions.flatMap(({ id }, bit) =>
    has(when.requires | when.forbids, bit)
      ? [number(bit), " ", code(id), ` ${word(has(when.requires, bit) ? "yes" : "no")}`, " · "]
      : []).slice(0, -1)));
  if (never.length > 0) {
    section.append(el("div", { className: "impossible" }, el("h4", {}, word("impossible")), el("ul", { role: "list" }, never)));
  }

  if (feel.length > 0) {
    section.append(el("details", { className: "feel" }, el("summary", {}, word("feel")),
      el("dl", {}, feel.map(([name, expression]) => [
        el("dt", {}, code(name)), el("dd", {}, code(expression))]))));
  }

  const line = (row) => el("li", {}, say(row.text), code(row.id));
  const entry = (term, content) => [el("dt", {}, word(term)), content];
  function update(unknown = []) {
    const holds = combinations.get(id);
    const given = evaluate(table, holds);
    notice.hidden = unknown.length === 0;
    notice.textContent = unknown.length === 0 ? "" : `${word("unknown")} ${unknown.join(", ")}`;
    link.href = reproduces(table);
    for (const kind of [boxes, ticks]) kind.forEach((box, bit) => { box.checked = has(holds, bit); });
    heads.forEach((head, bit) => head.classList.toggle("holds", has(holds, bit)));
    for (const [lines, lit] of [
      [fired, (place) => given && (policy === "first" ? given.row === place : has(given.because, place))],
      [looks, (place) => given && has(given.advisories, place)],
    ]) {
      lines.forEach(({ row, cells, line }, place) => {
        light(line, lit(place));
        cells.forEach((cell, bit) => {
          const asked = has(row.requires | row.forbids, bit);
          const met = has(holds, bit) === has(row.requires, bit);
          cell.classList.toggle("met", asked && met);
          cell.classList.toggle("unmet", asked && !met);
        });
      });
    }
    totals.forEach((total, any) => light(total, given && (given.because !== 0) === (any === 1)));
    never.forEach((item, place) => {
      item.classList.toggle("happens", fits(impossible[place], holds));
    });

    answer.className = given ? (policy === "none" && given.advisories === 0 ? "answer none" : "answer") : "answer never";
    const parts = [el("h4", {}, word("answer"))];
    if (!given) {
      parts.push(el("p", {}, word("never")), el("ul", { role: "list" },
        impossible.filter((when) => fits(when, holds)).map((when) => el("li", {}, conditions.map((condition, bit) =>
          has(when.requires | when.forbids, bit)
            && el("p", {}, el("strong", {}, word(has(when.requires, bit) ? "yes" : "no"), ": "), say(condition.text)))))));
    } else {
      const reasons = list(policy === "first" ? conditions : rows, given.because);
      const row = rows[given.row];
      const further = reasons.filter((reason) => reason.id !== row?.id);
      const heed = list(advisories, given.advisories);
      parts.push(el("dl", {},
        given.outcome && entry("outcome", el("dd", { className: "outcome" }, code(given.outcome))),
        row && entry("row", el("dd", {}, el("ul", { role: "list" }, line(row)))),
        policy !== "none" && (further.length > 0 || !row) &&
          entry(row ? "further" : "because", el("dd", {}, further.length > 0
            ? el("ul", { role: "list" }, further.map(line)) : word("nothing")))));
      if (heed.length > 0) {
        parts.push(el("div", { className: "look" }, el("h4", {}, word("advisories")), el("ul", { role: "list" }, heed.map(line))));
      } else if (policy === "none") {
        parts.push(el("p", {}, word("nothing")));
      }
    }
    answer.replaceChildren(...parts);
  }

  /** What a screen reader says after a tick. */
  function spoken() {
    const given = evaluate(table, combinations.get(id));
    if (!given) return word("never");
    const heard = [given.outcome && `${word("outcome")}: ${given.outcome}`];
    if (rows[given.row]) heard.push(`${word("row")}: ${say(rows[given.row].text)}`);
    if (policy === "collect") heard.push(...list(rows, given.because).map((row) => say(row.text)));
    heard.push(...list(advisories, given.advisories).map((advisory) => `${word("advisories")}: ${say(advisory.text)}`));
    return heard.filter(Boolean).join(". ");
  }

  update();
  return { table, section, heading, update, spoken };
}

const list = (items, bits) => items.filter((_, bit) => has(bits, bit));

function light(row, on) {
  row.classList.toggle("fired", Boolean(on));
  if (on) row.setAttribute("aria-current", "true");
  else row.removeAttribute("aria-current");
}

async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    byId("said").textContent = word("copied");
  } catch {
    // The address bar has it too.
  }
}

/** Draws everything in a language. */
function speak(chosen) {
  language = chosen;
  remember("language", chosen);
  document.documentElement.lang = chosen;
  document.title = `${word("title")} · dms-rules`;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = word(element.dataset.placeholder);
  byId("language").value = chosen;

  const was = [...shown.values()].find(({ entry }) => entry.querySelector("[aria-current]"))?.table.id;
  const contents = [];
  const sections = [];
  for (const { country, domains } of groups) {
    const listed = domains.map(({ domain, ids }) => {
      const title = el("h2", {}, el("small", {}, say(country)), say(domain));
      const drawn = ids.map((id) => decision(tables.find((table) => table.id === id)));
      for (const made of drawn) {
        made.entry = el("li", {}, el("a", { href: `#${chosen}/${made.table.id}` },
          made.table.id, el("small", {}, say(made.table.question))));
        made.group = title;
        made.text = fold([say(country), say(domain), ...searched(made.table)].join("\n"));
        shown.set(made.table.id, made);
      }
      sections.push(title, ...drawn.map(({ section }) => section));
      return el("li", {}, el("p", { className: "domain" }, say(domain)), el("ul", { role: "list" }, drawn.map(({ entry }) => entry)));
    });
    contents.push(el("li", {}, el("p", { className: "country" }, say(country)), el("ul", { role: "list" }, listed)));
  }
  byId("toc").replaceChildren(el("ul", { role: "list" }, contents));
  byId("decisions").replaceChildren(...sections);
  if (was) {
    current(was);
    history.replaceState(null, "", reproduces(shown.get(was).table));
  }
  search();
}

// Searching: every word must stand somewhere in a decision's names, texts or source; case and accents do not matter.

/** Folded letter by letter, so that places in the folded text are places in the text. */
const fold = (text) => text.replace(/[^\x00-\x7f]/g, (letter) => letter.normalize("NFD")[0]).toLowerCase();

/** What a decision is found by, in the language that is shown. */
function searched({ id, question, source, conditions, rows, advisories, collected }) {
  const reasons = [...conditions, ...rows, ...advisories];
  return [id, say(question), source.product, source.short, source.passage, source.file, ...(collected ?? []),
    ...reasons.flatMap(({ id, text, outcome }) => [id, say(text), outcome ?? ""])];
}

function search() {
  const wanted = fold(byId("search").value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { text, section, entry } of shown.values()) {
    section.hidden = entry.hidden = !wanted.every((word) => text.includes(word));
    found += section.hidden ? 0 : 1;
  }
  for (const { group } of shown.values()) group.hidden = true;
  for (const { group, section } of shown.values()) if (!section.hidden) group.hidden = false;
  for (const item of document.querySelectorAll("#toc li:has(ul)")) item.hidden = !item.querySelector("a:not([hidden] *)");
  byId("found").textContent = wanted.length === 0 ? ""
    : found === 0 ? word("nothing_found") : `${found} / ${shown.size} ${word("found")}`;
  mark(wanted);
}

/** Paints what was searched for, without touching the document. */
function mark(wanted) {
  if (!CSS.highlights) return;
  const painted = new Highlight();
  if (wanted.length > 0) {
    const walker = document.createTreeWalker(byId("decisions"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("[hidden]")) continue;
      const text = fold(node.data);
      for (const word of wanted) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          painted.add(range);
        }
      }
    }
  }
  CSS.highlights.set("found", painted);
}

// A reader's choices, kept where the browser lets a page keep anything.

function remember(key, value) {
  try {
    localStorage.setItem(`dms-rules.${key}`, value);
  } catch {
    // Private windows and some files from disk: then the choice lasts as long as the page.
  }
}

function remembered(key) {
  try {
    return localStorage.getItem(`dms-rules.${key}`);
  } catch {
    return null;
  }
}

const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (systemIsDark.matches ? "dark" : "light")) === "dark";
const showTheme = () => byId("dark").setAttribute("aria-pressed", isDark());

function start() {
  const theme = remembered("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  systemIsDark.addEventListener("change", showTheme);
  byId("dark").addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = chosen;
    remember("theme", chosen);
    showTheme();
  });
  showTheme();

  // The contents stand open where there is room beside the tables.
  const wide = matchMedia("(min-width: 64em)");
  const unfold = () => { byId("contents").open = wide.matches; };
  wide.addEventListener("change", unfold);
  unfold();

  for (const [tag, name] of Object.entries(languages)) {
    byId("language").append(el("option", { value: tag, lang: tag }, name));
  }
  byId("language").addEventListener("change", (event) => speak(event.target.value));
  byId("search").addEventListener("input", () => {
    search();
    scrollTo(0, 0);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.matches("input[type=search], select") && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("search").focus();
    }
  });

  const spoken = [remembered("language"), ...navigator.languages.map((tag) => tag.slice(0, 2)), "en"];
  speak(spoken.find((tag) => Object.hasOwn(languages, tag ?? "")));
  addEventListener("hashchange", follow);
  // The same entry of the contents chosen again changes no address, and is followed all the same.
  byId("toc").addEventListener("click", (event) => {
    const anchor = event.target.closest("a");
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", anchor.hash);
    if (!wide.matches) byId("contents").open = false;
    follow();
  });
  follow();
}

start();
