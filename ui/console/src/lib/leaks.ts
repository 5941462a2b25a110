/** What to do about a secret that was written, by its kind. */

/** Kinds of secrets for which there is the same thing to do. The words are `leak-advice-GROUP`. */
const GROUPS = {
  wallet: [
    'seed-phrase',
    'slip39-share',
    'monero-seed',
    'wif-key',
    'extended-private-key',
    'hex-private-key',
    'xrp-seed',
    'stellar-secret',
    'solana-keypair',
  ],
  keystore: ['keystore', 'bip38-key'],
  'two-factor': ['otpauth-uri', 'totp-secret'],
  code: ['one-time-code'],
  password: ['password'],
  api: ['api-secret', 'api-passphrase', 'pem-private-key'],
  session: ['session-token'],
  card: ['card-number'],
  bank: ['iban'],
} as const

export type LeakGroup = keyof typeof GROUPS

export const LEAK_GROUPS = Object.keys(GROUPS) as LeakGroup[]

export const SECRET_KINDS: readonly string[] = Object.values(GROUPS).flat()

/** The group of a kind; undefined of one that is younger than this console. */
export function leakGroup(kind: string): LeakGroup | undefined {
  return LEAK_GROUPS.find((group) => (GROUPS[group] as readonly string[]).includes(kind))
}

/** What staff may not ask for. The words are `asks-for-secret-WANTED`. */
export const WANTED = [
  'password',
  'one-time-code',
  'seed-phrase',
  'private-key',
  'api-secret',
  'card-security-code',
] as const
