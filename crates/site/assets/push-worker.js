// Shows what the desk pushes, also when none of its pages is open, and leads to it. It keeps nothing and asks for nothing.

self.addEventListener("push", (event) => {
  const { title, body, path, lang, dir } = event.data?.json() ?? {};
  if (!title || !path) return;
  // One ticket, one message: a newer one takes the place of the older.
  event.waitUntil(self.registration.showNotification(title, { body, lang, dir, tag: path, renotify: true, data: { path } }));
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
