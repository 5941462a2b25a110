#!/usr/bin/env python3
"""Holds frozen-3 to its README: python3 check.py"""
import base64, collections, hashlib, json, pathlib, re, sys, unicodedata
import base58
HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent
LANGS = ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "tr", "vi", "ar"]
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
bad = []


def must(condition, *what):
    if not condition:
        bad.append(what)


def load(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def b58(text, alphabet=None):
    if alphabet:
        text = text.translate(str.maketrans(alphabet, "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"))
    raw = base58.b58decode(text)
    must(hashlib.sha256(hashlib.sha256(raw[:-4]).digest()).digest()[:4] == raw[-4:], "checksum", text)
    return raw[:-4]


def crc16(data):
    crc = 0
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def valid(case):
    kind, one = case["kind"], case["secrets"][0]
    if kind == "wif-key":
        must(b58(one)[0] in (0x80, 0xB0, 0x9E, 0xEF), case["id"])
    if kind == "extended-private-key":
        must(len(b58(one)) == 78 and b58(one)[45] == 0, case["id"])
    if kind == "bip38-key":
        must(one.startswith("6P") and len(b58(one)) == 39, case["id"])
    if kind == "xrp-seed":
        must(b58(one, RIPPLE)[0] in (0x21, 0x01), case["id"])
    if kind == "stellar-secret":
        raw = base64.b32decode(one)
        must(one[0] == "S" and crc16(raw[:-2]).to_bytes(2, "little") == raw[-2:], case["id"])
    if kind == "card-number":
        digits = [int(c) for c in re.sub(r"\D", "", one)]
        must(sum(sum(divmod(d * (1 + i % 2), 10)) for i, d in enumerate(reversed(digits))) % 10 == 0, case["id"])
    if kind == "iban":
        flat = one.replace(" ", "").upper()
        must(int("".join(str(int(c, 36)) for c in flat[4:] + flat[:4])) % 97 == 1, case["id"])
    if kind == "hex-private-key":
        must(re.fullmatch(r"(0x)?[0-9a-fA-F]{64}", one), case["id"])
    if kind == "solana-keypair":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        raw = bytes(int(n) for n in re.findall(r"\d+", ",".join(case["secrets"]))) if case["layout"] == "json" else base58.b58decode(one)
        must(Ed25519PrivateKey.from_private_bytes(raw[:32]).public_key().public_bytes_raw() == raw[32:], case["id"])
    if kind == "seed-phrase" and case["layout"].startswith("bip39") and case["layout"].split()[-1] in ("plain", "comma", "slash", "lines", "caps", "upper"):
        from mnemonic import Mnemonic
        name = case["layout"].split()[1]
        first, last = case["text"].index(one), case["text"].rindex(case["secrets"][-1]) + len(case["secrets"][-1])
        words = re.sub(r"[,/\s]+", " ", case["text"][first:last]).lower().split()
        if len(words) % 3:
            return
        flat = lambda w: unicodedata.normalize("NFKD", w)
        index = {flat(w): i for i, w in enumerate(Mnemonic(name).wordlist)}
        bits = "".join(f"{index[flat(w)]:011b}" for w in words)
        size = len(bits) * 32 // 33
        hashed = hashlib.sha256(int(bits[:size], 2).to_bytes(size // 8, "big")).digest()
        must(f"{hashed[0]:08b}"[:len(bits) - size] == bits[size:], case["id"])
    if kind == "slip39-share":
        from shamir_mnemonic.share import Share
        words = re.findall(r"[a-z]+", case["text"][case["text"].index(one):case["text"].rindex(case["secrets"][-1]) + len(case["secrets"][-1])])
        Share.from_mnemonic(" ".join(words))
    if kind == "pem-private-key":
        from cryptography.hazmat.primitives.serialization import load_pem_private_key
        block = re.search(r"-----BEGIN.*?-----END [A-Z ]+-----", case["text"], re.S)[0]
        load_pem_private_key(block.encode(), b"made up" if "ENCRYPTED" in block else None)


ids, texts = set(), set()
folder = OUT / "frozen-3"
table = {}
for path in sorted(folder.glob("*.jsonl")):
    name, cases = path.stem, load(path)
    for case in cases:
        must(set(case) == {"id", "lang", "kind", "layout", "text", "secrets"}, case["id"], "fields")
        must((case["kind"] or "innocent") == name, case["id"], "kind")
        must(case["lang"] in LANGS and case["layout"], case["id"])
        must((case["kind"] is None) == (not case["secrets"]), case["id"], "secrets")
        must(all(s and s in case["text"] for s in case["secrets"]), case["id"], "a secret is not in the text")
        must(unicodedata.is_normalized("NFC", case["text"]), case["id"], "NFC")
        must("{" + "secret" + "}" not in case["text"] and not re.search(r"\{[a-z0-9]+\}|⟪|⟫|\\n", case["text"]), case["id"], "slot left")
        must(case["id"] not in ids and case["text"] not in texts, case["id"], "twice")
        ids.add(case["id"]), texts.add(case["text"])
        if case["kind"]:
            valid(case)
    table[name] = collections.Counter(c["lang"] for c in cases)
    must(len(cases) >= 40, name, "too few")
    must(all(table[name][l] >= (100 if name == "innocent" else 4) for l in LANGS), name, table[name])
must(len(table) == 22, len(table))
values = collections.Counter(s for p in folder.glob("*.jsonl") if p.stem in ("password", "api-passphrase", "one-time-code") for c in load(p) for s in c["secrets"])
for s, n in values.items():
    must(n == 1, "value twice", s)
out = load(OUT / "outgoing/frozen-3.jsonl")
shape, ways, wanted = collections.Counter(), collections.Counter(), collections.Counter()
for case in out:
    must(set(case) == {"id", "lang", "asks", "text"}, case["id"])
    must(case["asks"] in (None, "password", "one-time-code", "seed-phrase", "private-key", "api-secret", "card-security-code"), case["id"])
    must(case["id"] not in ids and case["text"] not in texts, case["id"], "twice")
    ids.add(case["id"]), texts.add(case["text"])
    shape[case["lang"], case["asks"] is not None] += 1
    ways[case["id"].rsplit("-", 1)[1]] += 1
    wanted[case["asks"]] += 1
must(all(shape[l, True] == 50 and shape[l, False] == 60 for l in LANGS), shape)
# No text, and no context, of the older sets (only ids of what is alike are printed, not the old texts).
old = HERE.parent
if old.exists():
    def grams(t):
        t = re.sub(r"[\s\d\W]+", "", t.lower())
        return {t[i:i + 4] for i in range(len(t) - 3)}
    olds = {(c["lang"], c["text"]) for p in old.glob("outgoing/*.jsonl") for c in load(p)}
    by = collections.defaultdict(list)
    for l, t in olds:
        by[l].append(grams(t))
    for case in out:
        mine = grams(case["text"])
        close = max((len(mine & g) / max(1, len(mine | g)) for g in by[case["lang"]]), default=0)
        if close > 0.7:
            print("like an older one", case["id"], round(close, 2), file=sys.stderr)
    kinds = {c["text"] for d in ("tuning", "tuning-2", "frozen", "frozen-2") for p in old.glob(f"{d}/*.jsonl") for c in load(p)}
    must(not kinds & texts, "text of an older set")
if "--table" in sys.argv:
    print("| kind | all | " + " | ".join(LANGS) + " |\n| --- |" + " ---: |" * 11)
    for name, c in table.items():
        print(f"| {name} | {sum(c.values())} | " + " | ".join(str(c[l]) for l in LANGS) + " |")
    print("\n| asks for | messages |\n| --- | ---: |")
    for k, n in wanted.most_common():
        print(f"| {k or 'nothing (may be sent)'} | {n} |")
    print("\n| way | messages |\n| --- | ---: |")
    for k, n in ways.most_common():
        print(f"| {k} | {n} |")
for b in bad[:40]:
    print(*b)
print(f"{len(ids)} messages, {len(bad)} faults")
sys.exit(bool(bad))
