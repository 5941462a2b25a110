// Articles while somebody types. The page answers without it; here the best few stand below the field already.
//
// A combobox as WAI-ARIA has it: the field keeps the focus, arrows move in the list, Enter opens what is chosen and otherwise does
// what it always did, Escape puts the list away. While an input method composes, keys and letters are its own.

const PAUSE_MS = 120;
const MOST = 6;
let lists = 0;

for (const field of document.querySelectorAll("[data-search]")) suggest(field);

function suggest(field) {
  lists += 1;
  const list = document.createElement("ul");
  list.id = `found-${lists}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.label);
  list.hidden = true;
  const heard = document.createElement("p");
  heard.className = "unseen";
  heard.setAttribute("role", "status");
  const room = field.parentElement;
  room.append(list, heard);
  // A field of several lines is a textbox and nothing else, which does not expand.
  const isLine = field instanceof HTMLInputElement;
  const expand = (open) => isLine && field.setAttribute("aria-expanded", String(open));
  if (isLine) field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  expand(false);

  let pause, asking, chosen = -1;
  const options = () => [...list.children];

  const choose = (at) => {
    const all = options();
    all[chosen]?.removeAttribute("aria-selected");
    chosen = at;
    const option = all[at];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    clearTimeout(pause);
    asking?.abort();
    choose(-1);
    list.hidden = true;
    expand(false);
  };
  const show = (items) => {
    choose(-1);
    list.replaceChildren(...items.map((item, at) => drawn(item, `${list.id}-${at}`, field)));
    list.hidden = items.length === 0;
    expand(items.length > 0);
    heard.textContent = items.length > 0
      ? field.dataset.count.replace("{count}", new Intl.NumberFormat(`${field.dataset.lang}-u-nu-latn`).format(items.length))
      : field.dataset.none;
  };

  const ask = async () => {
    asking?.abort();
    const text = field.value.trim();
    // What is longer is no search any more, and what has lines was pasted: neither belongs into an address.
    if (!text || text.length > 100 || text.includes("\n")) return close();
    asking = new AbortController();
    const query = new URLSearchParams({ q: text, lang: field.dataset.lang, typing: "true", limit: String(MOST) });
    try {
      const answer = await fetch(`/api/v1/help/search?${query}`, { signal: asking.signal });
      if (!answer.ok) return close();
      const { items } = await answer.json();
      if (document.activeElement === field) show(items);
    } catch {
      // A newer question took its place, or there is no network: the form goes where it always went.
    }
  };

  field.addEventListener("input", (event) => {
    clearTimeout(pause);
    if (event.isComposing) return;
    pause = setTimeout(ask, PAUSE_MS);
  });
  field.addEventListener("compositionend", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE_MS);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const all = options();
    const isOpen = !list.hidden;
    if (event.key === "Escape" && isOpen) close();
    else if (event.key === "ArrowDown" && isOpen) choose(chosen + 1 >= all.length ? -1 : chosen + 1);
    else if (event.key === "ArrowUp" && isOpen) choose(chosen < 0 ? all.length - 1 : chosen - 1);
    else if (event.key === "Enter" && isOpen && chosen >= 0) location.assign(all[chosen].dataset.href);
    else return;
    event.preventDefault();
  });
}

function drawn(item, id, field) {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.dataset.href = `${field.dataset.search}/${item.slug}`;
  const title = document.createElement("span");
  if (item.lang !== field.dataset.lang) {
    title.lang = item.lang;
    title.dir = "auto";
  }
  for (const piece of item.title) {
    const part = document.createElement(piece.is_match ? "mark" : "span");
    part.textContent = piece.text;
    title.append(part);
  }
  option.append(title);
  const notes = [
    item.audience === "internal" ? field.dataset.internal : "",
    item.is_foreign ? new Intl.DisplayNames([item.lang], { type: "language" }).of(item.lang) : "",
  ].filter(Boolean);
  if (notes.length > 0) {
    const note = document.createElement("span");
    note.className = "row-meta";
    note.textContent = notes.join(" · ");
    option.append(note);
  }
  // The field must not lose the focus before the click is a click.
  option.addEventListener("pointerdown", (event) => event.preventDefault());
  option.addEventListener("click", () => location.assign(option.dataset.href));
  return option;
}
