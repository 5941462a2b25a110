"""Writes phrases.txt: valid mnemonics of every scheme, one a line, `scheme TAB list TAB words`.

Run once, with the packages mnemonic, shamir-mnemonic and monero; the result is kept, so that nobody else needs them.
The same seed gives the same file. With the argument `2` another seed writes phrases-2.txt.
"""

import hashlib
import hmac
import random
import sys
import unicodedata
from pathlib import Path

import monero.seed
import monero.wordlists
import shamir_mnemonic.shamir as shamir
from mnemonic import Mnemonic

SUFFIX = "-2" if sys.argv[1:] == ["2"] else ""
RNG = random.Random("proofdesk guard corpus" + SUFFIX)
BITS = [128, 128, 160, 192, 224, 256]
LISTS = {
    "english": 160, "chinese_simplified": 48, "chinese_traditional": 48, "japanese": 48, "korean": 48, "spanish": 48,
    "russian": 48, "turkish": 48, "french": 32, "italian": 32, "portuguese": 32, "czech": 32,
}
MONERO = {
    "English": 80, "Spanish": 24, "Russian": 24, "Chinese (simplified)": 24, "Japanese": 24, "French": 16,
    "German": 16, "Italian": 16, "Portuguese": 16, "Dutch": 8, "Esperanto": 8,
}
ENGLISH = Mnemonic("english").wordlist


def bip39(name, count):
    for _ in range(count):
        yield Mnemonic(name).to_mnemonic(RNG.randbytes(RNG.choice(BITS) // 8))


def electrum(count):
    """Electrum's "Seed version": the words count when their HMAC begins with 01 (standard) or 100 (segwit)."""
    while count:
        phrase = " ".join(RNG.choice(ENGLISH) for _ in range(12))
        version = hmac.new(b"Seed version", phrase.encode(), hashlib.sha512).hexdigest()
        if version.startswith(("01", "100")):
            count -= 1
            yield phrase


def ton(count):
    """A native TON phrase: 24 words, whose "TON seed version" begins with a zero byte."""
    while count:
        phrase = " ".join(RNG.choice(ENGLISH) for _ in range(24))
        entropy = hmac.new(phrase.encode(), b"", hashlib.sha512).digest()
        if hashlib.pbkdf2_hmac("sha512", entropy, b"TON seed version", 390)[0] == 0:
            count -= 1
            yield phrase


def algorand(count):
    """32 bytes in words of 11 bits, little end first, and a checksum word of SHA-512/256."""
    for _ in range(count):
        key = RNG.randbytes(32)
        check = hashlib.new("sha512_256", key).digest()
        number = int.from_bytes(key, "little")
        words = [ENGLISH[number >> (11 * i) & 2047] for i in range(24)]
        yield " ".join(words + [ENGLISH[int.from_bytes(check[:2], "little") & 2047]])


def slip39(count):
    shamir.RANDOM_BYTES = RNG.randbytes
    while count > 0:
        size = RNG.choice([16, 16, 32])
        for share in shamir.generate_mnemonics(1, [(2, 3)], RNG.randbytes(size), iteration_exponent=0)[0]:
            count -= 1
            yield share


def monero_words(name, count):
    for _ in range(count):
        size = 16 if name == "English" and RNG.random() < 0.2 else 32
        yield monero.seed.Seed(RNG.randbytes(size).hex(), name).phrase


def main():
    rows = [("bip39", name, p) for name, n in LISTS.items() for p in bip39(name, n)]
    rows += [("electrum", "english", p) for p in electrum(60)]
    rows += [("ton", "english", p) for p in ton(48)]
    rows += [("algorand", "english", p) for p in algorand(48)]
    rows += [("slip39", "english", p) for p in slip39(240)]
    rows += [("monero", name.lower(), p) for name, n in MONERO.items() for p in monero_words(name, n)]
    lines = ["\t".join((scheme, name, " ".join(p.split()))) for scheme, name, p in rows]
    text = unicodedata.normalize("NFC", "\n".join(lines) + "\n")
    Path(__file__).with_name(f"phrases{SUFFIX}.txt").write_text(text, encoding="utf-8")


main()
