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
    pub forms: PartFields,
    pub piece: Field,
    pub pair: Field,
}

#[derive(Debug)]
pub(super) struct Fields {
    /// Of the article: what its documents are replaced by.
    pub id: Field,
    pub number: Field,
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
        id: schema.add_text_field("id", STRING | STORED),
        number: schema.add_i64_field("number", STORED),
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
        forms: part("forms"),
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

    pub fn id_term(&self, id: &str) -> Term {
        Term::from_field_text(self.id, id)
    }

    pub fn section_term(&self, section: &str) -> Term {
        Term::from_facet(self.facet, &Facet::from_path(["section", section]))
    }

    pub fn document(&self, from: &Document) -> TantivyDocument {
        let mut to = TantivyDocument::default();
        to.add_text(self.id, &from.id);
        to.add_i64(self.number, from.number);
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
        let forms = from.forms.join("\n");
        let parts = [
            (fields.title, &from.title),
            (fields.heads, &heads),
            (fields.body, &from.body),
            (fields.forms, &forms),
        ];
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
