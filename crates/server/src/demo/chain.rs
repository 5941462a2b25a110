//! Invented addresses and transaction hashes in the grammar of their networks, with checksums that hold.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;

use super::dice::Dice;

/// How a network writes addresses and transactions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grammar {
    Bitcoin,
    Litecoin,
    Dogecoin,
    Evm,
    Tron,
    Solana,
    Xrp,
    Ton,
    Cosmos,
}

/// A network as the invented exchange runs it. The figures are its own policy.
#[derive(Clone, Copy, Debug)]
pub struct Network {
    /// As customers name it.
    pub name: &'static str,
    /// As the desk does, in forms.
    pub stable: &'static str,
    pub grammar: Grammar,
    /// Confirmations before a deposit is credited.
    pub confirmations: u64,
    /// A link to a transaction is this and the hash.
    pub explorer: &'static str,
    /// About the height of its chain now.
    pub height: u64,
}

macro_rules! networks {
    ($($id:ident = $name:literal $stable:literal $grammar:ident $confirmations:literal $explorer:literal $height:literal;)*) => {
        $(pub const $id: Network = Network {
            name: $name,
            stable: $stable,
            grammar: Grammar::$grammar,
            confirmations: $confirmations,
            explorer: $explorer,
            height: $height,
        };)*
    };
}

networks! {
    BITCOIN = "Bitcoin" "bitcoin" Bitcoin 2 "https://mempool.space/tx/" 921_000;
    LITECOIN = "Litecoin" "litecoin" Litecoin 6 "https://blockchair.com/litecoin/transaction/" 3_010_000;
    DOGECOIN = "Dogecoin" "dogecoin" Dogecoin 40 "https://blockchair.com/dogecoin/transaction/" 5_960_000;
    ETHEREUM = "ERC-20" "ethereum" Evm 32 "https://etherscan.io/tx/" 23_800_000;
    BSC = "BEP-20" "bsc" Evm 15 "https://bscscan.com/tx/" 70_100_000;
    POLYGON = "Polygon" "polygon" Evm 128 "https://polygonscan.com/tx/" 79_000_000;
    ARBITRUM = "Arbitrum One" "arbitrum" Evm 30 "https://arbiscan.io/tx/" 401_000_000;
    TRON = "TRC-20" "tron" Tron 20 "https://tronscan.org/#/transaction/" 77_500_000;
    SOLANA = "Solana" "solana" Solana 32 "https://solscan.io/tx/" 380_000_000;
    XRPL = "XRP Ledger" "xrp" Xrp 1 "https://livenet.xrpl.org/transactions/" 100_300_000;
    TON = "TON" "ton" Ton 1 "https://tonviewer.com/transaction/" 58_000_000;
    COSMOS = "Cosmos Hub" "cosmos" Cosmos 1 "https://www.mintscan.io/cosmos/tx/" 28_400_000;
}

impl Network {
    /// An address nobody is known to hold.
    pub fn address(&self, dice: &mut Dice) -> String {
        let hash: [u8; 20] = dice.bytes();
        match self.grammar {
            Grammar::Bitcoin => bech32("bc", &hash),
            Grammar::Litecoin => base58check(0x30, &hash),
            Grammar::Dogecoin => base58check(0x1E, &hash),
            // In lower case: mixed case would promise a checksum (EIP-55).
            Grammar::Evm => format!("0x{}", hex::encode(hash)),
            Grammar::Tron => base58check(0x41, &hash),
            Grammar::Solana => bs58::encode(dice.bytes::<32>()).into_string(),
            Grammar::Xrp => bs58::encode([&[0], hash.as_slice()].concat())
                .with_alphabet(bs58::Alphabet::RIPPLE)
                .with_check()
                .into_string(),
            Grammar::Ton => ton(&dice.bytes()),
            Grammar::Cosmos => cosmos(&hash),
        }
    }

    /// A transaction that never was.
    pub fn transaction(&self, dice: &mut Dice) -> String {
        match self.grammar {
            Grammar::Solana => bs58::encode(dice.bytes::<64>()).into_string(),
            Grammar::Evm => format!("0x{}", hex::encode(dice.bytes::<32>())),
            Grammar::Xrp | Grammar::Cosmos => hex::encode_upper(dice.bytes::<32>()),
            Grammar::Bitcoin
            | Grammar::Litecoin
            | Grammar::Dogecoin
            | Grammar::Tron
            | Grammar::Ton => hex::encode(dice.bytes::<32>()),
        }
    }

    /// Whether the address alone does not say whose the money is.
    pub fn wants_memo(&self) -> bool {
        matches!(self.grammar, Grammar::Xrp | Grammar::Ton | Grammar::Cosmos)
    }
}

fn base58check(version: u8, hash: &[u8; 20]) -> String {
    bs58::encode([&[version], hash.as_slice()].concat()).with_check().into_string()
}

/// A workchain address, bounceable (TEP-2).
fn ton(account: &[u8; 32]) -> String {
    let mut bytes = vec![0x11, 0x00];
    bytes.extend(account);
    bytes.extend(crc16(&bytes).to_be_bytes());
    URL_SAFE.encode(bytes)
}

/// CRC-16/XMODEM.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x1021 }
        })
    })
}

const BECH32: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// A version 0 witness program (BIP-173).
fn bech32(hrp: &str, program: &[u8; 20]) -> String {
    let mut values = vec![0];
    values.extend(five_bits(program));
    write_bech32(hrp, values)
}

fn cosmos(hash: &[u8; 20]) -> String {
    write_bech32("cosmos", five_bits(hash))
}

fn write_bech32(hrp: &str, mut values: Vec<u8>) -> String {
    let expanded = hrp.bytes().map(|b| b >> 5).chain([0]).chain(hrp.bytes().map(|b| b & 31));
    let polymod = expanded.chain(values.iter().copied()).chain([0; 6]).fold(1, polymod_step) ^ 1;
    values.extend((0..6_u32).rev().map(|i| low_byte(polymod >> (5 * i)) & 31));
    let letters = values.iter().filter_map(|v| BECH32.get(usize::from(*v)).map(|b| char::from(*b)));
    format!("{hrp}1{}", letters.collect::<String>())
}

fn low_byte(x: u32) -> u8 {
    let [.., low] = x.to_be_bytes();
    low
}

fn polymod_step(sum: u32, value: u8) -> u32 {
    static GENERATOR: [u32; 5] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
    let top = sum >> 25;
    let shifted = ((sum & 0x01FF_FFFF) << 5) ^ u32::from(value);
    GENERATOR
        .iter()
        .enumerate()
        .filter(|(i, _)| (top >> i) & 1 == 1)
        .fold(shifted, |sum, (_, generator)| sum ^ generator)
}

/// Cuts 160 bits into 32 groups of five.
fn five_bits(bytes: &[u8; 20]) -> Vec<u8> {
    let mut groups = Vec::with_capacity(32);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = ((held << 8) | u32::from(*byte)) & 0xFFF;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            groups.push(low_byte(held >> bits) & 31);
        }
    }
    groups
}

/// A phrase of twelve words whose checksum holds, as a wallet would show it. Nobody's, until somebody makes it theirs.
pub fn seed_phrase(dice: &mut Dice) -> String {
    static LANGUAGE: LazyLock<bip39::Language> = LazyLock::new(|| bip39::Language::English);
    bip39::Mnemonic::from_entropy_in(*LANGUAGE, &dice.bytes::<16>())
        .map(|mnemonic| mnemonic.to_string())
        .unwrap_or_default()
}

/// A private key in wallet import format, compressed, for the main network.
pub fn wif(dice: &mut Dice) -> String {
    let mut bytes = vec![0x80];
    bytes.extend(dice.bytes::<32>());
    bytes.push(1);
    bs58::encode(bytes).with_check().into_string()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn checksums_hold() {
        // BIP-173's example program, and the burn address of TEP-2's test vectors' form.
        let program: [u8; 20] =
            hex::decode("751e76e8199196d454941c45d1b3a323f1433bd6").unwrap().try_into().unwrap();
        assert_eq!(bech32("bc", &program), "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
        assert_eq!(ton(&[0; 32]), "EQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAM9c");
        let mut dice = Dice::of(3);
        for (network, version) in [(LITECOIN, 0x30), (DOGECOIN, 0x1E), (TRON, 0x41)] {
            let address = network.address(&mut dice);
            assert_eq!(
                bs58::decode(&address).with_check(Some(version)).into_vec().unwrap().len(),
                21
            );
        }
        assert!(XRPL.address(&mut dice).starts_with('r'));
        assert!(TRON.address(&mut dice).starts_with('T'));
        assert!(COSMOS.address(&mut dice).starts_with("cosmos1"));
    }

    #[test]
    fn leaked_keys_look_like_keys_to_the_guard() {
        let mut dice = Dice::of(5);
        for secret in [seed_phrase(&mut dice), wif(&mut dice)] {
            let scan = proofdesk_guard::scan(&secret);
            assert!(
                scan.findings.iter().all(|f| f.certain) && scan.findings.len() == 1,
                "{secret}"
            );
        }
    }
}
