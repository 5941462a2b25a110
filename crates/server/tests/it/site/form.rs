use std::collections::BTreeMap;

use proofdesk_testkit::{Answer, Client};

/// A form of a page with everything that a browser would send of it.
#[derive(Clone, Debug)]
pub struct Form {
    action: String,
    with_files: bool,
    fields: BTreeMap<String, String>,
    files: Vec<(String, String, Vec<u8>)>,
    /// The name of the field that takes them.
    file_field: String,
}

impl Form {
    /// Finds the form that goes to `action`.
    #[track_caller]
    pub fn read(page: &str, action: &str) -> Self {
        let mark = format!("action=\"{action}\"");
        let at = page.find(&mark).unwrap_or_else(|| panic!("no form to {action} in {page}"));
        let begin = page[..at].rfind("<form").expect("a form");
        let end = begin + page[begin..].find("</form>").expect("its end");
        let html = &page[begin..end];
        let head = &html[..html.find('>').expect("a tag")];
        assert!(head.contains("method=\"post\""), "{head}");
        let mut form = Self {
            action: action.to_owned(),
            with_files: head.contains("multipart/form-data"),
            fields: BTreeMap::new(),
            files: Vec::new(),
            file_field: String::new(),
        };
        for tag in tags(html, "<input") {
            let name = attribute(tag, "name");
            // One without a name is a script's, and no browser sends it.
            if let Some(name) = name.as_ref().filter(|_| tag.contains("type=\"file\"")) {
                form.file_field.clone_from(name);
            }
            let checkbox = tag.contains("type=\"checkbox\"");
            let counts = !tag.contains("type=\"file\"") && (!checkbox || tag.contains(" checked"));
            if let Some(name) = name.filter(|_| counts) {
                form.fields.insert(name, attribute(tag, "value").unwrap_or_default());
            }
        }
        for part in html.split("<textarea").skip(1) {
            let (tag, rest) = part.split_once('>').expect("a tag");
            let text = rest.split("</textarea>").next().unwrap_or_default();
            // The first line break of a textarea is not its text.
            let text = unescaped(text.strip_prefix('\n').unwrap_or(text));
            form.fields.insert(attribute(tag, "name").expect("a name"), text);
        }
        form
    }

    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.fields.insert(name.to_owned(), value.to_owned());
        self
    }

    /// As if it were not on the page, or a box not ticked.
    pub fn clear(mut self, name: &str) -> Self {
        self.fields.remove(name);
        self
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    pub fn file(mut self, name: &str, kind: &str, bytes: &[u8]) -> Self {
        assert!(self.with_files, "{} takes no files", self.action);
        self.files.push((name.to_owned(), kind.to_owned(), bytes.to_vec()));
        self
    }

    /// Sends it as a browser does, with the page's origin and no header of a script's.
    pub async fn send(&self, browser: &Client) -> Answer {
        let origin = format!("http://{}", browser.address());
        let call = browser
            .post(&self.action)
            .header("origin", &origin)
            .header("sec-fetch-site", "same-origin");
        let call = call.header("accept", "text/html").header("accept-language", "en");
        let fields: Vec<(&str, &str)> =
            self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if !self.with_files {
            return call.form(&fields).send().await;
        }
        let mut body = Vec::new();
        // The hidden field stands in front, as in the page.
        let hidden = fields.iter().filter(|(name, _)| *name == "csrf");
        for (name, value) in hidden.chain(fields.iter().filter(|(name, _)| *name != "csrf")) {
            let head = format!(
                "--BORDER\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(head.as_bytes());
        }
        for (name, kind, bytes) in &self.files {
            let head = format!(
                "--BORDER\r\ncontent-disposition: form-data; name=\"{}\"; filename=\"{name}\"\r\ncontent-type: {kind}\r\n\r\n",
                self.file_field
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--BORDER--\r\n");
        call.bytes("multipart/form-data; boundary=BORDER", body).send().await
    }
}

fn tags<'a>(html: &'a str, open: &str) -> Vec<&'a str> {
    html.match_indices(open)
        .filter_map(|(at, _)| html[at..].split_once('>').map(|(tag, _)| tag))
        .collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(unescaped)
}

fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&#60;", "<"),
        ("&gt;", ">"),
        ("&#62;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
