//! What a word says about the sentence it stands in.

use super::Wanted;

/// What a word of the dictionary means for the question whether something is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// Names a secret by itself: "password".
    Secret(Wanted),
    /// Names a secret where the text is about that kind of thing: "the code", "the secret", "those words".
    Hint(Wanted),
    /// Contains another word of the dictionary and does not mean it: "error code", "password reset", Turkish "ne zaman".
    Harmless,
    /// Could govern a secret.
    Verb(Act, Side),
    /// Asks without naming a secret apart: "what does your authenticator show".
    Whole(Wanted),
    /// Asks for what a hint names, where the text is about that kind of thing: "which code", Spanish "qué dígitos".
    Question(Wanted),
    /// Tells that we lack it or wait for it, in whatever turn: "all that is missing is", "as soon as I have". It asks for the
    /// secret of its sentence, or for that of the sentence before.
    Wish,
    /// Says of what stands in quotation marks that others write it: "the fake account wrote".
    Fake,
    /// Negates a verb close behind it, or the secret between a verb and it.
    Not,
    /// As [`Cue::Not`] before a verb or behind one; but what we cannot do without, we may ask for: "without it I cannot go on".
    Without,
    /// Somebody else, of whom the sentence tells: "people paste", "el usuario envía" are no imperatives.
    Others,
    /// The sentence warns, whatever else it says: "never", "nobody", "fraud".
    Warning,
    /// Takes back what was said before it: "but", "however".
    But,
    /// Looks like a negation and is an invitation: "do not hesitate".
    Urge,
    /// To us, in this conversation.
    Here,
    /// On a page of the product, where secrets belong.
    Place,
    /// Where customers keep a secret or use it themselves: "on paper", "into your new wallet".
    Away,
    /// Tells how the words are to be written: "in order".
    Order,
    /// Why staff would pretend to need it: "to verify your identity".
    Purpose,
    /// What the text is about, which decides what a [`Cue::Hint`] means.
    Topic(Topic),
    /// Chinese 把 and 将, which put the object before its verb.
    Take,
}

impl Cue {
    /// Tells whether it says something of its sentence as a whole, wherever it stands and whatever word it is a part of.
    pub fn is_of_sentence(self) -> bool {
        matches!(
            self,
            Cue::Here | Cue::Place | Cue::Away | Cue::Order | Cue::Purpose | Cue::Topic(_)
        )
    }
}

/// What is done with the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Hand it over: "send", "tell", "provide", "we need".
    Hand,
    /// Write it somewhere: a request only when that is here.
    Fill,
    /// It is needed, without saying by whom: a request when the purpose is one of ours.
    Require,
    /// What is it?
    Ask,
    /// The customer comes to have it: "did it arrive", "create". What is had can be handed over by the next verb.
    Have,
    /// It is not needed: says so of the secret, and of the verb behind it: "no need to send".
    Refuse,
    /// Anything else, which is the customer's own affair, or hides it: "change", "forgot", "remove".
    Own,
}

/// Where a verb has its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The object follows, as in English.
    After,
    /// The object stands before, as in Japanese; or a pronoun in the verb points back, as in "send it".
    Before,
    /// Either, as in Chinese.
    Both,
}

/// What a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// Codes and how they come.
    Codes,
    /// API keys and signatures.
    Api,
    /// Wallets and restoring them.
    Wallet,
}

/// A row of a language's dictionary: words, and what each of them means.
///
/// A star before or behind a word leaves that end open: `"şifre*"` is found in "şifrenizi". An exclamation mark before it
/// keeps its accents: without them it would be another word. Spaces, hyphens and case do not matter.
pub(super) type Entry = (Cue, &'static [&'static str]);
