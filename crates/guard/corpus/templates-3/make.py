#!/usr/bin/env python3
"""Makes frozen-3 from source/texts: python3 make.py  (needs: pip install mnemonic shamir-mnemonic monero base58 cryptography)

Every value comes from a fixed seed, so that each run writes the same bytes, except SLIP-39 and RSA/PEM values, whose libraries
take randomness from the system; those are kept in source/values.json, written by the first run and read by later ones.
"""
import base64, collections, hashlib, hmac, json, pathlib, random, re, sys, unicodedata
import base58
from mnemonic import Mnemonic

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent
LANGS = ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "tr", "vi", "ar"]
KINDS = {
    "pp": "api-passphrase", "as": "api-secret", "b38": "bip38-key", "card": "card-number", "xprv": "extended-private-key",
    "hex": "hex-private-key", "iban": "iban", "ks": "keystore", "xmr": "monero-seed", "otc": "one-time-code",
    "uri": "otpauth-uri", "pw": "password", "pem": "pem-private-key", "seed": "seed-phrase", "jwt": "session-token",
    "s39": "slip39-share", "sol": "solana-keypair", "xlm": "stellar-secret", "totp": "totp-secret", "wif": "wif-key",
    "xrp": "xrp-seed",
}
ASKS = {"P": "password", "O": "one-time-code", "S": "seed-phrase", "K": "private-key", "A": "api-secret",
        "C": "card-security-code", "-": None}
R = random.Random("proofdesk frozen-3, 2026-11-28")
B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
N256 = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
KEPT = HERE / "values.json"
kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}


def keep(name, make):
    if name not in kept:
        kept[name] = make()
    return kept[name]


def rb(n):
    return R.randbytes(n)


def pick(alphabet, n):
    return "".join(R.choice(alphabet) for _ in range(n))


def digits(n):
    return R.choice("123456789") + pick("0123456789", n - 1)


def b58c(payload, alphabet=B58):
    full = payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    text = base58.b58encode(full).decode()
    return text if alphabet is B58 else text.translate(str.maketrans(B58, alphabet))


def crc16(data):
    crc = 0
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def strkey(version):
    data = bytes([version]) + rb(32)
    return base64.b32encode(data + crc16(data).to_bytes(2, "little")).decode()


CHARS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def polymod(values):
    chk = 1
    for value in values:
        top = chk >> 25
        chk = (chk & 0x1FFFFFF) << 5 ^ value
        for i, g in enumerate([0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3]):
            chk ^= g if (top >> i) & 1 else 0
    return chk


def bech32(hrp, data5):
    expand = [ord(c) >> 5 for c in hrp] + [0] + [ord(c) & 31 for c in hrp]
    mod = polymod(expand + data5 + [0] * 6) ^ 1
    return hrp + "1" + "".join(CHARS[d] for d in data5 + [(mod >> 5 * (5 - i)) & 31 for i in range(6)])


def five(data):
    bits = "".join(f"{b:08b}" for b in data)
    bits += "0" * (-len(bits) % 5)
    return [int(bits[i:i + 5], 2) for i in range(0, len(bits), 5)]


def eth():
    from Cryptodome.Hash import keccak
    raw = rb(20).hex()
    h = keccak.new(digest_bits=256, data=raw.encode()).hexdigest()
    mixed = "0x" + "".join(c.upper() if int(h[i], 16) >= 8 else c for i, c in enumerate(raw))
    return mixed if R.random() < 0.6 else "0x" + raw


def key():
    return (R.randrange(1, N256)).to_bytes(32, "big")


def uuid():
    h = rb(16).hex()
    return f"{h[:8]}-{h[8:12]}-4{h[13:16]}-a{h[17:20]}-{h[20:]}"


def iso():
    return f"2026-{R.randint(1, 11):02}-{R.randint(1, 28):02}T{R.randint(0, 23):02}:{R.randint(0, 59):02}:{R.randint(0, 59):02}.{R.randint(0, 999):03}Z"


def b64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


SLOTS = {
    "tx": lambda: "0x" + rb(32).hex(),
    "btx": lambda: rb(32).hex(),
    "eth": eth,
    "btc": lambda: bech32("bc", [0] + five(rb(20))) if R.random() < 0.6 else b58c(bytes([R.choice([0, 5])]) + rb(20)),
    "tron": lambda: b58c(b"\x41" + rb(20)),
    "sol": lambda: base58.b58encode(rb(32)).decode(),
    "sig": lambda: base58.b58encode(rb(64)).decode(),
    "uid": lambda: digits(R.choice([7, 8, 9, 10, 12])),
    "oid": lambda: R.choice([lambda: digits(18), lambda: digits(11), lambda: "P2P" + digits(9), uuid])(),
    "height": lambda: str(R.randint(700000, 23000000)),
    "pub": lambda: R.choice(["02", "03"]) + rb(32).hex(),
    "xpub": lambda: b58c(bytes.fromhex(R.choice(["0488b21e", "04b24746"])) + bytes([3]) + rb(4) + (2**31 + R.randint(0, 3)).to_bytes(4, "big") + rb(32) + b"\x02" + rb(32)),
    "sign": lambda: base64.b64encode(rb(32)).decode(),
    "hsign": lambda: rb(32).hex(),
    "okxkey": uuid,
    "uuid": uuid,
    "ts": lambda: str(1764000000000 + R.randint(0, 400000000)),
    "iso": iso,
    "xrpaddr": lambda: b58c(b"\x00" + rb(20), RIPPLE),
    "xlmaddr": lambda: strkey(6 << 3),
    "valoper": lambda: bech32("cosmosvaloper", five(rb(20))),
    "ton": lambda: (lambda d: base64.urlsafe_b64encode(d + crc16(d).to_bytes(2, "big")).decode())(bytes([0x11, 0]) + rb(32)),
    "ln": lambda: bech32(f"lnbc{R.randint(10, 900)}u", five(rb(110))),
}

# --- phrases -----------------------------------------------------------------
OWN = {"zh-Hans": "chinese_simplified", "zh-Hant": "chinese_traditional", "ja": "japanese", "ko": "korean", "ru": "russian",
       "es": "spanish", "tr": "turkish"}
books = {}


def book(name):
    if name not in books:
        books[name] = Mnemonic(name)
    return books[name]


def bip39(name, words):
    return book(name).to_mnemonic(rb(words * 4 // 3)).replace("\u3000", " ").split(" ")


def electrum():
    words = book("english").wordlist
    while True:
        phrase = [R.choice(words) for _ in range(12)]
        tag = hmac.new(b"Seed version", " ".join(phrase).encode(), hashlib.sha512).hexdigest()
        if tag.startswith("01") or tag.startswith("100"):
            return phrase


def ton():
    words = book("english").wordlist
    while True:
        phrase = [R.choice(words) for _ in range(24)]
        entropy = hmac.new(" ".join(phrase).encode(), b"", hashlib.sha512).digest()
        if hashlib.pbkdf2_hmac("sha512", entropy, b"TON seed version", 390)[0] == 0:
            return phrase


def algorand():
    words, data = book("english").wordlist, rb(32)
    def eleven(raw):
        value, out = int.from_bytes(raw, "little"), []
        for _ in range((len(raw) * 8 + 10) // 11):
            out.append(value & 2047)
            value >>= 11
        return out
    check = hashlib.new("sha512_256", data).digest()[:2]
    return [words[i] for i in eleven(data)] + [words[eleven(check)[0]]]


def monero(lang, own):
    from monero.seed import Seed
    names = {"zh-Hans": "Chinese (simplified)", "ja": "Japanese", "ru": "Russian", "es": "Spanish", "zh-Hant": "Chinese (simplified)"}
    name = names[lang] if own else "English"
    phrase = Seed(rb(32).hex(), wordlist=name).phrase
    return unicodedata.normalize("NFC", phrase).split(" "), name.lower()


def laid(words, layout):
    """The text of a phrase, and its pieces: pairs of words with what stands between them."""
    last = len(words) - 1
    starts = list(range(0, last, 2)) + ([last - 1] if last % 2 == 0 else [])
    if layout == "numbered":
        style = R.choice(["{n}. {w}\n", "{n}) {w} ", "{n} {w}\n", "{n}.{w}, ", "({n}) {w}\n"])
        bits = [style.format(n=i + 1, w=w) for i, w in enumerate(words)]
        heads = [bit.index(w, len(str(i + 1))) for i, (bit, w) in enumerate(zip(bits, words))]
        bits[last] = bits[last].rstrip(", \n")
        text = "".join(bits)
        pieces = [bits[i][heads[i]:] + bits[i + 1][:heads[i + 1]] + words[i + 1] for i in starts]
        return text, pieces
    if layout == "json":
        text = json.dumps({"mnemonic": words}, ensure_ascii=False)
        return text, [f'{words[i]}", "{words[i + 1]}' for i in starts]
    if layout == "four":
        words = [w[:4] for w in words]
    if layout == "upper":
        words = [w.upper() for w in words]
    if layout == "caps":
        words = [w.capitalize() for w in words]
    sep = {"lines": "\n", "comma": ", ", "slash": " / ", "dash": "-", "run": "", "ideographic": "\u3000"}.get(layout, " ")
    return sep.join(words), [words[i] + sep + words[i + 1] for i in starts]


def seed(lang, own, layout):
    name = OWN[lang] if own else "english"
    scheme, count = f"bip39 {name}", R.choice([12, 12, 12, 15, 18, 24, 24])
    if layout == "run":
        count = R.choice([12, 24])
    if layout == "electrum":
        words, scheme = electrum(), "electrum"
    elif not own and not layout and R.random() < 0.3:
        scheme = R.choice(["ton", "algorand"])
        words = ton() if scheme == "ton" else algorand()
    else:
        words = bip39(name, count)
    if layout == "mistyped":
        at = R.choice([i for i, w in enumerate(words) if len(w) > 3 and w[1] != w[2]])
        w = words[at]
        words[at] = w[0] + w[2] + w[1] + w[3:]
    if layout == "partial":
        words = words[:R.choice([10, 11])]
    words = [unicodedata.normalize("NFC", w) for w in words]
    text, pieces = laid(words, layout)
    return text, pieces, f"{scheme} {layout or 'plain'}"


# --- values of one kind ------------------------------------------------------
def wif(lang):
    name, version = R.choice([("bitcoin", 0x80)] * 4 + [("litecoin", 0xB0), ("dogecoin", 0x9E), ("testnet", 0xEF)])
    tail = R.choice([b"\x01", b"\x01", b""])
    return b58c(bytes([version]) + key() + tail), name + (" compressed" if tail else "")


def xprv(lang):
    name, version = R.choice([("xprv", "0488ade4"), ("xprv", "0488ade4"), ("yprv", "049d7878"), ("zprv", "04b2430c"), ("tprv", "04358394")])
    depth = R.choice([0, 3])
    rest = bytes(8) if depth == 0 else rb(4) + (2**31).to_bytes(4, "big")
    return b58c(bytes.fromhex(version) + bytes([depth]) + rest + rb(32) + b"\x00" + key()), name


def bip38(lang):
    ec = R.random() < 0.3
    flag = R.choice([0x00, 0x20, 0x24]) if ec else R.choice([0xC0, 0xE0])
    return b58c(bytes([0x01, 0x43 if ec else 0x42, flag]) + rb(36)), "multiplied" if ec else "plain"


def xrp(lang):
    if R.random() < 0.4:
        return b58c(b"\x01\xe1\x4b" + rb(16), RIPPLE), "ed25519"
    return b58c(b"\x21" + rb(16), RIPPLE), "secp256k1"


def hexkey(lang):
    h, form = key().hex(), R.choice(["0x", "0x", "bare", "bare", "upper"])
    return {"0x": "0x" + h, "bare": h, "upper": h.upper()}[form], form


def solana(lang):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    secret = rb(32)
    pair = secret + Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
    return pair


def luhn(head, length):
    body = head + pick("0123456789", length - 1 - len(head))
    total = sum(sum(divmod(int(c) * (2 if i % 2 == 0 else 1), 10)) for i, c in enumerate(reversed(body)))
    return body + str(-total % 10)


# Prefixes that acquirers publish for tests, so that no number belongs to a person.
CARDS = [("visa", "400000", 16), ("visa", "411111", 16), ("visa", "424242", 16), ("mastercard", "555555", 16),
         ("mastercard", "222300", 16), ("mastercard", "510510", 16), ("amex", "378282", 15), ("jcb", "356600", 16),
         ("unionpay", "620000", 16), ("unionpay", "620000", 19), ("discover", "601111", 16)]
LOCAL = {"ru": [("mir", "220000", 16)], "tr": [("troy", "979200", 16)], "zh-Hans": [("unionpay", "620000", 19)] * 3}


def card(lang):
    name, head, length = R.choice(CARDS + LOCAL.get(lang, []) * 3)
    number, form = luhn(head, length), R.choice(["plain", "spaced", "spaced", "hyphens"])
    if form != "plain":
        cut = [4, 10, 15] if length == 15 else list(range(4, length, 4)) + [length]
        parts = [number[a:b] for a, b in zip([0] + cut, cut)]
        number = {"spaced": " ", "hyphens": "-"}[form].join(p for p in parts if p)
    return number, f"{name} {form}"


def iban(lang):
    forms = {"DE": "n18", "FR": "n10c11n2", "NL": "a4n10", "ES": "n20", "IT": "a1n10c12", "PT": "n21", "AT": "n16",
             "BE": "n12", "PL": "n24", "LT": "n16", "GB": "a4n14", "CH": "n17"}
    local = {"tr": {"TR": "n6c16"}, "ar": {"SA": "n2c18", "AE": "n19"}, "ru": {"KZ": "n3c13", "GE": "a2n16"}}
    countries = local.get(lang, forms)
    country = R.choice(list(countries))
    body = ""
    for code, count in re.findall(r"([nac])(\d+)", countries[country]):
        if code == "a" and count == "4":
            body += R.choice(["PDSK", "QQXZ", "ZZQB"])
        else:
            body += pick({"n": "0123456789", "a": "XZQ", "c": "0123456789"}[code], int(count))
    number = int("".join(str(int(c, 36)) for c in body + country + "00"))
    text = f"{country}{98 - number % 97:02}{body}"
    form = R.choice(["plain", "grouped", "grouped", "lower"])
    if form == "grouped":
        text = " ".join(text[i:i + 4] for i in range(0, len(text), 4))
    return (text.lower() if form == "lower" else text), f"{country} {form}"


def keystore(block):
    kdf = R.choice(["scrypt", "pbkdf2"])
    cipher, mac = rb(32).hex(), rb(32).hex()
    params = {"dklen": 32, "salt": rb(32).hex(), **({"n": 262144, "p": 1, "r": 8} if kdf == "scrypt" else {"c": 262144, "prf": "hmac-sha256"})}
    crypto = {"cipher": "aes-128-ctr", "ciphertext": cipher, "cipherparams": {"iv": rb(16).hex()}, "kdf": kdf, "kdfparams": params, "mac": mac}
    value = {"address": rb(20).hex(), R.choice(["crypto", "crypto", "Crypto"]): crypto, "id": uuid(), "version": 3}
    if block and R.random() < 0.5:
        return json.dumps(value, indent=2), [cipher, mac], kdf + " indented"
    return json.dumps(value, separators=(",", ":")), [cipher, mac], kdf + " compact"


def pem(name):
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    form = R.choice(["ed25519", "ec", "ec-pkcs8", "rsa", "rsa-pkcs8", "encrypted"])
    def make():
        if form == "ed25519":
            k = ed25519.Ed25519PrivateKey.generate()
        elif form.startswith("ec"):
            k = ec.generate_private_key(ec.SECP256R1())
        else:
            k = rsa.generate_private_key(65537, 2048)
        old = form in ("ec", "rsa")
        lock = s.BestAvailableEncryption(b"made up") if form == "encrypted" else s.NoEncryption()
        return k.private_bytes(s.Encoding.PEM, s.PrivateFormat.TraditionalOpenSSL if old else s.PrivateFormat.PKCS8, lock).decode().strip()
    text = keep(f"pem {name} {form}", make)
    lines = [l for l in text.split("\n") if "-----" not in l and len(l) >= 16]
    return text, lines, text.split("\n")[0].strip("-")[6:]


def slip39(name):
    from shamir_mnemonic import generate_mnemonics
    def make():
        return generate_mnemonics(1, [(2, 3)], secret)[0][at]
    secret, at = rb(R.choice([16, 16, 32])), R.randint(0, 2)
    return keep(f"slip39 {name}", make).split(" ")


def token():
    form = R.choice(["HS256", "HS512", "RS256", "hex", "base64", "upper"])
    if form == "hex":
        v = rb(R.choice([20, 32])).hex()
        return v, [v], form
    if form == "base64":
        v = b64url(rb(R.choice([30, 45])))
        return v, [v], form
    if form == "upper":
        v = pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32)
        return v, [v], form
    head = b64url(json.dumps({"alg": form, "typ": "JWT"}, separators=(",", ":")).encode())
    claims = b64url(json.dumps({"sub": digits(9), "iat": 1764000000 + R.randint(0, 300000), "exp": 1764600000, "did": rb(6).hex()}, separators=(",", ":")).encode())
    sig = b64url(rb({"HS256": 32, "HS512": 64, "RS256": 256}[form]))
    return f"{head}.{claims}.{sig}", [claims, sig], form


def base32(n):
    return pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", n)


def totp():
    v, form = base32(R.choice([16, 16, 26, 32, 32])), R.choice(["upper", "upper", "lower", "groups", "groups"])
    if form == "lower":
        return v.lower(), [v.lower()], form
    if form == "groups" and len(v) % 4 == 0:
        low = R.random() < 0.5
        groups = [v[i:i + 4].lower() if low else v[i:i + 4] for i in range(0, len(v), 4)]
        return " ".join(groups), [f"{groups[i]} {groups[i + 1]}" for i in range(0, len(groups) - 1, 2)], form
    return v, [v], "upper"


def uri(lang):
    secret = base32(R.choice([16, 32, 32, 52]))
    issuer = R.choice(["OKX", "CoinEx", "BitMEX", "Kraken", "Bybit", "MyExchange"])
    account = pick("abcdefghijklmnoprstu", 6) + R.choice(["%40example.com", "@example.org", "%40mail.example"])
    extra = R.choice(["", "&digits=6&period=30", "&algorithm=SHA1&digits=6&period=30"])
    return f"otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}{extra}", [secret]


AL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
VENDORS = {
    "okx": lambda: (uuid(), rb(16).hex().upper()),
    "coinex": lambda: (rb(16).hex().upper(), rb(24).hex().upper()),
    "bitmex": lambda: (pick(AL + "-_", 24), pick(AL + "-_", 48)),
    "binance": lambda: (pick(AL, 64), pick(AL, 64)),
    "kraken": lambda: (base64.b64encode(rb(42)).decode(), base64.b64encode(rb(64)).decode()),
    "bybit": lambda: (pick(AL, 18), pick(AL, 36)),
    "kucoin": lambda: (rb(12).hex(), uuid()),
    "gate": lambda: (rb(16).hex(), rb(32).hex()),
}


def code_like(text):
    """Another code of the same form, so that languages share none."""
    swap = {**{c: "0123456789" for c in "0123456789"}, **{c: "ABCDEFGHJKLMNPQRTUVWXYZ" for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
            **{c: "abcdefghjkmnpqrstuvwxyz" for c in "abcdefghijklmnopqrstuvwxyz"}, **{c: "٠١٢٣٤٥٦٧٨٩" for c in "٠١٢٣٤٥٦٧٨٩"},
            **{c: "０１２３４５６７８９" for c in "０１２３４５６７８９"}}
    return "".join(R.choice(swap[c]) if c in swap else c for c in text)


def code_layout(text):
    plain = re.sub(r"[\s.-]", "", text)
    if plain.isdigit():
        if not plain.isascii():
            return "native digits"
        return {6: "six", 8: "eight"}.get(len(plain), "digits") + ("" if plain == text else " in groups")
    return "letters and digits"


def shuffled_numbers(text):
    """Long numbers of innocent messages are made anew, so that languages share none; error codes, times and prices stay."""
    return re.sub(r"(?<![\w.,:-])(?!50\d{3}\b|60\d{3}\b|17\d{11}\b|\d{4}\b)\d{7,12}(?![\w.,:])", lambda m: digits(len(m[0])), text)


def fill(text):
    return re.sub(r"\{(\w+)\}", lambda m: SLOTS[m[1]]() if m[1] in SLOTS else m[0], text)


def read(path):
    for at, line in enumerate(path.read_text().splitlines(), 1):
        if line and not line.startswith("#"):
            tag, text = re.split(r"[ \t]", line, maxsplit=1)
            assert text, (path, at)
            yield tag, unicodedata.normalize("NFC", text.replace("\\n", "\n"))


OUT_QUOTA = {"split": 5, "warned": 8}
LEAKS = collections.defaultdict(lambda: 4, {"seed": 9, "pw": 11, "otc": 10, "as": 7, "pp": 6, "hex": 5, "card": 5, "totp": 5})


def rows(lang, part):
    """The lines of a language and a part, of all the files."""
    found = []
    for path in sorted((HERE / "texts").glob(f"{lang}.{part}*.txt")):
        found += read(path)
    return found


def choose(found, count, rng):
    """Some of the lines, in their order."""
    assert len(found) >= count, (found[:1], len(found), count)
    return [found[i] for i in sorted(rng.sample(range(len(found)), count))]


def chosen_in(lang):
    """Many ideas occur in several languages, so each language takes another part of them."""
    rng, found = random.Random(f"choice in {lang}"), rows(lang, "in")
    groups = collections.defaultdict(list)
    for row in found:
        groups[re.split(r"[/.]", row[0])[0]].append(row)
    out = []
    for short in KINDS:
        group, count = groups[short], min(LEAKS[short], len(groups[short]))
        kept_ones = [row for row in group if "own" in row[0]][:3]  # phrases in the list of the language are few
        out += kept_ones + choose([row for row in group if row not in kept_ones], count - len(kept_ones), rng)
    return out + choose(groups["-"], 100, rng)


def chosen_out(lang):
    rng, found = random.Random(f"choice out {lang}"), rows(lang, "out")
    asks = [row for row in found if row[0][0] != "-"]
    out, left = [], 50
    for way, count in OUT_QUOTA.items():
        out += choose([row for row in asks if row[0].endswith(way)], count, rng)
        left -= count
    out += choose([row for row in asks if row[0].split(".")[1] not in OUT_QUOTA], left, rng)
    out += choose([row for row in found if row[0][0] == "-"], 60, rng)
    order = {id(row): i for i, row in enumerate(found)}
    return sorted(out, key=lambda row: order[id(row)])


def case(lang, tag, text, name):
    base, _, layout = tag.partition("/")
    short, _, own = base.partition(".")
    marked = re.findall("⟪(.*?)⟫", text)
    if short in ("pp", "pw", "otc"):
        assert marked, text
        values = []
        def put(m):
            v = code_like(m[1]) if short == "otc" or m[1].isdigit() and len(m[1]) == 6 or re.match(r"Rk7|4#mB|Qm7", m[1]) else m[1]
            values.append(v)
            return v
        text = re.sub("⟪(.*?)⟫", put, text)
        layout = code_layout(values[0]) if short == "otc" else "OKX" if short == "pp" else "hand-written"
        return fill(text), values, layout
    block = "\n{secret}" in text or text.startswith("{secret}\n")
    if short == "as":
        public, value = VENDORS[layout]()
        text, pieces = text.replace("{key}", public), [value]
        layout = {"okx": "OKX", "coinex": "CoinEx", "bitmex": "BitMEX"}.get(layout, layout.capitalize())
    elif short == "seed":
        value, pieces, layout = seed(lang, own, layout)
    elif short == "xmr":
        words, list_name = monero(lang, layout == "own")
        form = "lines" if block else R.choice(["plain", "plain", "comma"])
        value, pieces = laid(words, form)
        layout = f"monero {list_name} {form}"
    elif short == "s39":
        value, pieces = laid(slip39(name), layout)
        layout = f"slip39 english {layout or 'plain'}"
    elif short == "ks":
        value, pieces, layout = keystore(block)
    elif short == "pem":
        value, pieces, layout = pem(name)
    elif short == "jwt":
        value, pieces, layout = token()
    elif short == "totp":
        value, pieces, layout = totp()
    elif short == "uri":
        value, pieces = uri(lang)
        layout = "uri"
    elif short == "sol":
        pair = solana(lang)
        if "id.json" in text or R.random() < 0.15:
            sep = R.choice([",", ", "])
            nums = [str(b) for b in pair]
            value, layout = "[" + sep.join(nums) + "]", "json"
            pieces = [sep.join(nums[i:i + 8]) for i in range(0, 64, 8)]
        else:
            value, layout = base58.b58encode(pair).decode(), "base58"
            pieces = [value]
    elif short == "xlm":
        value, layout = strkey(18 << 3), "strkey"
        pieces = [value]
    else:
        value, layout = {"wif": wif, "xprv": xprv, "b38": bip38, "xrp": xrp, "hex": hexkey, "card": card, "iban": iban}[short](lang)
        pieces = [value]
    head, tail = text.split("{secret}")
    outside = fill(head) + "\0" + fill(tail)
    if any(p in outside for p in pieces):
        return None
    return outside.replace("\0", value), pieces, layout


def main():
    inbound, innocent, outgoing = collections.defaultdict(list), [], []
    for lang in LANGS:
        count = 0
        for tag, text in chosen_in(lang):
            if tag == "-":
                text = fill(shuffled_numbers(text))
                innocent.append({"id": f"innocent-frozen-3-{lang}-{count:03}", "lang": lang, "kind": None, "layout": "message", "text": text, "secrets": []})
                count += 1
                continue
            kind = KINDS[re.split(r"[/.]", tag)[0]]
            name = f"{kind} {lang} {sum(c['lang'] == lang for c in inbound[kind])}"
            made = None
            while made is None:
                made = case(lang, tag, text, name)
            text, secrets, layout = made
            inbound[kind].append({"id": f"{kind}-frozen-3-{len(inbound[kind]):04}", "lang": lang, "kind": kind, "layout": layout, "text": text, "secrets": secrets})
        for at, (tag, text) in enumerate(chosen_out(lang), 1):
            what, _, way = tag.partition(".")
            outgoing.append({"id": f"{lang}-u{at:03}-{way}", "lang": lang, "asks": ASKS[what], "text": text})
    KEPT.write_text(json.dumps(kept, indent=0, sort_keys=True))
    folder = OUT / "frozen-3"
    folder.mkdir(exist_ok=True)
    (OUT / "outgoing").mkdir(exist_ok=True)
    dump = lambda rows: "".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in rows)
    for kind, rows in inbound.items():
        (folder / f"{kind}.jsonl").write_text(dump(rows))
    (folder / "innocent.jsonl").write_text(dump(innocent))
    (OUT / "outgoing/frozen-3.jsonl").write_text(dump(outgoing))


main()
