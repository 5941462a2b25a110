/** The browser and system that a user agent names: "Firefox · Linux". */
export function device(userAgent: string): string {
  const browser =
    /\b(Edg|OPR|Firefox|Chrome|Safari)\b\//.exec(
      userAgent.includes('Edg/') ? 'Edg/' : userAgent.includes('OPR/') ? 'OPR/' : userAgent.includes('Chrome/') ? 'Chrome/' : userAgent,
    )?.[1] ?? userAgent.split('/')[0]
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' }
  const system = /Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux/.exec(userAgent)?.[0]
  const systems: Record<string, string> = { 'Mac OS X': 'macOS', CrOS: 'ChromeOS' }
  return [browser && (names[browser] ?? browser), system && (systems[system] ?? system)].filter(Boolean).join(' · ')
}
