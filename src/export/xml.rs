//! Writes XML: an element on each line, indented; text and attributes escaped.
//!
//! Characters that XML 1.0 does not allow (2.2) become U+FFFD, as in pages. Elements are closed in
//! the order in which they were opened, so that what is written is always well-formed.

use crate::html_escape::push_xml_escaped;

/// The attributes of an element, by name.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML document that is being written.
#[derive(Debug)]
pub struct XmlWriter {
    out: String,
    open: Vec<&'static str>,
}

impl XmlWriter {
    /// A document of which the root is open.
    pub fn document(root: &'static str, attributes: Attributes<'_>) -> Self {
        let out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
        let mut xml = Self { out, open: Vec::new() };
        xml.open(root, attributes);
        xml
    }

    /// Opens an element that others stand in.
    pub fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.begin(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.end(name);
        }
    }

    /// Adds an element without content.
    pub fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.begin(name, attributes);
        self.out.push_str("/>\n");
    }

    /// Adds an element with a text.
    pub fn text(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.mixed(name, attributes, &[(None, text)]);
    }

    /// Adds an element with texts, some in an element of their own with its attributes.
    pub fn mixed(&mut self, name: &'static str, attributes: Attributes<'_>, parts: &[Part<'_>]) {
        self.begin(name, attributes);
        self.out.push('>');
        for (element, text) in parts {
            if let Some((name, attributes)) = element {
                self.tag(name, attributes);
                self.out.push('>');
                push_allowed(&mut self.out, text);
                self.out.push_str(&format!("</{name}>"));
            } else {
                push_allowed(&mut self.out, text);
            }
        }
        self.end(name);
    }

    /// The document, with all that is open closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn begin(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        self.tag(name, attributes);
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push_str(&format!(" {name}=\""));
            // a parser would make these blanks as well (3.3.3)
            push_allowed(&mut self.out, &value.replace(['\t', '\n', '\r'], " "));
            self.out.push('"');
        }
    }

    fn end(&mut self, name: &str) {
        self.out.push_str(&format!("</{name}>\n"));
    }

    fn indent(&mut self) {
        self.out.extend(self.open.iter().map(|_| ' '));
    }
}

/// A part of mixed content: a text, within an element or not.
pub type Part<'a> = (Option<(&'static str, Attributes<'a>)>, &'a str);

fn push_allowed(out: &mut String, text: &str) {
    // a parser would make a CR a line break (2.11)
    push_xml_escaped(out, &text.replace("\r\n", "\n").replace('\r', "\n"));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use roxmltree::Document;

    use super::*;

    #[test]
    fn elements_are_indented_closed_and_escaped() {
        let mut xml = XmlWriter::document("a", &[("title", "b\"<\nc>&")]);
        xml.empty("d", &[]);
        xml.text("e", &[("f", "g")], "<h>\u{0}\u{c}\u{ffff}\r\ni");
        xml.mixed("j", &[], &[(None, "1 "), (Some(("k", &[("l", "m")])), "2 & 3"), (None, " 4")]);
        assert_eq!(
            xml.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <a title=\"b&quot;&lt; c&gt;&amp;\">\n <d/>\n \
             <e f=\"g\">&lt;h&gt;\u{fffd}\u{fffd}\u{fffd}\ni</e>\n \
             <j>1 <k l=\"m\">2 &amp; 3</k> 4</j>\n</a>\n"
        );
    }

    proptest! {
        #[test]
        fn any_text_and_attribute_is_read_as_it_was_written(
            text in "[^\u{0}-\u{1f}\u{7f}\u{fffe}\u{ffff}]{0,40}",
            value in "[^\u{0}-\u{1f}\u{7f}\u{fffe}\u{ffff}]{0,40}",
        ) {
            let mut xml = XmlWriter::document("a", &[("b", &value)]);
            xml.text("c", &[], &text);
            let written = xml.finish();
            let read = Document::parse(&written).unwrap();
            let element = read.root_element().first_element_child().unwrap();
            let attribute = read.root_element().attribute("b");
            prop_assert_eq!(element.text().unwrap_or_default(), text);
            prop_assert_eq!(attribute, Some(&*value));
        }
    }
}
