use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::Locale;

/// The text of every file of one language, compiled in.
///
/// `console.ftl` stands beside them and is missing here: only the browser reads it.
macro_rules! sources {
    ($code:literal) => {
        [
            include_str!(concat!("../../../locales/", $code, "/site.ftl")),
            include_str!(concat!("../../../locales/", $code, "/errors.ftl")),
            include_str!(concat!("../../../locales/", $code, "/words.ftl")),
            include_str!(concat!("../../../locales/", $code, "/mail.ftl")),
            include_str!(concat!("../../../locales/", $code, "/staff.ftl")),
        ]
    };
}

/// The Fluent texts of one language that the server speaks.
const fn sources(locale: Locale) -> [&'static str; 5] {
    match locale {
        Locale::En => sources!("en"),
        Locale::ZhHans => sources!("zh-Hans"),
        Locale::ZhHant => sources!("zh-Hant"),
        Locale::Ja => sources!("ja"),
        Locale::Ko => sources!("ko"),
        Locale::Ru => sources!("ru"),
        Locale::Es => sources!("es"),
        Locale::Tr => sources!("tr"),
        Locale::Vi => sources!("vi"),
        Locale::Ar => sources!("ar"),
    }
}

/// Every message in every language, parsed.
///
/// Arguments are set apart by Unicode's isolation marks (FSI, PDI), so that a Latin ticker inside an
/// Arabic sentence, or an Arabic name inside an English one, does not reorder its neighbours.
pub struct Messages {
    bundles: [FluentBundle<FluentResource>; Locale::ALL.len()],
}

impl Messages {
    /// The messages compiled into the program, parsed at first use.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Messages> =
            LazyLock::new(|| Messages { bundles: Locale::ALL.map(bundle) });
        &EMBEDDED
    }

    /// The message `key` in a language, or in English while the translation is missing.
    ///
    /// A key that not even English has comes back as itself, which is ugly and harmless; the tests of
    /// those who ask know their keys.
    pub fn t(&self, locale: Locale, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        self.own(locale, key, args)
            .or_else(|| self.own(Locale::En, key, args))
            .unwrap_or_else(|| key.to_owned())
    }

    /// Whether the language itself, without its English fallback, has the key.
    pub fn has(&self, locale: Locale, key: &str) -> bool {
        self.bundle(locale).has_message(key)
    }

    fn own(&self, locale: Locale, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = self.bundle(locale);
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        // An argument that was not given shows as its name in braces; a sentence with a hole still
        // says more than none.
        Some(bundle.format_pattern(pattern, args, &mut errors).into_owned())
    }

    #[expect(clippy::indexing_slicing, reason = "index() is a position in ALL")]
    fn bundle(&self, locale: Locale) -> &FluentBundle<FluentResource> {
        &self.bundles[locale.index()]
    }
}

/// The names of the messages that a Fluent text defines, as one finds them without parsing: every
/// line that begins with a name and `=`. The tests of crates with templates compare against it.
pub fn keys_of_source(source: &str) -> BTreeSet<&str> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim_end())
        .collect()
}

#[expect(
    clippy::expect_used,
    reason = "the files are compiled in and a test parses them; a broken one cannot be released"
)]
fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier =
        locale.code().parse().expect("invariant: the ten codes are language tags");
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_formatter(Some(format_number));
    for source in sources(locale) {
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_partial, errors)| errors)
            .expect("invariant: the compiled-in Fluent files parse");
        bundle
            .add_resource(resource)
            .expect("invariant: no key stands in two files of one language");
    }
    bundle
}

/// The language of a bundle, as the only road from Fluent's formatter hook back to our own formats.
struct BundleLocale(Locale);

impl Memoizable for BundleLocale {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, _args: ()) -> Result<Self, ()> {
        Locale::parse(&language.to_string()).map(Self).ok_or(())
    }
}

/// Numbers inside messages get the language's separators and Latin digits. `None` leaves a value to
/// Fluent, which writes strings as they are.
fn format_number(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits: Cow<'_, str> = number.as_string();
    if !number.options.use_grouping {
        return Some(digits.into_owned());
    }
    memoizer
        .with_try_get::<BundleLocale, _, _>((), |bundle| bundle.0.decimal(&digits).ok())
        .ok()
        .flatten()
}

#[cfg(test)]
mod tests;
