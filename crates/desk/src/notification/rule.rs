//! The rules of telling: what is told of, and to whom it is sent.

use sha2::{Digest as _, Sha256};

use super::{Channel, MailReach, NotificationKind, RecipientDigest, Topic, Withheld};
use crate::limits;
use crate::quota::Kind as Counted;
use crate::ticket::StatusCategory;

/// What a change by the desk is to its customer; `None` when it is nothing to them.
///
/// A reply that also solves is told once, by the more important of the two.
pub fn kind_of(
    from: StatusCategory,
    to: StatusCategory,
    has_message: bool,
) -> Option<NotificationKind> {
    match to {
        StatusCategory::Solved if from.is_active() => Some(NotificationKind::Solved),
        StatusCategory::WaitingOnCustomer if from != to => Some(NotificationKind::Waiting),
        _ if has_message => Some(NotificationKind::Reply),
        _ => None,
    }
}

/// What is known of an address before it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Counted by the hour.
    Proven,
    /// One mail a day that tells nothing: a receipt, that a ticket was opened for them, or a new link for who had one.
    Unproven,
    Refused(Withheld),
}

/// Whether a mail of this kind may go to a customer at all.
pub fn standing(reach: &MailReachFacts, kind: NotificationKind) -> Standing {
    match (reach.is_proven, kind) {
        _ if reach.has_bounced => Standing::Refused(Withheld::BouncedBefore),
        (true, _) => Standing::Proven,
        (false, kind) if kind.tells_nothing() => Standing::Unproven,
        (false, _) => Standing::Refused(Withheld::Unproven),
    }
}

/// What a notification counts as on a road, and how many of them go in an hour. What may be theft has a count of its own:
/// whoever causes many ordinary ones must not be able to silence it by them.
pub(crate) const fn cap(channel: Channel, topic: Topic) -> (Counted, i64) {
    let of_security = matches!(topic, Topic::Security);
    match (channel, of_security) {
        (Channel::Mail, false) => (Counted::MailRecipient, limits::MAILS_PER_RECIPIENT),
        (Channel::Push, false) => (Counted::PushRecipient, limits::PUSHES_PER_RECIPIENT),
        (Channel::App, false) => (Counted::AppRecipient, limits::APP_PUSHES_PER_RECIPIENT),
        (Channel::Mail, true) => (Counted::MailSecurity, limits::SECURITY_NOTICES),
        (Channel::Push, true) => (Counted::PushSecurity, limits::SECURITY_NOTICES),
        (Channel::App, true) => (Counted::AppSecurity, limits::SECURITY_NOTICES),
    }
}

impl NotificationKind {
    /// Whether a mail of this kind holds nothing that anybody typed, as long as the address is not proven.
    pub const fn tells_nothing(self) -> bool {
        matches!(self, Self::Receipt | Self::Opened | Self::Link)
    }
}

/// What the rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailReachFacts {
    pub is_proven: bool,
    pub has_bounced: bool,
}

impl MailReach {
    pub(crate) fn facts(&self, has_bounced: bool) -> MailReachFacts {
        MailReachFacts { is_proven: self.is_proven, has_bounced }
    }
}

/// The digest of an address. Sub-addresses and dots of the local part are one recipient: who makes ten addresses out of
/// one mailbox gets no more mail by it.
pub fn recipient(address: &str) -> RecipientDigest {
    let address = address.trim().to_lowercase();
    let (local, domain) = address.rsplit_once('@').unwrap_or((address.as_str(), ""));
    let local = local.split_once('+').map_or(local, |(name, _tag)| name);
    let local: String = local.chars().filter(|c| *c != '.').collect();
    let mut hasher = Sha256::new();
    hasher.update(b"proofdesk.recipient.v1\0");
    hasher.update(local.as_bytes());
    hasher.update(b"@");
    hasher.update(domain.as_bytes());
    hasher.finalize().into()
}

/// The digest of an account, by which what goes to its app is counted.
pub fn app_recipient(account: &str) -> RecipientDigest {
    let mut hasher = Sha256::new();
    hasher.update(b"proofdesk.app-recipient.v1\0");
    hasher.update(account.as_bytes());
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use NotificationKind as Kind;
    use StatusCategory::{Closed, Open, Solved, WaitingOnCustomer, WaitingOnInternal};

    #[test]
    fn what_is_told_of() {
        for (from, to, has_message, told) in [
            (Open, Open, true, Some(Kind::Reply)),
            (Open, Open, false, None),
            (Open, Solved, true, Some(Kind::Solved)),
            (Open, Solved, false, Some(Kind::Solved)),
            (WaitingOnInternal, WaitingOnCustomer, false, Some(Kind::Waiting)),
            (WaitingOnCustomer, WaitingOnCustomer, true, Some(Kind::Reply)),
            (Solved, Solved, true, Some(Kind::Reply)),
            (Closed, Solved, false, None),
            (Solved, Closed, false, None),
            (Open, WaitingOnInternal, false, None),
        ] {
            assert_eq!(kind_of(from, to, has_message), told, "{from} to {to}, {has_message}");
        }
    }

    #[test]
    fn an_unproven_address_gets_what_tells_nothing_and_nothing_else() {
        let unproven = MailReachFacts { is_proven: false, has_bounced: false };
        for kind in Kind::ALL {
            let expected = match kind {
                Kind::Receipt | Kind::Opened | Kind::Link => Standing::Unproven,
                _ => Standing::Refused(Withheld::Unproven),
            };
            assert_eq!(standing(&unproven, *kind), expected);
            let proven = MailReachFacts { is_proven: true, ..unproven };
            assert_eq!(standing(&proven, *kind), Standing::Proven);
            let bounced = MailReachFacts { has_bounced: true, ..proven };
            assert_eq!(standing(&bounced, *kind), Standing::Refused(Withheld::BouncedBefore));
        }
    }

    #[test]
    fn one_mailbox_is_one_recipient() {
        let one = recipient("ada.lovelace@example.com");
        assert_eq!(recipient("Ada.Lovelace+bonus@EXAMPLE.com"), one);
        assert_eq!(recipient("adalovelace@example.com"), one);
        assert_ne!(recipient("ada@example.com"), one);
        assert_ne!(recipient("adalovelace@example.org"), one);
    }
}
