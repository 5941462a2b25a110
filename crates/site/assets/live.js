// Live arrival on a ticket page.
//
// The thread, and the list of notifications, name the feed position that they were rendered at
// (`data-after`). We follow the feed from there over WebSocket, else server-sent events, else polling,
// and when an event comes, the page is fetched again and what is new in it is put in place. The server stays the only one who writes HTML, so nothing can look different here.

const thread = document.getElementById("thread");
const strip = document.getElementById("live");
const POLL_SECONDS = 15;
/** How often a page that shows a transfer under way asks how far it is: what a chain adds to it is no event of the desk. */
const TRANSFERS_MS = 30_000;
const RETRY_MS = [500, 1_000, 2_000, 5_000, 15_000];
/** What stood in a message or file was erased: nothing of it may stay here, focus or not, however old. */
const ERASED = "log.erased";

const notices = document.getElementById("notices");
const place = thread?.dataset.ticket ? thread : notices?.dataset.after ? notices : null;
// A form that was refused stands at the address that it was sent to.
const address = thread?.dataset.ticket ? `/tickets/${thread.dataset.ticket}` : location.pathname;

let next;

if (place) {
  follow(Number(place.dataset.after));
  plan();
}

// Counted from the last time that the page was fetched, for whatever reason. Nobody looks at a page that is hidden, and it is fetched when it is
// shown again; where no transfer is under way, there is nothing to wait for.
function plan() {
  clearTimeout(next);
  const waits = !document.hidden && document.querySelector("#beside .info-tone");
  if (waits) next = setTimeout(refresh, TRANSFERS_MS);
}

function follow(after) {
  let position = after;
  let failures = 0;
  let downSince = null;

  const seen = (frame) => {
    if (typeof frame.pos === "number" && frame.pos > position) position = frame.pos;
    if (frame.kind === ERASED || frame.t === "resync") forgets = true;
    // What happens to another ticket changes the number of unread notifications.
    if (frame.t === "resync" || frame.t === "event") refresh();
  };

  const live = () => {
    failures = 0;
    downSince = null;
    strip.hidden = true;
  };

  const lost = () => {
    failures += 1;
    downSince ??= new Date();
    // One dropped connection is no news; two in a row are.
    if (failures < 2) return;
    const time = new Intl.DateTimeFormat(document.documentElement.lang, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      numberingSystem: "latn",
    }).format(downSince);
    strip.querySelector("span").textContent = strip.dataset.off
      .replace("{time}", time)
      .replace("{seconds}", String(POLL_SECONDS));
    strip.hidden = false;
  };

  const pause = () => sleep(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] * (0.75 + Math.random() / 2));

  // A road that had opened was fine, so its end begins again at the best one; a road that is closed
  // (a proxy without WebSocket) leads to the next.
  const run = async () => {
    for (;;) {
      for (const road of [overSocket, overEvents, overPolling]) {
        await online();
        const opened = await road(() => position, seen, live).then(() => true, () => false);
        lost();
        if (opened) break;
      }
      await pause();
    }
  };
  run();
}

/** Resolves when the connection ends; rejects when it never opened. */
function overSocket(position, seen, live) {
  return new Promise((resolve, reject) => {
    const url = new URL("/api/v1/live", location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    let opened = false;
    socket.onopen = () => {
      opened = true;
      socket.send(JSON.stringify({ v: 1, after: position() }));
    };
    socket.onmessage = (message) => {
      live();
      seen(JSON.parse(message.data));
    };
    socket.onclose = () => {
      if (opened) resolve();
      else reject(new Error("refused"));
    };
  });
}

function overEvents(position, seen, live) {
  return new Promise((resolve, reject) => {
    const source = new EventSource(`/api/v1/live/stream?after=${position()}`);
    let opened = false;
    source.onopen = () => {
      opened = true;
    };
    source.onmessage = (message) => {
      live();
      seen(JSON.parse(message.data));
    };
    // The browser would connect again by itself, but from an old position.
    source.onerror = () => {
      source.close();
      if (opened) resolve();
      else reject(new Error("refused"));
    };
  });
}

/** The strip stays up meanwhile: an answer can be 15 s late. Ends after a minute to try for better. */
async function overPolling(position, seen) {
  for (let round = 0; round < 60 / POLL_SECONDS; round += 1) {
    const answer = await fetch(`/api/v1/feed?after=${position()}&limit=200`, { cache: "no-store" });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const page = await answer.json();
    for (const frame of page.events) seen(frame);
    seen({ t: "live", pos: page.pos });
    await sleep(POLL_SECONDS * 1000);
    await online();
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits while the browser says that it is offline. */
async function online() {
  while (!navigator.onLine) {
    await new Promise((resolve) => addEventListener("online", resolve, { once: true }));
  }
}

let refreshing = false;
let again = false;
let forgets = false;

// Several events in one breath cost one or two fetches, and the last state always arrives.
async function refresh() {
  again = true;
  if (refreshing) return;
  refreshing = true;
  let all = false;
  try {
    while (again) {
      again = false;
      all ||= forgets;
      forgets = false;
      // What arrives in a hidden tab has not been read.
      const headers = document.hidden ? { accept: "text/html", "x-unseen": "1" } : { accept: "text/html" };
      const answer = await fetch(address, { cache: "no-store", headers });
      // A closed session answers with another page: leave what stands, the next act explains it.
      if (!answer.ok || answer.redirected) break;
      merge(new DOMParser().parseFromString(await answer.text(), "text/html"), all);
      all = false;
    }
  } catch {
    // Offline again; the feed replays from the last position.
  } finally {
    forgets ||= all;
    refreshing = false;
    plan();
  }
}

// With `all`, nothing that stands here may outlive what the server says now.
function merge(fresh, all) {
  swap("unread", fresh, all);
  swap("notices", fresh, all);
  const freshThread = fresh.getElementById("thread");
  if (!freshThread) return;
  let arrived = 0;
  const entries = [...freshThread.querySelectorAll(":scope > [data-entry]")];
  const ids = new Set(entries.map((entry) => entry.id));
  const knowsOne = entries.some((entry) => document.getElementById(entry.id));
  let before;
  for (const entry of entries) {
    const own = document.getElementById(entry.id);
    if (!own) {
      arrived += entry.classList.contains("ours") ? 1 : 0;
      put(document.adoptNode(entry), before, knowsOne);
    } else if (own.innerHTML !== entry.innerHTML) {
      own.replaceWith(document.adoptNode(entry));
    }
    before = document.getElementById(entry.id);
  }
  leave(ids, fresh, all);
  retitle(fresh);
  for (const id of ["state", "proof", "joined", "life", "missing", "given"]) swap(id, fresh, all);
  swapBeside(fresh, all);
  swapReply(fresh);
  announce(arrived);
}

// What comes in with a ticket that was merged stands among what is here, not behind it.
function put(entry, before, knowsOne) {
  if (before) before.after(entry);
  else if (knowsOne) thread.prepend(entry);
  else thread.append(entry);
}

// What was split off stands in another ticket. What is older than the page that was fetched is left alone, unless something was
// erased: it may be in there, and stands on an earlier page as it is now.
function leave(ids, fresh, all) {
  const shown = [...thread.querySelectorAll(":scope > [data-entry]")];
  const from = shown.findIndex((entry) => ids.has(entry.id));
  if (from < 0) return;
  for (const entry of all ? shown : shown.slice(from)) if (!ids.has(entry.id)) entry.remove();
  if (all) swap("earlier", fresh, all);
}

function swap(id, fresh, all) {
  const own = document.getElementById(id);
  const other = fresh.getElementById(id);
  if (!own || !other) return;
  keepOpen(own, other);
  if (own.innerHTML === other.innerHTML) return;
  if (all || !own.contains(document.activeElement)) own.replaceWith(document.adoptNode(other));
}

// What was opened stays open. A transfer is known by its name, because another one may have come before it; anything else by its place.
function keepOpen(own, other) {
  const nameOf = (details, place) => details.closest("[data-transfer]")?.dataset.transfer ?? place;
  const open = new Set();
  for (const [place, details] of own.querySelectorAll("details").entries()) {
    if (details.open) open.add(nameOf(details, place));
  }
  for (const [place, details] of other.querySelectorAll("details").entries()) {
    if (open.has(nameOf(details, place))) details.open = true;
  }
}

// What the exchange says of the transfers. Where it did not answer in time, what it said stays, with the moment at which it was
// true; and nothing is taken from under the hand of whoever copies an address.
function swapBeside(fresh, all) {
  const own = document.getElementById("beside");
  const other = fresh.getElementById("beside");
  if (!other) {
    if (all) own?.remove();
    return;
  }
  if (!own) {
    thread.closest("section").before(document.adoptNode(other));
    return;
  }
  const chosen = getSelection();
  if (!all && !chosen.isCollapsed && own.contains(chosen.anchorNode)) return;
  if (all || !own.contains(document.activeElement)) swap("beside", fresh, all);
  else moveOn(own, other);
}

// The focus is on one of the transfers: nothing is put in the place of another thing but how each of them stands, and as of when.
function moveOn(own, other) {
  for (const transfer of own.querySelectorAll("[data-transfer]")) {
    const same = `[data-transfer="${CSS.escape(transfer.dataset.transfer)}"]`;
    const state = other.querySelector(`${same} .transfer-state`);
    if (state) transfer.querySelector(".transfer-state").replaceWith(document.adoptNode(state));
  }
  own.querySelector(".as-of").replaceWith(document.adoptNode(other.querySelector(".as-of")));
}

// A secret may have been masked in the subject.
function retitle(fresh) {
  const own = document.getElementById("subject");
  const other = fresh.getElementById("subject");
  if (!own || !other || own.textContent === other.textContent) return;
  own.replaceWith(document.adoptNode(other));
  title = fresh.title;
  document.title = unseen > 0 ? `(${unseen}) ${title}` : title;
}

// The form changes its words with the state and stays the same form: what is typed in it, files that are on their way or there, and
// a message that waits for them.
function swapReply(fresh) {
  const own = document.getElementById("reply-section");
  const other = fresh.getElementById("reply-section");
  if (!own || !other || own.dataset.mode === other.dataset.mode) return;
  if (own.contains(document.activeElement)) return;
  own.dataset.mode = other.dataset.mode;
  for (const words of ["#reply-title", ".actions > .button:not([type=button])"]) {
    own.querySelector(words).replaceChildren(...other.querySelector(words).childNodes);
  }
  const hint = other.querySelector("#body-hint");
  own.querySelector("#body-hint")?.remove();
  if (hint) own.querySelector("#reply-title").after(hint);
  const field = own.querySelector("textarea");
  const described = field.getAttribute("aria-describedby").split(" ").filter((id) => id !== "body-hint");
  if (hint) described.push("body-hint");
  field.setAttribute("aria-describedby", described.join(" "));
}

let title = document.title;
let unseen = 0;

function announce(arrived) {
  if (arrived === 0 || !document.hidden) return;
  unseen += arrived;
  document.title = `(${unseen}) ${title}`;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    clearTimeout(next);
    return;
  }
  unseen = 0;
  document.title = title;
  // A phone may have put the connection to sleep without a word.
  if (place) refresh();
});
