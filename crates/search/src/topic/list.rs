//! A list of phrases, read.

use std::collections::{BTreeSet, HashMap};

use proofdesk_locale::Locale;

use crate::Error;
use crate::fold::{Class, letters};
use crate::stem::{Latin, stem};

/// The phrases of one language.
#[derive(Default)]
pub(super) struct List {
    /// How parts of phrases look in a text.
    pub forms: Vec<Form>,
    pub pieces: Vec<Piece>,
    pub phrases: Vec<Phrase>,
    topics: Vec<usize>,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// A word by its stem.
    Stem(Latin, String),
    /// The beginning of a word.
    Beginning(String),
    /// Letters of which some need no space beside them.
    Run(String),
}

/// One part of a phrase.
#[derive(Default)]
pub(super) struct Piece {
    /// Each one way to say it: forms that follow each other.
    pub ways: Vec<Vec<usize>>,
    pub weight: f32,
}

/// Parts that stand together when a topic is meant.
pub(super) struct Phrase {
    pub topic: usize,
    pub pieces: Vec<usize>,
    /// Less than one where other topics have the same phrase.
    pub share: f32,
}

/// A way to say one thing: words that follow each other.
pub(super) type Way = Vec<Form>;

/// Ways to say one thing, by the name of the class.
pub(super) type Classes = HashMap<String, Vec<Way>>;

/// Why a list cannot be read.
#[derive(Debug)]
pub(super) struct Unreadable {
    line: usize,
    why: String,
}

impl Unreadable {
    pub fn of(self, locale: Locale) -> Error {
        Error::Topics(format!("{}, line {}: {}", locale.code(), self.line, self.why))
    }
}

impl List {
    /// The topics that have phrases, in the order of the list.
    pub fn topics(&self) -> impl Iterator<Item = usize> {
        self.topics.iter().copied()
    }
}

/// The classes that a list names, in whose lines those before them and the shared ones may stand.
pub(super) fn classes(text: &str, latin: Latin, shared: &Classes) -> Result<Classes, Unreadable> {
    let mut classes = Classes::new();
    for (line, content) in lines(text) {
        if content.starts_with('[') {
            break;
        }
        let named = content.strip_prefix('{').and_then(|rest| rest.split_once("}:"));
        let Some((name, written)) = named else {
            return Err(Unreadable { line, why: format!("no topic before {content}") });
        };
        let mut ways = Vec::new();
        for way in written.split('|').map(str::trim) {
            let inner = way.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            let read = match inner {
                Some(inner) => classes.get(inner).or_else(|| shared.get(inner)).cloned(),
                None => read_way(way, latin).map(|way| vec![way]),
            };
            let why = || Unreadable { line, why: format!("{{{name}}} has {way:?} in it") };
            ways.extend(read.ok_or_else(why)?);
        }
        classes.insert(name.to_owned(), ways);
    }
    Ok(classes)
}

/// Reads a list. What customers mix into a script of their own are English words, so that the shared classes go along with
/// its own; where both are Latin the words of one language would be others of the other.
pub(super) fn read(
    names: &[&str],
    text: &str,
    latin: Latin,
    shared: &Classes,
) -> Result<List, Unreadable> {
    let mut all = classes(text, latin, shared)?;
    for (name, ways) in shared {
        let own = all.entry(name.clone()).or_default();
        if own.is_empty() || latin == Latin::English {
            own.extend(ways.iter().cloned());
        }
    }
    let mut reader = Reader { latin, classes: all, ..Reader::default() };
    for (line, content) in lines(text).skip_while(|(_, content)| !content.starts_with('[')) {
        reader.line(names, content).map_err(|why| Unreadable { line, why })?;
    }
    Ok(reader.done())
}

/// Lines that say something, numbered as an editor does.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = (1..).zip(text.lines().map(str::trim));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

#[derive(Default)]
struct Reader {
    latin: Latin,
    classes: Classes,
    list: List,
    forms: HashMap<Form, usize>,
    pieces: HashMap<String, usize>,
}

impl Reader {
    fn line(&mut self, names: &[&str], content: &str) -> Result<(), String> {
        if let Some(name) = content.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let topic = names.iter().position(|known| *known == name);
            let topic = topic.ok_or_else(|| format!("there is no topic {name}"))?;
            if self.list.topics.contains(&topic) {
                return Err(format!("{name} stands here twice"));
            }
            self.list.topics.push(topic);
            return Ok(());
        }
        if content.contains("}:") {
            return Err("classes stand before the first topic".to_owned());
        }
        content.split('|').try_for_each(|phrase| self.phrase(phrase))
    }

    fn phrase(&mut self, phrase: &str) -> Result<(), String> {
        let topic = *self.list.topics.last().ok_or("a phrase before the first topic")?;
        let pieces = phrase.split_whitespace().map(|piece| self.piece(piece));
        let pieces: Vec<usize> = pieces.collect::<Result<_, _>>()?;
        if pieces.is_empty() {
            return Err("an empty phrase".to_owned());
        }
        self.list.phrases.push(Phrase { topic, pieces, share: 1.0 });
        Ok(())
    }

    fn piece(&mut self, written: &str) -> Result<usize, String> {
        if let Some(known) = self.pieces.get(written) {
            return Ok(*known);
        }
        let ways = self.ways(written)?;
        let ways =
            ways.into_iter().map(|way| way.into_iter().map(|form| self.form(form)).collect());
        let ways = ways.collect();
        let piece = self.list.pieces.len();
        self.list.pieces.push(Piece { ways, weight: 0.0 });
        self.pieces.insert(written.to_owned(), piece);
        Ok(piece)
    }

    /// `{class}`, a word, or a class with letters before or after it (`{not}到账`), which are said in one.
    fn ways(&self, written: &str) -> Result<Vec<Way>, String> {
        let Some((before, rest)) = written.split_once('{') else {
            let way = read_way(written, self.latin);
            return Ok(vec![way.ok_or_else(|| format!("{written} has no letters"))?]);
        };
        let (name, after) = rest.split_once('}').ok_or_else(|| format!("{written} has no end"))?;
        let class =
            self.classes.get(name).ok_or_else(|| format!("there is no class {{{name}}}"))?;
        if before.is_empty() && after.is_empty() {
            return Ok(class.clone());
        }
        // Of Latin ways in the class nothing can be made: letters of two scripts do not grow onto each other.
        let runs = class.iter().filter_map(|way| match way.as_slice() {
            [Form::Run(run)] => read_way(&format!("{before}{run}{after}"), self.latin),
            _ => None,
        });
        let runs: Vec<Way> = runs.collect();
        if runs.is_empty() {
            return Err(format!("{written} grows onto nothing"));
        }
        Ok(runs)
    }

    fn form(&mut self, form: Form) -> usize {
        let list = &mut self.list.forms;
        *self.forms.entry(form).or_insert_with_key(|form| {
            list.push(form.clone());
            list.len() - 1
        })
    }

    fn done(mut self) -> List {
        let mut of_piece: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); self.list.pieces.len()];
        let mut of_phrase: HashMap<Vec<usize>, BTreeSet<usize>> = HashMap::new();
        for phrase in &self.list.phrases {
            for piece in &phrase.pieces {
                of_piece.get_mut(*piece).map(|topics| topics.insert(phrase.topic));
            }
            of_phrase.entry(sorted(&phrase.pieces)).or_default().insert(phrase.topic);
        }
        let topics = self.list.topics.len();
        for (piece, of) in self.list.pieces.iter_mut().zip(of_piece) {
            piece.weigh(of.len(), topics);
        }
        for phrase in &mut self.list.phrases {
            let others = of_phrase.get(&sorted(&phrase.pieces)).map_or(1, BTreeSet::len);
            phrase.share = f32::from(u16::try_from(others).unwrap_or(u16::MAX)).sqrt().recip();
        }
        self.list
    }
}

fn sorted(pieces: &[usize]) -> Vec<usize> {
    let mut pieces = pieces.to_vec();
    pieces.sort_unstable();
    pieces
}

/// `None` where there are no letters.
fn read_way(written: &str, latin: Latin) -> Option<Way> {
    let forms: Vec<Form> = written.split('_').filter_map(|word| read_form(word, latin)).collect();
    (!forms.is_empty()).then_some(forms)
}

fn read_form(word: &str, latin: Latin) -> Option<Form> {
    let all = letters(word);
    let told = || all.iter().filter(|letter| letter.class != Class::Other);
    let plain: String = told().map(|letter| letter.plain).collect();
    if plain.is_empty() {
        return None;
    }
    if told().any(|letter| letter.class != Class::Word) {
        return Some(Form::Run(plain));
    }
    if word.ends_with('*') {
        return Some(Form::Beginning(plain));
    }
    let exact: String = told().map(|letter| letter.exact).collect();
    Some(Form::Stem(latin, stem(&exact, &plain, latin)))
}
