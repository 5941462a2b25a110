//! What a server's refusal means (RFC 5321, section 4.2; RFC 3463).

/// How an attempt ended that did not get the mail taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Another attempt may help.
    Later,
    /// None will.
    Failed,
    /// None will, because of the address.
    Bounced,
}

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub end: End,
    /// A code for people who know mail, never the server's text: it quotes addresses. `550 5.1.1`, `connection`.
    pub code: String,
}

/// RFC 3463: class, subject, detail.
pub(super) type Enhanced = (u8, u16, u16);

/// Answers about our own login: the operator can mend it, and the mail waits.
const LOGIN: &[u16] = &[530, 534, 535, 538];

impl Failure {
    /// The address is none that can be written to.
    pub(super) fn address() -> Self {
        Self { end: End::Bounced, code: "address".to_owned() }
    }

    /// The mail could not be put together.
    pub(super) fn broken() -> Self {
        Self { end: End::Failed, code: "message".to_owned() }
    }

    /// The server could not be spoken with.
    pub(super) fn later(code: &str) -> Self {
        Self { end: End::Later, code: code.to_owned() }
    }

    /// The server answered with a refusal.
    pub(super) fn answered(status: u16, said: &str) -> Self {
        let enhanced = enhanced(said);
        let code = match enhanced {
            Some((class, subject, detail)) => format!("{status} {class}.{subject}.{detail}"),
            None => status.to_string(),
        };
        Self { end: judge(status, enhanced), code }
    }
}

fn judge(status: u16, enhanced: Option<Enhanced>) -> End {
    if status < 500 || LOGIN.contains(&status) {
        return End::Later;
    }
    match enhanced {
        // 5.1.7 and 5.1.8 are about the sender's address.
        Some((5, 1, 7 | 8)) => End::Failed,
        Some((5, 1 | 2, _)) => End::Bounced,
        Some(_) => End::Failed,
        None if matches!(status, 550 | 551 | 553) => End::Bounced,
        None => End::Failed,
    }
}

/// The code at the head of an answer's text, if there is one.
pub(super) fn enhanced(said: &str) -> Option<Enhanced> {
    let word = said.split_whitespace().next()?;
    let mut parts = word.split('.');
    let class = parts.next()?.parse().ok().filter(|class| [2, 4, 5].contains(class))?;
    let subject = parts.next()?.parse().ok().filter(|n| *n < 1_000)?;
    let detail = parts.next()?.parse().ok().filter(|n| *n < 1_000)?;
    parts.next().is_none().then_some((class, subject, detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_from_a_pause_and_an_address_from_a_policy() {
        for (status, said, end, code) in [
            (550, "5.1.1 <gone@example.com>: User unknown", End::Bounced, "550 5.1.1"),
            (552, "5.2.2 Mailbox full", End::Bounced, "552 5.2.2"),
            (550, "5.7.1 Rejected by policy", End::Failed, "550 5.7.1"),
            (553, "5.1.8 Sender address rejected", End::Failed, "553 5.1.8"),
            (550, "No such user here", End::Bounced, "550"),
            (554, "Transaction failed", End::Failed, "554"),
            (451, "4.7.1 Greylisted", End::Later, "451 4.7.1"),
            (421, "Closing", End::Later, "421"),
            (535, "5.7.8 Authentication failed", End::Later, "535 5.7.8"),
            (550, "5.1.1.1 odd", End::Bounced, "550"),
            (550, "192.0.2.1 is listed", End::Bounced, "550"),
            (550, "", End::Bounced, "550"),
        ] {
            let failure = Failure::answered(status, said);
            assert_eq!((failure.end, failure.code.as_str()), (end, code), "{status} {said}");
        }
    }
}
