// Files go up while the message is being written: several at once, chosen, dropped, pasted or taken with the camera. An upload
// survives a cut connection and a restart of the server, because the server says how much of it rests and it goes on from
// there. Without this script the form carries its files itself.

const PLACE = "/api/v1/uploads";
const PIECE_BYTES = 8 * 1024 * 1024;
/** Pauses between attempts while the connection is away; the last one is repeated. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];
/** Attempts without a byte of progress before a person is asked. */
const MOST_ATTEMPTS = 60;
/** Files that go up at the same time. */
const AT_ONCE = 2;

/** A refusal that trying again does not help. */
class Refused extends Error {}
/** The connection is away, or the server is. */
class Away extends Error {}

const fill = (words, values) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words);
const pause = (ms) =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
  });

/** One request; XMLHttpRequest, because `fetch` cannot tell how much of a body has gone out. */
function ask(method, path, { csrf, headers = {}, body, signal, progress }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("x-csrf-token", csrf);
    // Refusals are told in the page's language, which may be the account's and not the browser's.
    request.setRequestHeader("accept-language", document.documentElement.lang);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (progress) request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // An answer of a proxy; its status says enough.
      }
      const { status } = request;
      if (status < 300) resolve(answer);
      else if (status === 404) reject(Object.assign(new Refused(answer.title), { gone: true }));
      else if ([408, 409, 429].includes(status) || status >= 500 || answer.code === "attachment-incomplete") reject(new Away());
      else reject(new Refused(answer.title ?? ""));
    };
    request.onerror = () => reject(new Away());
    request.onabort = () => reject(new DOMException("", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

/** Whether a file is still the one that was chosen. */
const isReadable = (file) =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** What the whole must be when it has arrived; not known where the browser cannot tell. */
async function digest(file) {
  try {
    const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return undefined;
  }
}

/** Uploads that began before the page was closed, by what tells the same file again. */
const begun = {
  key: (file) => `upload:${file.name}:${file.size}:${file.lastModified}`,
  get(file) {
    try {
      return localStorage.getItem(begun.key(file));
    } catch {
      return null;
    }
  },
  set(file, id) {
    try {
      if (id) localStorage.setItem(begun.key(file), id);
      else localStorage.removeItem(begun.key(file));
    } catch {
      // Storage is switched off: an upload lives as long as the page.
    }
  },
};

/** Browsers call every pasted picture "image.png"; the time tells them apart. */
function nameOf(file) {
  if (file.name && file.name !== "image.png") return file.name;
  return `pasted-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, "-")}.${file.type.split("/")[1] ?? "bin"}`;
}

class Upload {
  constructor(list, file) {
    this.list = list;
    this.file = file;
    this.name = nameOf(file);
    this.stop = new AbortController();
    this.state = "waiting";
    this.row = list.row.content.cloneNode(true).firstElementChild;
    this.row.querySelector(".upload-name").textContent = this.name;
    this.bar = this.row.querySelector("progress");
    this.bar.setAttribute("aria-label", this.name);
    const button = (name) => this.row.querySelector(`[data-${name}]`);
    button("remove").setAttribute("aria-label", fill(list.words.remove, { name: this.name }));
    button("remove").addEventListener("click", () => this.remove());
    button("retry").addEventListener("click", () => this.again());
    list.node.append(this.row);
  }

  get isOpen() {
    return this.state === "waiting" || this.state === "going" || this.state === "away";
  }

  show(state, words, aloud = false) {
    this.state = state;
    this.said = words;
    this.row.dataset.state = state;
    this.row.querySelector(".upload-state").textContent = words;
    this.row.querySelector("[data-retry]").hidden = state !== "failed";
    this.bar.hidden = state === "done" || state === "failed";
    if (aloud) this.list.tell(this.list.join(this.name, words));
    this.list.changed();
  }

  progress(bytes) {
    const percent = Math.min(100, Math.floor((bytes / this.file.size) * 100));
    if (this.state === "going" && this.bar.value === percent) return;
    this.bar.value = percent;
    const shown = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`, { style: "percent" }).format(percent / 100);
    this.show("going", fill(this.list.words.going, { percent: shown }));
  }

  ask(method, path, more = {}) {
    return ask(method, path, { csrf: this.list.csrf, signal: this.stop.signal, ...more });
  }

  async run() {
    let attempts = 0;
    while (!this.stop.signal.aborted) {
      const before = this.offset ?? 0;
      try {
        const attachment = await this.step();
        if (attachment) return this.done(attachment);
        attempts = 0;
      } catch (error) {
        if (this.stop.signal.aborted) return;
        if (error instanceof Refused) return this.failed(error.message || this.list.words.failed);
        if (!(error instanceof Away)) throw error;
        this.asked = false;
        // A browser calls a file that was changed or moved a broken connection too.
        if (!(await isReadable(this.file))) return this.failed(this.list.words.changed, false);
        attempts = (this.offset ?? 0) > before ? 0 : attempts + 1;
        if (attempts > MOST_ATTEMPTS) return this.failed(this.list.words.failed);
        if (this.state !== "away") this.show("away", this.list.words.away, true);
        await pause(PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? PAUSES_MS[0]);
      }
    }
  }

  /** Goes on by one request; gives the file once it is made. */
  async step() {
    this.id ??= begun.get(this.file);
    if (!this.id) return this.begin();
    const place = `${PLACE}/${this.id}`;
    if (!this.asked) {
      const found = await this.ask("GET", place).catch((error) => {
        if (!error.gone) throw error;
        begun.set(this.file, null);
        this.id = null;
        return null;
      });
      if (!found) return null;
      this.asked = true;
      this.offset = found.offset;
      this.progress(this.offset);
      if (found.attachment) return found.attachment;
    }
    const from = this.offset;
    const answer = await this.ask("PATCH", place, {
      headers: { "content-type": "application/offset+octet-stream", "upload-offset": String(from) },
      body: this.file.slice(from, from + PIECE_BYTES),
      progress: (sent) => this.progress(from + sent),
    });
    this.offset = answer.offset;
    this.progress(this.offset);
    return answer.attachment;
  }

  async begin() {
    this.progress(0);
    this.sha256 ??= await digest(this.file);
    const made = await this.ask("POST", PLACE, {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ file_name: this.name, content_type: this.file.type || null, length: this.file.size, sha256: this.sha256 ?? null }),
    });
    this.id = made.id;
    this.offset = 0;
    this.asked = true;
    begun.set(this.file, this.id);
    return null;
  }

  done({ id }) {
    begun.set(this.file, null);
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "file", value: id });
    this.row.append(field);
    this.show("done", this.list.words.done, true);
  }

  failed(words, again = true) {
    // What rests of it stays for another attempt.
    this.asked = false;
    this.show("failed", words, true);
    this.row.querySelector("[data-retry]").hidden = !again;
  }

  again() {
    this.row.querySelector("[data-remove]").focus();
    this.show("waiting", "");
    this.list.start();
  }

  remove() {
    const next = this.row.nextElementSibling ?? this.row.previousElementSibling;
    this.stop.abort();
    if (this.id && this.state !== "done") {
      begun.set(this.file, null);
      ask("DELETE", `${PLACE}/${this.id}`, { csrf: this.list.csrf, signal: new AbortController().signal }).catch(() => {});
    }
    this.row.remove();
    this.list.forget(this);
    (next?.querySelector("[data-remove]") ?? this.list.input).focus();
  }
}

/** The files of one form. */
class List {
  constructor(form) {
    const words = form.querySelector(".files-words");
    this.form = form;
    this.words = words.dataset;
    this.node = form.querySelector(".uploads");
    this.input = form.querySelector("input[name=files]");
    this.told = form.querySelector("[data-told]");
    this.row = words;
    this.all = [];
    this.listen();
  }

  get csrf() {
    return this.form.elements.csrf.value;
  }

  listen() {
    const { form } = this;
    for (const input of form.querySelectorAll("input[type=file]")) {
      input.addEventListener("change", () => {
        const chosen = [...input.files];
        // What goes up here must not go along with the form once more.
        input.value = "";
        this.add(chosen);
      });
    }
    form.querySelector(".files-more").hidden = false;
    form.querySelector("[data-camera]")?.addEventListener("click", () => form.querySelector("input[capture]").click());
    form.addEventListener("paste", (event) => {
      const { files } = event.clipboardData;
      if (files.length === 0) return;
      event.preventDefault();
      this.add(files);
    });
    const carriesFiles = (event) => [...event.dataTransfer.types].includes("Files");
    form.addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      form.classList.add("dropping");
    });
    form.addEventListener("dragleave", (event) => {
      if (!form.contains(event.relatedTarget)) form.classList.remove("dropping");
    });
    form.addEventListener("drop", (event) => {
      form.classList.remove("dropping");
      if (!carriesFiles(event)) return;
      event.preventDefault();
      this.add(event.dataTransfer.files);
    });
  }

  add(files) {
    for (const file of files) {
      const kept = this.form.querySelectorAll("input[type=checkbox][name=file]:checked").length;
      if (this.all.length + kept >= Number(this.words.mostFiles)) {
        this.tell(this.words.tooMany, true);
        break;
      }
      const upload = new Upload(this, file);
      this.all.push(upload);
      if (file.size > Number(this.words.mostBytes)) upload.failed(this.words.tooLarge, false);
      else if (file.size === 0) upload.failed(this.words.empty, false);
      else upload.show("waiting", "");
    }
    this.start();
  }

  start() {
    const running = () => this.all.filter(({ state }) => state === "going" || state === "away").length;
    for (const upload of this.all) {
      if (running() >= AT_ONCE) return;
      if (upload.state !== "waiting") continue;
      upload.progress(upload.offset ?? 0);
      upload.run().catch(() => upload.failed(this.words.failed)).finally(() => this.start());
    }
  }

  forget(upload) {
    this.all = this.all.filter((one) => one !== upload);
    this.changed();
    this.start();
  }

  /** A file and what is said of it, as the language joins a name and its value. */
  join(name, words) {
    return `${name}${this.words.colon}${words}`;
  }

  /** Says something, to eyes as well where it stands for itself or while the message waits. */
  tell(words, visibly = false) {
    // Where nothing ends the words, a space keeps them apart from the sentence that follows.
    const gap = /[.。]$/.test(words) ? this.words.gap : " ";
    const said = this.waiting && !visibly ? `${words}${gap}${this.words.hold}` : words;
    this.told.classList.toggle("unseen", !visibly && !this.waiting);
    this.told.textContent = said;
  }

  get isBusy() {
    return this.all.some((upload) => upload.isOpen);
  }

  /** A message that waited for its files goes out with them, unless one of them failed. */
  changed() {
    if (!this.waiting || this.isBusy) return;
    const { waiting } = this;
    this.waiting = null;
    const failed = this.all.find(({ state }) => state === "failed");
    if (!failed) {
      this.form.requestSubmit(waiting);
      return;
    }
    this.tell(this.join(failed.name, failed.said));
    failed.row.querySelector("[data-remove]").focus();
  }

  hold(submitter) {
    this.waiting = submitter;
    this.tell(this.words.hold, true);
  }
}

/** The files of a form that carries them itself, because whoever sends it has no session in which they could go up before. They are
 *  gathered, looked at, and can be taken out again. */
class Carried extends List {
  get isBusy() {
    return false;
  }

  add(files) {
    for (const file of files) {
      if (this.all.length >= Number(this.words.mostFiles)) {
        this.tell(this.words.tooMany, true);
        break;
      }
      const wrong = file.size > Number(this.words.mostBytes) ? this.words.tooLarge : file.size === 0 ? this.words.empty : "";
      this.show(file, wrong);
    }
    this.carry();
  }

  show(file, wrong) {
    const name = nameOf(file);
    const row = this.row.content.cloneNode(true).firstElementChild;
    row.dataset.state = wrong ? "failed" : "done";
    row.querySelector(".upload-name").textContent = name;
    row.querySelector(".upload-state").textContent = wrong;
    row.querySelector("progress").hidden = true;
    const named = name === file.name ? file : new File([file], name, { type: file.type });
    const one = { file: named, wrong };
    const remove = row.querySelector("[data-remove]");
    remove.setAttribute("aria-label", fill(this.words.remove, { name }));
    remove.addEventListener("click", () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      this.all = this.all.filter((other) => other !== one);
      this.carry();
      (next?.querySelector("[data-remove]") ?? this.input).focus();
    });
    this.all.push(one);
    this.node.append(row);
    if (wrong) this.tell(this.join(name, wrong));
  }

  /** The field takes along everything but what would be refused. */
  carry() {
    const transfer = new DataTransfer();
    for (const { file, wrong } of this.all) if (!wrong) transfer.items.add(file);
    this.input.files = transfer.files;
  }
}

const lists = new Map();
for (const form of document.querySelectorAll("form")) {
  const words = form.querySelector(".files-words");
  if (words) lists.set(form, words.dataset.carried === undefined ? new List(form) : new Carried(form));
}

// Before anything else hears of it: a form that waits for its files has not been sent.
document.addEventListener(
  "submit",
  (event) => {
    const list = lists.get(event.target);
    if (!list?.isBusy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    list.hold(event.submitter);
  },
  true,
);

// A tab that is closed loses nothing that rests; what is on its way is asked about.
addEventListener("beforeunload", (event) => {
  if ([...lists.values()].some((list) => list.isBusy)) event.preventDefault();
});
