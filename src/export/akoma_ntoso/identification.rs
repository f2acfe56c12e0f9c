//! The metadata of a debate: what it is (FRBR), and who and what it refers to.
//!
//! Addresses follow the naming convention of Akoma Ntoso (OASIS, 2019), which are paths and need no
//! address of the site: `/akn/zz/debate/<day>/<forum>`. Nobody has given the country, so it is
//! `zz`, for which ISO 3166 has no country and CLDR "unknown". All dates are the forum's first day:
//! a build knows no clock. The page on the web is an alias, where the address of the site is known.

use super::Debate;
use crate::export::xml::XmlWriter;
use crate::model::{Language, Speaker};
use crate::urls;

/// The country in addresses: unknown.
const COUNTRY: &str = "zz";
/// Whoever made the file: this program.
const MADE_BY: &str = "#gen";

/// Adds the element `meta`.
pub(super) fn push_meta(xml: &mut XmlWriter, debate: &Debate<'_>) {
    xml.open("meta", &[]);
    xml.open("identification", &[("source", MADE_BY)]);
    push_levels(xml, debate);
    xml.close();
    xml.open("references", &[("source", MADE_BY)]);
    push_references(xml, debate);
    xml.close();
    xml.close();
}

/// The work, its expression in a language and its manifestation as a file.
fn push_levels(xml: &mut XmlWriter, debate: &Debate<'_>) {
    let forum = debate.of.forum;
    let language = match debate.of.language {
        Language::English => "eng",
        Language::Chinese | Language::TaiwanChinese => "zho",
    };
    let work = format!("/akn/{COUNTRY}/debate/{}/{}", debate.day, forum.id);
    let expression = format!("{work}/{language}@{}", debate.day);
    let author = if forum.organizer.is_some() { "#organizer" } else { MADE_BY };
    xml.open("FRBRWork", &[]);
    push_core(xml, debate, [&format!("{work}/!main"), &work], author);
    xml.empty("FRBRcountry", &[("value", COUNTRY)]);
    xml.empty("FRBRname", &[("value", &forum.id)]);
    xml.close();
    xml.open("FRBRExpression", &[]);
    push_core(xml, debate, [&format!("{expression}/!main"), &expression], MADE_BY);
    xml.empty("FRBRlanguage", &[("language", language)]);
    xml.close();
    xml.open("FRBRManifestation", &[]);
    let file = [&*format!("{expression}/!main.xml"), &*format!("{expression}.xml")];
    push_core(xml, debate, file, MADE_BY);
    xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
    xml.close();
}

/// What all three levels have: the address of this document and of the whole, day and author.
fn push_core(xml: &mut XmlWriter, debate: &Debate<'_>, addresses: [&str; 2], author: &str) {
    let [this, whole] = addresses;
    xml.empty("FRBRthis", &[("value", this)]);
    xml.empty("FRBRuri", &[("value", whole)]);
    if let Some(page) = debate.of.absolute(&urls::record(&debate.of.forum.id)) {
        xml.empty("FRBRalias", &[("name", "web"), ("value", &page)]);
    }
    xml.empty("FRBRdate", &[("date", &debate.day.to_string()), ("name", "held")]);
    xml.empty("FRBRauthor", &[("href", author)]);
}

fn push_references(xml: &mut XmlWriter, debate: &Debate<'_>) {
    let of = debate.of;
    let mut push = |element, id: &str, kind: &str, path: &str, name: &str| {
        let href = format!("/akn/ontology/{kind}/{path}");
        xml.empty(element, &[("eId", id), ("href", &href), ("showAs", name)]);
    };
    let program = env!("CARGO_PKG_NAME");
    push("TLCObject", "gen", "object", program, program);
    if let Some(name) = &of.forum.organizer {
        push("TLCOrganization", "organizer", "organization", &urls::encoded(name), name);
    }
    if let Some(name) = &of.forum.venue {
        push("TLCLocation", "venue", "location", &urls::encoded(name), name);
    }
    push("TLCRole", "role-host", "role", "host", of.strings.get("host"));
    push("TLCRole", "role-chair", "role", "chair", of.strings.get("chair"));
    for appearance in &debate.speakers {
        let Speaker { id, name, .. } = &of.site.speakers[appearance.speaker];
        push("TLCPerson", &format!("person-{id}"), "person", id, name);
    }
    if debate.has_unnamed {
        push("TLCPerson", "unnamed", "person", "unnamed", of.strings.get("unnamed"));
    }
}
