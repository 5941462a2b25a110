// Recomputes the contrast of every role that the palette promises, from tokens.css itself.
//
// A ratio is the lowest one over the backgrounds that the role may stand on. The promises are rounded
// to one digit, as written in the palette, so half of the last digit is granted.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8").replace(/\/\*[^]*?\*\//g, "");

/** The custom properties of the first block whose selector is exactly `selector`. */
function tokens(selector) {
  const start = css.indexOf(`${selector} {`);
  assert.notEqual(start, -1, `tokens.css has no block ${selector}`);
  const body = css.slice(css.indexOf("{", start) + 1, css.indexOf("}", start));
  return new Map([...body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

const light = tokens(":root");
const dark = tokens(':root[data-theme="dark"]');
const contrast = {
  contrast: tokens(':root[data-theme="contrast"]'),
  "contrast-dark": tokens(':root[data-theme="contrast-dark"]'),
};

/** WCAG 2.2, "relative luminance". */
function luminance(hex) {
  assert.match(hex, /^#[0-9a-f]{6}$/, `${hex} is not a six-digit hex colour`);
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio". */
function ratio(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const PLAIN = ["canvas", "surface", "sunken", "hover", "selected", "note"];

// role, backgrounds, promised ratio in light and dark
const PROMISES = [
  ["text", [...PLAIN, "accent-soft"], 14.4, 12.7],
  ["muted", PLAIN, 5.8, 6.6],
  ["accent-text", [...PLAIN, "accent-soft"], 7.2, 7.6],
  ["control-border", PLAIN, 3.1, 3.5],
  ["focus", PLAIN, 5.7, 7.0],
  ["on-accent", ["accent"], 7.8, 8.2],
  ["info-text", [...PLAIN, "info-soft"], 6.4, 8.2],
  ["teal-text", [...PLAIN, "teal-soft"], 5.8, 8.5],
  ["violet-text", [...PLAIN, "violet-soft"], 6.7, 8.2],
  ["good-text", [...PLAIN, "good-soft"], 6.0, 8.5],
  ["warn-text", [...PLAIN, "warn-soft"], 6.4, 8.2],
  ["bad-text", [...PLAIN, "bad-soft"], 6.9, 8.0],
  ...["info", "teal", "violet", "good", "warn", "bad"].map((name) => ["on-accent", [`${name}-solid`], 5.5, 5.5]),
  // Text of the page on every soft fill: messages, banners and chips carry plain text too.
  ...["info", "teal", "violet", "good", "warn", "bad"].map((name) => ["text", [`${name}-soft`], 7, 7]),
  ["on-accent", ["accent-hover"], 5.5, 5.5],
];

for (const [theme, palette, column] of [["light", light, 2], ["dark", dark, 3]]) {
  for (const promise of PROMISES) {
    const [role, backgrounds] = promise;
    test(`${theme}: ${role} on ${backgrounds.join(", ")}`, () => {
      for (const background of backgrounds) {
        const found = ratio(palette.get(role), palette.get(background));
        assert.ok(
          found >= promise[column] - 0.05,
          `${role} on ${background} is ${found.toFixed(2)}, promised ${promise[column]}`,
        );
      }
    });
  }
}

// What high contrast promises of a role instead: text of WCAG's level AAA, and edges that everybody sees.
const AT_LEAST = new Map([["control-border", 4.5], ["focus", 4.5]]);

for (const [theme, palette] of Object.entries(contrast)) {
  for (const [role, backgrounds] of [...PROMISES, ["border", PLAIN]]) {
    test(`${theme}: ${role} on ${backgrounds.join(", ")}`, () => {
      const least = role === "border" ? 3 : (AT_LEAST.get(role) ?? 7);
      for (const background of backgrounds) {
        const found = ratio(palette.get(role), palette.get(background));
        assert.ok(found >= least, `${role} on ${background} is ${found.toFixed(2)}, promised ${least}`);
      }
    });
  }
}

test("both dark blocks are the same", () => {
  assert.deepEqual(tokens(':root:not([data-theme="light"])'), dark);
});

test("every other theme changes every colour that light names", () => {
  const colours = [...light].filter(([, value]) => value.startsWith("#")).map(([name]) => name);
  for (const theme of [dark, ...Object.values(contrast)]) {
    assert.deepEqual(colours.filter((name) => !theme.has(name)), []);
  }
});
