//! Addresses that nobody should send to: contracts of tokens, and addresses without an owner.

use crate::problem::Problem;

/// Contracts of the two largest stablecoins, by network. Live values belong to the desk's configuration; these are the
/// addresses that customers paste by mistake most.
#[rustfmt::skip]
const CONTRACTS: &[(&str, &str)] = &[
    // Ethereum, BNB Smart Chain, Polygon, Arbitrum
    ("0xdac17f958d2ee523a2206206994597c13d831ec7", "USDT"),
    ("0x55d398326f99059ff775485246999027b3197955", "USDT"),
    ("0xc2132d05d31c914a87c6611c10748aeb04b58e8f", "USDT"),
    ("0xfd086bc7cd5c481dcc9c85ebe478a1c0b69fcbb9", "USDT"),
    ("0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", "USDC"),
    ("0x8ac76a51cc950d9822d68b83fe1ad97b32cd580d", "USDC"),
    // Tron, in both forms
    ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "USDT"),
    ("41a614f803b6fd780986a42c78ec9c7f77e6ded13c", "USDT"),
    // Solana
    ("Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB", "USDT"),
    ("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", "USDC"),
];

/// Warns of an address by its text and by the bytes that stand for its owner.
pub(crate) fn warning(text: &str, owner: &[u8]) -> Option<Problem> {
    let hex = text.starts_with("0x") || text.starts_with("41");
    let same = |known: &str| known == text || (hex && known.eq_ignore_ascii_case(text));
    if let Some((_, symbol)) = CONTRACTS.iter().find(|(contract, _)| same(contract)) {
        return Some(Problem::TokenContract { symbol });
    }
    is_nobody(owner).then_some(Problem::BurnAddress)
}

/// All zeroes, zeroes and a one, or zeroes and `dEaD`: numbers that people chose, for which nobody has a key.
fn is_nobody(owner: &[u8]) -> bool {
    let zeroes = |bytes: &[u8]| bytes.iter().all(|byte| *byte == 0);
    match owner {
        [] => false,
        [head @ .., 0xde, 0xad] => zeroes(head),
        [head @ .., 0 | 1] => zeroes(head),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::exact;

    #[test]
    fn knows_who_has_no_key() {
        for address in [
            "0x0000000000000000000000000000000000000000",
            "0x000000000000000000000000000000000000dEaD",
            "0x000000000000000000000000000000000000dead",
            "1111111111111111111114oLvT2",
            "11111111111111111111111111111111",
            "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb",
            "rrrrrrrrrrrrrrrrrrrrrhoLvTp",
            "rrrrrrrrrrrrrrrrrrrrBZbvji",
            "0:0000000000000000000000000000000000000000000000000000000000000000",
        ] {
            let problem = exact(address).and_then(|it| it.problem);
            assert_eq!(problem, Some(Problem::BurnAddress), "{address}");
        }
        assert_eq!(
            exact("0x000000000000000000000000000000000000dEaf").map(|it| it.problem.is_some()),
            Some(true)
        );
    }

    #[test]
    fn knows_contracts_in_any_case() {
        for (contract, symbol) in CONTRACTS {
            let upper = contract.to_ascii_uppercase().replacen("0X", "0x", 1);
            let hex = contract.starts_with("0x") || contract.starts_with("41");
            for text in [*contract, if hex { upper.as_str() } else { contract }] {
                assert_eq!(
                    exact(text).and_then(|it| it.problem),
                    Some(Problem::TokenContract { symbol }),
                    "{text}"
                );
            }
        }
    }
}
