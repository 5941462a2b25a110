//! Whether what came can be true at all.

use proofdesk_desk::bridge::Capabilities;
use proofdesk_desk::bridge::facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Order, Position, PriceSample,
    SecurityChange, Terms, Withdrawal,
};
use proofdesk_desk::limits;

/// Longer texts are no names, addresses or hashes.
const TEXT_CHARS: usize = 300;

/// Facts that are looked at before they are believed.
pub trait Sound: Sized {
    fn is_sound(&self) -> bool;

    /// Whose it is, where the answer itself says so.
    fn is_about(&self, _account: &str) -> bool {
        true
    }
}

fn text(value: &str) -> bool {
    !value.is_empty() && value.len() <= TEXT_CHARS && !value.chars().any(char::is_control)
}

fn texts<'a>(values: impl IntoIterator<Item = Option<&'a String>>) -> bool {
    values.into_iter().flatten().all(|value| text(value))
}

/// A decimal number as the contract writes it.
fn decimal(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    value.len() <= TEXT_CHARS && number(whole) && number(rest)
}

impl Sound for Capabilities {
    fn is_sound(&self) -> bool {
        self.contract == 1 && self.reads.iter().all(|read| text(read))
    }
}

impl Sound for Account {
    fn is_sound(&self) -> bool {
        texts([Some(&self.account), self.uid.as_ref(), self.email.as_ref(), self.phone.as_ref()])
            && self.holdings.iter().all(proofdesk_desk::bridge::Amount::is_sound)
            && self.volume_30d_cents >= 0
            && self.volume_24h_cents >= 0
    }

    fn is_about(&self, account: &str) -> bool {
        self.account == account
    }
}

/// One item of a list.
trait Item {
    fn is_sound(&self) -> bool;
}

impl<T: Item> Sound for Vec<T> {
    fn is_sound(&self) -> bool {
        self.len() <= limits::BRIDGE_SAMPLES && self.iter().all(Item::is_sound)
    }
}

impl Item for Deposit {
    fn is_sound(&self) -> bool {
        let required = [Some(&self.id), Some(&self.network), Some(&self.address)];
        self.amount.is_sound()
            && texts(required.into_iter().chain([self.memo.as_ref(), self.tx_hash.as_ref()]))
            && self.updated_at >= self.seen_at
    }
}

impl Item for Withdrawal {
    fn is_sound(&self) -> bool {
        let required = [Some(&self.id), Some(&self.network), Some(&self.address)];
        self.amount.is_sound()
            && self.fee.is_sound()
            && texts(required.into_iter().chain([self.memo.as_ref(), self.tx_hash.as_ref()]))
            && self.updated_at >= self.requested_at
    }
}

impl Item for Order {
    fn is_sound(&self) -> bool {
        texts([Some(&self.id), Some(&self.market)])
            && self.price.iter().chain([&self.size, &self.filled]).all(|number| decimal(number))
    }
}

impl Item for Position {
    fn is_sound(&self) -> bool {
        let prices = [&self.size, &self.entry_price, &self.mark_price, &self.liquidation_price];
        texts([Some(&self.id), Some(&self.market)]) && prices.iter().all(|number| decimal(number))
    }
}

impl Item for ApiKey {
    fn is_sound(&self) -> bool {
        texts([Some(&self.id), Some(&self.label)]) && self.ip_list.iter().all(|ip| text(ip))
    }
}

impl Item for Device {
    fn is_sound(&self) -> bool {
        texts([Some(&self.id), Some(&self.name), Some(&self.ip), self.country.as_ref()])
    }
}

impl Item for SecurityChange {
    fn is_sound(&self) -> bool {
        texts([Some(&self.id), self.ip.as_ref(), self.country.as_ref()])
    }
}

impl Item for Network {
    fn is_sound(&self) -> bool {
        let amounts = [&self.minimum_deposit, &self.minimum_withdrawal, &self.withdrawal_fee];
        texts([Some(&self.asset), Some(&self.network), self.contract.as_ref()])
            && amounts.iter().all(|amount| amount.is_sound())
    }
}

impl Item for FeeTier {
    fn is_sound(&self) -> bool {
        self.from_volume_cents >= 0
    }
}

impl Item for Terms {
    fn is_sound(&self) -> bool {
        texts([Some(&self.product), Some(&self.version), Some(&self.url)])
            && self.url.starts_with("https://")
            && self.parameters.iter().all(|(name, value)| text(name) && text(value))
    }
}

impl Item for PriceSample {
    fn is_sound(&self) -> bool {
        decimal(&self.price)
    }
}
