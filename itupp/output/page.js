// Shows the form that filters, does what it asks for, and unfolds what an address or paper needs.
(() => {
  "use strict";
  const form = document.getElementById("page:filter");
  const { who, on, words } = form.elements;
  const status = form.querySelector("[role=status]");
  const items = [...document.querySelectorAll("[data-by], [data-on], [id]:is(article, details)")];
  const positions = items.filter((item) => item.closest("[id='page:topics']") && item.id && item.dataset.by);
  const list = (text) => (text || "").split(" ").filter(Boolean);
  const letters = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const inWords = (text) => ` ${letters(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`;

  // A word finds a bloc's positions by the names of its members, too.
  const names = new Map();
  for (const option of who.options)
    for (const id of list(option.value)) names.set(id, `${names.get(id) || ""} ${option.text}`);

  const inner = (item) => items.filter((other) => other !== item && item.contains(other));
  const titles = (item) => {
    const around = item.parentElement.closest("article");
    return around ? around.querySelector("h3, h4").textContent : "";
  };
  const known = items.map((item) => {
    const members = list(item.dataset.by).map((id) => names.get(id));
    const text = inWords([item.textContent, titles(item), ...members].join(" "));
    return { item, inner: inner(item), by: list(item.dataset.by), on: list(item.dataset.on), text };
  });

  const meets = (wanted, ids) => !wanted.length || !ids.length || wanted.some((id) => ids.includes(id));

  function filter() {
    const speakers = list(who.value), topics = list(on.value);
    const sought = list(inWords(words.value));
    for (const { item, by, on: about, text } of known)
      item.hidden = !(meets(speakers, by) && meets(topics, about) && sought.every((word) => text.includes(` ${word}`)));
    for (const { item, inner: within } of known)
      if (within.length) item.hidden = within.every((other) => other.hidden);
    for (const group of document.querySelectorAll("article > section, .part")) {
      const within = [...group.querySelectorAll("[data-by], [data-on], [id]:is(article, details)")];
      if (within.length) group.hidden = within.every((item) => item.hidden);
    }
    const shown = positions.filter((item) => !item.hidden).length;
    const filtered = speakers.length || topics.length || sought.length;
    const told = `${shown} of ${positions.length} positions`;
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
    for (const details of target.querySelectorAll(":scope > details"))
      if (details.nextElementSibling?.matches(".id")) details.open = true;
    target.scrollIntoView();
  }

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("[id='page:topics'] details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
  addEventListener("hashchange", follow);
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  filter();
  follow();
})();
