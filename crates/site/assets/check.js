// Says before a message is sent that a secret stands in it, or the UID of another account. The server hides secrets in any case; this
// spares the customer from having let go of one. The check stores nothing and logs nothing, and where
// it cannot be made, the form is sent as if there were no script.

const PAUSE_MS = 1_000;
const MOST_MS = 3_000;

/** What each field held when it was found clean, or when its writer chose to send it anyway. */
const passed = new WeakMap();
/** The pause of each form's writer. */
const pauses = new WeakMap();

const fields = (form) => [...form.querySelectorAll("[data-check]")];
const isOpen = (field) => field.value.trim() !== "" && passed.get(field) !== field.value;

/** The kind under which a UID is told of that is not the customer's own. */
const NOT_OWN = "uid-not-own";

/** The secrets of a form's fields, each with its field and its place in UTF-8 bytes; without any, the UIDs of others. */
async function find(form) {
  const found = fields(form).filter(isOpen).map(async (field) => {
    const text = field.value;
    const answer = await fetch("/api/v1/text-checks", {
      method: "POST",
      headers: { "content-type": "application/json", "x-csrf-token": form.elements.csrf.value },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(MOST_MS),
    });
    if (!answer.ok) return [];
    const { secrets, evidence } = await answer.json();
    const uids = evidence.filter((one) => one.is_not_own).map((one) => ({ ...one, kind: NOT_OWN }));
    // Spans of evidence count from the text as it is masked, so secrets come first and the rest is looked at again.
    const told = secrets.length > 0 ? secrets : uids;
    if (told.length === 0) passed.set(field, text);
    return told.map((one) => ({ ...one, field, text }));
  });
  const all = (await Promise.all(found.map((one) => one.catch(() => [])))).flat();
  const secrets = all.filter(({ kind }) => kind !== NOT_OWN);
  return secrets.length > 0 ? secrets : all;
}

/** Shows what was found, or nothing any more; answers whether there is something. */
function tell(form, secrets) {
  const room = form.querySelector(".leak");
  const words = form.querySelector(".leak-words");
  // The same words again would be read out again.
  const kinds = [...new Set(secrets.map(({ kind }) => kind))].join();
  if (room.dataset.kinds === kinds) return kinds !== "";
  room.dataset.kinds = kinds;
  room.replaceChildren();
  if (kinds === "") return false;
  const names = JSON.parse(words.dataset.names);
  const listed = new Intl.ListFormat(document.documentElement.lang, { type: "unit", style: "short" });
  const what = listed.format(new Set(secrets.map(({ kind }) => names[kind] ?? kind)));
  const notice = words.content.cloneNode(true);
  const sentence = notice.querySelector("p");
  if (secrets.every(({ kind }) => kind === NOT_OWN)) {
    sentence.textContent = words.dataset.notOwn;
    notice.querySelector(".danger").classList.remove("danger");
  } else {
    sentence.textContent = sentence.textContent.replace("{what}", () => what);
  }
  notice.querySelector("[data-edit]").addEventListener("click", () => select(secrets[0]));
  notice.querySelector("[data-anyway]").addEventListener("click", () => {
    for (const field of fields(form)) passed.set(field, field.value);
    form.requestSubmit(form.querySelector(".actions > .button:not([type=button])"));
  });
  room.append(notice);
  return true;
}

/** Selects a secret where it was written, so that one key takes it out. */
function select({ field, text, start, end }) {
  field.focus();
  if (field.value !== text) return;
  const bytes = new TextEncoder().encode(text);
  const length = (until) => new TextDecoder().decode(bytes.subarray(0, until)).length;
  field.setSelectionRange(length(start), length(end));
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("[data-check]")) return;
  const { form } = target;
  clearTimeout(pauses.get(form));
  pauses.set(form, setTimeout(async () => tell(form, await find(form)), PAUSE_MS));
});

// Before anything else hears of it: a form that is held back has not been sent.
document.addEventListener(
  "submit",
  async (event) => {
    const { target: form, submitter } = event;
    if (!fields(form).some(isOpen)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.checking) return;
    form.dataset.checking = "yes";
    clearTimeout(pauses.get(form));
    const secrets = await find(form);
    delete form.dataset.checking;
    if (tell(form, secrets)) {
      form.querySelector("[data-edit]").focus();
      return;
    }
    // What could not be looked at goes as it is: the server looks again.
    for (const field of fields(form)) passed.set(field, field.value);
    form.requestSubmit(submitter);
  },
  true,
);
