//! Counts what is done, in tests only: that it grows with the length of a text and not with its square.

#[cfg(test)]
use std::collections::HashMap;
#[cfg(test)]
use std::sync::{LazyLock, Mutex};
#[cfg(test)]
use std::thread::ThreadId;

#[cfg(test)]
static STEPS: LazyLock<Mutex<HashMap<ThreadId, usize>>> = LazyLock::new(Mutex::default);

/// Notes that many steps. Every loop over letters, cues or lines says so.
#[inline]
pub(super) fn steps(number: usize) {
    #[cfg(test)]
    if let Ok(mut steps) = STEPS.lock() {
        *steps.entry(std::thread::current().id()).or_default() += number;
    }
    let _ = number;
}

#[cfg(test)]
mod tests {
    use super::super::asks;
    use super::STEPS;

    fn steps_for(text: &str) -> usize {
        let taken = || {
            let id = std::thread::current().id();
            STEPS.lock().ok().and_then(|mut steps| steps.remove(&id)).unwrap_or_default()
        };
        taken();
        assert!(asks(text).len() <= text.len());
        taken()
    }

    #[test]
    fn hostile_texts_take_work_linear_in_their_length() {
        for piece in [
            "send ",
            "password ",
            "send password ",
            "not send password, ",
            "p a s s ",
            "people send password ",
            "password. send it, ",
            "never password but ",
            "never password, but send it to me ",
            "not needed ",
            "密码收到了。发给我，",
            "不需要发给我",
            "把",
            "密码",
            "和",
            "، و",
            ", ",
            "a.",
            "1 ",
            "password? ",
            "please password ",
            "all that is missing password ",
            "send: password, ",
            "password:\n",
            "- password\n",
            "send\n- password\n- password\n",
            "«password» scam ",
            "«send me your password now» ",
        ] {
            let of = |bytes: usize| steps_for(&piece.repeat(bytes / piece.len()));
            let (small, large) = (of(4_000), of(16_000));
            assert!(small > 0 && large <= small * 5, "{piece}: {small} steps, then {large}");
        }
    }
}
