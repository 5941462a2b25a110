import { chromium } from 'playwright-core'
const base = process.argv[2]
const out = '/tmp/helpc_shots'
import { mkdirSync } from 'node:fs'
mkdirSync(out, { recursive: true })
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const pages = process.argv.slice(3)
for (const scheme of ['light', 'dark'])
  for (const width of [1280, 390]) {
    const c = await b.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: false })
    const p = await c.newPage()
    for (const path of pages) {
      const r = await p.goto(base + path)
      const weight = (await r.body()).length
      const over = await p.evaluate?.(() => document.documentElement.scrollWidth - innerWidth).catch(() => 'n/a')
      console.log(scheme, width, path, r.status(), weight, 'overflow', over)
      await p.screenshot({ path: `${out}/${path.replace(/[^a-zA-Z0-9-]+/g, '_')}-${width}-${scheme}.png`, fullPage: width === 1280 ? false : false })
    }
    await c.close()
  }
await b.close()
