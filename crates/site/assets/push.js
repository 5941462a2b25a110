// Turns on messages in this browser, and tells it from the others in the list. Without it the list can still be shortened.

const form = document.querySelector("#push");
const offer = form.querySelector(".actions");
const status = form.querySelector("[role=status]");

const say = (words) => (status.textContent = words);
const worker = () => navigator.serviceWorker.register("/push-worker.js");
const current = async () => (await worker()).pushManager.getSubscription();

/** The row of a subscription, if the desk knows it. */
async function row(subscription) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return document.querySelector(`[data-digest="${hex}"]`);
}

async function subscribe() {
  const { pushManager } = await worker();
  const key = Uint8Array.from(atob(form.dataset.key.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  // One that was made under another key of the desk's is of no use to it.
  const old = await pushManager.getSubscription();
  if (old) await old.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

async function tell(subscription) {
  const { endpoint, keys } = subscription.toJSON();
  const answer = await fetch("/api/v1/me/push-subscriptions", {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf-token": form.elements.csrf.value },
    body: JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  });
  if (answer.ok) return true;
  // What the desk does not know must not wake anybody.
  await subscription.unsubscribe();
  return false;
}

async function turnOn() {
  if ((await Notification.requestPermission()) !== "granted") {
    return say(Notification.permission === "denied" ? form.dataset.denied : form.dataset.refused);
  }
  let subscription;
  try {
    subscription = await subscribe();
  } catch {
    return say(form.dataset.refused);
  }
  if (!(await tell(subscription))) return say(form.dataset.failed);
  location.assign("/notifications/settings?notice=device-added");
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (button.getAttribute("aria-disabled")) return;
  button.setAttribute("aria-disabled", "true");
  say("");
  try {
    await turnOn();
  } catch {
    say(form.dataset.failed);
  }
  button.removeAttribute("aria-disabled");
});

/** Marks this browser's row, and lets the browser forget when the desk does. */
function mark(own, subscription) {
  const name = own.querySelector(".person-name");
  const agent = name.textContent;
  name.textContent = form.dataset.here;
  const told = document.createElement("span");
  told.textContent = agent;
  own.querySelector(".row-meta").prepend(told);
  own.querySelector("form").addEventListener("submit", () => subscription.unsubscribe());
}

async function begin() {
  // It said that a script is needed.
  say("");
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    return say(form.dataset.unsupported);
  }
  if (Notification.permission === "denied") return say(form.dataset.denied);
  const subscription = Notification.permission === "granted" ? await current() : null;
  const own = subscription && (await row(subscription));
  if (own) return mark(own, subscription);
  offer.hidden = false;
}

begin().catch(() => say(form.dataset.unsupported));
