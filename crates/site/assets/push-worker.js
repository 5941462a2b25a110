// Shows what the desk pushes, also when none of its pages is open, and leads to it. It keeps nothing and asks for nothing.

self.addEventListener("push", (event) => {
  const { title, body, path, tag = path, lang, dir } = event.data?.json() ?? {};
  if (!title || !path) return;
  // One thing, one message: a newer one takes the place of the older.
  event.waitUntil(self.registration.showNotification(title, { body, lang, dir, tag, renotify: true, data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const target = new URL(event.notification.data.path, self.location.origin);
  if (target.origin !== self.location.origin) return;
  event.waitUntil(
    (async () => {
      const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      const open = pages.find((page) => new URL(page.url).pathname === target.pathname);
      await (open ? open.focus() : self.clients.openWindow(target));
    })(),
  );
});

// A browser's maker may give it another address at any time. The desk is told of it at once, if the customer to whom the old one
// belonged is signed in; who is not turns it on again on the page.
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

const LIST = "/api/v1/me/push-subscriptions";

const read = async (path) => {
  const answer = await fetch(path);
  return answer.ok ? answer.json() : null;
};

async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The row that the desk has of this browser. Not every browser says what its old address was; its own name is the next best. */
async function known(items, old) {
  const hex = old && (await digest(old.endpoint));
  return items.find((item) => (hex ? item.endpoint_sha256 === hex : item.device === navigator.userAgent));
}

function subscribe(key) {
  const bytes = Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes });
}

async function renew({ oldSubscription, newSubscription }) {
  const [me, list] = await Promise.all([read("/api/v1/me"), read(LIST)]);
  const row = list?.public_key && (await known(list.items, oldSubscription));
  // Somebody else may sit here by now: they asked for nothing.
  if (!row) return newSubscription?.unsubscribe();
  const subscription = newSubscription ?? (await subscribe(list.public_key));
  const { endpoint, keys } = subscription.toJSON();
  const headers = { "content-type": "application/json", "x-csrf-token": me.csrf_token };
  const body = JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth });
  const answer = await fetch(LIST, { method: "POST", headers, body });
  // What the desk does not know must not wake anybody.
  if (!answer.ok) return subscription.unsubscribe();
  if (row.endpoint_sha256 !== (await digest(endpoint))) {
    await fetch(`${LIST}/${row.id}`, { method: "DELETE", headers: { "x-csrf-token": me.csrf_token } });
  }
}
