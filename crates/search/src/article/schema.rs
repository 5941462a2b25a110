use std::collections::HashMap;

use proofdesk_locale::Locale;
use tantivy::schema::{
    Facet, FacetOptions, Field, IndexRecordOption, STORED, STRING, Schema, SchemaBuilder,
    TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{TantivyDocument, Term};

use super::Document;
use crate::cut::Cut;
use crate::stem::Latin;

pub(super) const FACET: &str = "facet";
pub(super) const TAGS: &str = "/tag";
pub(super) const SECTIONS: &str = "/section";

/// The fields of one part of a document in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartFields {
    pub word: Field,
    pub stem: Field,
    pub gram: Field,
}

/// The fields of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct LocaleFields {
    pub title: PartFields,
    pub heads: PartFields,
    pub body: PartFields,
    pub piece: Field,
    pub pair: Field,
}

#[derive(Debug)]
pub(super) struct Fields {
    pub slug: Field,
    /// Slug and language: what a document is replaced by.
    key: Field,
    lang: Field,
    pub audience: Field,
    facet: Field,
    pub title: Field,
    pub body: Field,
    of_locale: HashMap<Locale, LocaleFields>,
}

pub(super) fn build() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let of_locale = Locale::ALL.into_iter().map(|of| (of, locale_fields(&mut schema, of)));
    let of_locale = of_locale.collect();
    let fields = Fields {
        slug: schema.add_text_field("slug", STRING | STORED),
        key: schema.add_text_field("key", STRING),
        lang: schema.add_text_field("lang", STRING),
        audience: schema.add_text_field("audience", STRING),
        facet: schema.add_facet_field(FACET, FacetOptions::default()),
        title: schema.add_text_field("title", STORED),
        body: schema.add_text_field("body", STORED),
        of_locale,
    };
    (schema.build(), fields)
}

fn locale_fields(schema: &mut SchemaBuilder, locale: Locale) -> LocaleFields {
    let latin = Latin::of(locale);
    let mut field = |part: &str, cut: Cut| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(&cut.name())
            .set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        schema.add_text_field(&format!("{part}.{}.{}", cut.name(), locale.code()), options)
    };
    let mut part = |name: &str| PartFields {
        word: field(name, Cut::Word),
        stem: field(name, Cut::Stem(latin)),
        gram: field(name, Cut::Gram),
    };
    LocaleFields {
        title: part("title"),
        heads: part("heads"),
        body: part("body"),
        piece: field("all", Cut::Piece),
        pair: field("all", Cut::Pair(latin)),
    }
}

pub(super) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    let latin = Latin::ALL.into_iter().flat_map(|latin| [Cut::Stem(latin), Cut::Pair(latin)]);
    for cut in [Cut::Word, Cut::Gram, Cut::Piece].into_iter().chain(latin) {
        tokenizers.register(&cut.name(), TextAnalyzer::builder(cut).build());
    }
    tokenizers
}

impl Fields {
    /// The fields of a language; there are some for every one.
    pub fn of(&self, locale: Locale) -> Option<&LocaleFields> {
        self.of_locale.get(&locale)
    }

    pub fn lang_term(&self, locale: Locale) -> Term {
        Term::from_field_text(self.lang, locale.code())
    }

    pub fn key_term(&self, slug: &str, locale: Locale) -> Term {
        Term::from_field_text(self.key, &key(slug, locale))
    }

    pub fn document(&self, from: &Document) -> TantivyDocument {
        let mut to = TantivyDocument::default();
        to.add_text(self.slug, &from.slug);
        to.add_text(self.key, key(&from.slug, from.locale));
        to.add_text(self.lang, from.locale.code());
        to.add_text(self.title, &from.title);
        to.add_text(self.body, &from.body);
        for token in &from.audience {
            to.add_text(self.audience, token);
        }
        // Every part of the index has some facet then, and can count them.
        to.add_facet(self.facet, Facet::from_path(["all", from.locale.code()]));
        for tag in from.tags.iter().filter(|tag| !tag.is_empty()) {
            to.add_facet(self.facet, Facet::from_path(["tag", tag]));
        }
        if !from.section.is_empty() {
            to.add_facet(self.facet, Facet::from_path(["section", &from.section]));
        }
        let Some(fields) = self.of(from.locale) else { return to };
        let heads = from.headings.iter().chain(&from.tags).cloned().collect::<Vec<_>>().join("\n");
        let parts =
            [(fields.title, &from.title), (fields.heads, &heads), (fields.body, &from.body)];
        for (part, text) in parts {
            for field in [part.word, part.stem, part.gram] {
                to.add_text(field, text);
            }
        }
        let all = [from.title.as_str(), &heads, &from.body].join("\n");
        for field in [fields.piece, fields.pair] {
            to.add_text(field, &all);
        }
        to
    }
}

fn key(slug: &str, locale: Locale) -> String {
    format!("{} {slug}", locale.code())
}
