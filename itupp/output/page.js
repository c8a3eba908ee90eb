// Shows the form that filters, does what it asks for, and unfolds what an address or paper needs.
(() => {
  "use strict";
  const form = document.getElementById("page:filter");
  const { who, on, words } = form.elements;
  const status = form.querySelector("[role=status]");
  const each = "[data-by], [data-on], [id]:is(article, details)";
  const items = [...document.querySelectorAll(each)];
  const lines = (part) => items.filter((item) => item.matches("details") && item.closest(`[id='page:${part}']`));
  const positions = lines("topics"), recorded = lines("record");
  const list = (text) => (text || "").split(" ").filter(Boolean);
  const letters = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const inWords = (text) => ` ${letters(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`;

  // A word finds a bloc's positions by the names of its members, too.
  const names = new Map();
  for (const option of who.options)
    for (const id of list(option.value)) names.set(id, `${names.get(id) || ""} ${option.text}`);

  const inner = (item) => items.filter((other) => other !== item && item.contains(other));
  const around = (item) => item.parentElement.closest("article");
  const known = items.map((item) => {
    const members = list(item.dataset.by).map((id) => names.get(id));
    const title = around(item)?.querySelector("h3, h4").textContent;
    const text = inWords([item.textContent, title, ...members].join(" "));
    const about = list(item.dataset.on || around(item)?.dataset.on);
    return { item, inner: inner(item), by: list(item.dataset.by), on: about, text };
  });

  const meets = (wanted, ids) => !wanted.length || !ids.length || wanted.some((id) => ids.includes(id));
  const nobodys = (item, by) => !by.length && item.matches("details");  // a decision of the record

  function filter() {
    const speakers = list(who.value), topics = list(on.value);
    const sought = list(inWords(words.value));
    for (const { item, by, on: about, text } of known)
      item.hidden = !(meets(speakers, by) && !(speakers.length && nobodys(item, by)) && meets(topics, about) && sought.every((word) => text.includes(` ${word}`)));
    for (const { item, inner: within } of known)
      if (within.length) item.hidden = within.every((other) => other.hidden);
    for (const group of document.querySelectorAll("article > section, .part")) {
      const within = [...group.querySelectorAll("[data-by], [data-on], [id]:is(article, details)")];
      if (within.length) group.hidden = within.every((item) => item.hidden);
    }
    const filtered = speakers.length || topics.length || sought.length;
    const counted = (all, what) => `${all.filter((item) => !item.hidden).length} of ${all.length} ${what}`;
    const told = counted(positions, "positions") + (recorded.length ? `, ${counted(recorded, "entries of the record")}` : "");
    status.textContent = filtered ? `${told}. A bloc\u2019s position does not bind each member.` : "";
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function follow() {
    const target = document.getElementById(decoded(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    if (target.matches("details")) target.open = true;
    target.scrollIntoView();
  }

  // What an acronym stands for is told where it is pointed at, too.
  for (const link of document.querySelectorAll("a[href^='#term:']")) {
    const told = document.getElementById(link.hash.slice(1))?.querySelector(".remark");
    if (told) link.title = told.textContent;
  }

  // Of the record paper has who took which side, and the lines: unfolded it would be most of the sheets.
  const unfolding = "[id='page:topics'] details, [id='page:record'] details:not([id])";
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(unfolding)].filter((details) => !details.open);
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
  addEventListener("hashchange", follow);
  addEventListener("click", (event) => {
    const { id } = event.target.closest("summary")?.parentElement || {};
    if (id) history.replaceState(null, "", `#${id}`);
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  filter();
  follow();
})();
