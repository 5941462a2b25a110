// Articles that fit what somebody is about to send us, while they write it. They stand below the text, so that nothing moves under
// the hand; without the script they come with the next page. The text goes in the body of a request, never into an address.

const PAUSE_MS = 1_200;
const LEAST = 12;

for (const room of document.querySelectorAll("[data-fits]")) {
  const field = document.getElementById(room.dataset.fits);
  const list = room.querySelector("ol");
  let pause, asking, asked = field.value;

  const ask = async () => {
    const text = field.value.trim();
    if (text.length < LEAST || text === asked) return;
    asked = text;
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch("/api/v1/help/suggestions", {
        method: "POST",
        headers: { "content-type": "application/json", "x-csrf-token": field.form.elements.csrf.value },
        body: JSON.stringify({ text, lang: document.documentElement.lang }),
        signal: asking.signal,
      });
      if (!answer.ok) return;
      const { items } = await answer.json();
      // What stands there already must not be read out again, nor move.
      const links = [...list.querySelectorAll("a")].map((link) => link.getAttribute("href")).join();
      const hrefs = items.map((item) => `${room.dataset.path}/${item.slug}`);
      if (links === hrefs.join()) return;
      list.replaceChildren(...items.map((item, at) => drawn(item, hrefs[at])));
      room.hidden = items.length === 0;
    } catch {
      // Whoever writes is not disturbed by it.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE_MS);
  });
}

function drawn(item, href) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  // What is written stays where it is.
  link.target = "_blank";
  for (const [name, pieces] of [["row-subject", item.title], ["snippet", item.snippet]]) {
    const line = document.createElement("span");
    line.className = name;
    line.lang = item.lang;
    line.dir = "auto";
    for (const piece of pieces) {
      const part = document.createElement(piece.is_match ? "mark" : "span");
      part.textContent = piece.text;
      line.append(part);
    }
    link.append(line);
  }
  row.append(link);
  return row;
}
