//! What fills the slots of a context, and which pieces of it must not survive masking.

/// A value for a slot; `parts` is empty for values that may stay.
#[derive(Debug, Clone)]
pub struct Slot {
    pub name: &'static str,
    pub text: String,
    pub parts: Vec<String>,
}

/// A secret with what belongs to it (an access id, a vendor's name).
#[derive(Debug, Clone)]
pub struct Secret {
    pub layout: String,
    pub slots: Vec<Slot>,
}

impl Secret {
    /// A secret of one piece.
    pub fn whole(layout: &str, text: String) -> Self {
        let parts = vec![text.clone()];
        Secret::pieces(layout, text, parts)
    }

    /// A secret of which a part could survive: each of the pieces is looked for by itself.
    pub fn pieces(layout: &str, text: String, parts: Vec<String>) -> Self {
        Secret { layout: layout.to_owned(), slots: vec![Slot { name: "secret", text, parts }] }
    }

    /// Adds a value that may stay in the text.
    pub fn with(mut self, name: &'static str, text: &str) -> Self {
        self.slots.push(Slot { name, text: text.to_owned(), parts: Vec::new() });
        self
    }

    /// Adds a second secret.
    pub fn and(mut self, name: &'static str, text: &str) -> Self {
        let parts = vec![text.to_owned()];
        self.slots.push(Slot { name, text: text.to_owned(), parts });
        self
    }

    /// Puts everything on one line, as it stands between the quotes of a program.
    pub fn on_one_line(mut self) -> Self {
        for slot in &mut self.slots {
            slot.text = slot.text.replace('\n', " ");
            slot.parts.iter_mut().for_each(|part| *part = part.replace('\n', " "));
        }
        self
    }
}
