// Small comforts on every page. Each page works without them.

// The server writes times in the reader's zone. It learns the zone here, for the next page on.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  document.cookie = `zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}

// Menus close on Escape and on a click elsewhere; focus goes back to where it was.
const menus = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  }
});

// A second press sends nothing a second time. The server would notice too (each form carries a key);
// this spares the upload.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (!button) return;
    button.setAttribute("aria-disabled", "true");
    const words = [...button.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (words) words.data = document.body.dataset.sending;
  });
}

// Back from the page that followed: the form is alive again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
});

// What is typed survives a closed session, a wrong click and a reload: it is kept in this tab under
// its writer, and forgotten with the tab, when the server has taken it, when it is thrown away, on
// signing out, or when somebody else signs in here.
const DRAFT = "draft:";
const drafts = {
  mine: `${DRAFT}${document.body.dataset.person ?? ""}:`,
  key: (name) => drafts.mine + name,
  forget(isGone) {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(DRAFT) && isGone(key)) sessionStorage.removeItem(key);
    }
  },
};
try {
  const { person, sent } = document.body.dataset;
  if (person) drafts.forget((key) => !key.startsWith(drafts.mine));
  if (sent !== undefined) drafts.forget((key) => sent === "" || key.startsWith(drafts.key(sent)));
  for (const form of document.querySelectorAll("form[data-forget]")) {
    form.addEventListener("submit", () => drafts.forget((key) => key.startsWith(drafts.key(form.dataset.forget))));
  }
  for (const field of document.querySelectorAll("[data-draft]")) {
    const key = drafts.key(field.dataset.draft);
    const kept = sessionStorage.getItem(key);
    if (kept && !field.value) {
      field.value = kept;
      const hint = document.createElement("p");
      hint.className = "hint";
      hint.setAttribute("role", "status");
      hint.textContent = document.body.dataset.draftBack;
      field.after(hint);
    }
    field.addEventListener("input", () => {
      if (field.value) sessionStorage.setItem(key, field.value);
      else sessionStorage.removeItem(key);
    });
  }
} catch {
  // Storage is switched off: drafts live as long as the page.
}
