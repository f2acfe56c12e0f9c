//! Checks of web addresses.
//!
//! An address is published as it was written, and refused where it is wrong. The `url` crate, which
//! follows the rules of browsers, would repair it instead (`https:///forum`, `https:forum`, a tab
//! within, a `\` for a `/`) and would give another text back: a host in Punycode, a path without
//! its `..`, Chinese percent-encoded. Numbers and IPv6 addresses are parsed by the standard
//! library.

use std::net::Ipv6Addr;

/// The schemes of web addresses.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// The address of a site, with a slash at its end: scheme, host, perhaps a port and a path. The
/// scheme may be in capitals.
///
/// # Errors
///
/// Why the addresses of pages cannot be appended to it.
pub fn base_url(address: &str) -> Result<String, &'static str> {
    let begins = |scheme: &&str| {
        address.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
    };
    let scheme = SCHEMES.into_iter().find(begins);
    let scheme = scheme.ok_or("it does not begin with https:// or http://")?;
    let rest = &address[scheme.len()..];
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    // one slash is added below, however many were written
    let path = path.trim_end_matches('/');
    let (host, port) = split_port(authority);
    let checks = [
        (!address.contains(['?', '#']), "it has a `?` or `#` in it"),
        (!authority.contains('@'), "it has the name of a user in it"),
        (port.is_none_or(is_port), "its port is not a number up to 65535"),
        (is_host(host), "its host is not one"),
        (is_path(path), "its path is not one"),
    ];
    match checks.iter().find(|(holds, _)| !holds) {
        Some((_, why)) => Err(why),
        None => Ok(format!("{scheme}{authority}{path}/")),
    }
}

/// The host and the port after it. Colons within the brackets of an IPv6 address begin no port.
fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn is_port(port: &str) -> bool {
    // `parse` would take a plus sign
    port.parse::<u16>().is_ok() && !port.starts_with('+')
}

/// Whether a text is a domain name of any script, an IPv4 address or an IPv6 address in brackets.
fn is_host(host: &str) -> bool {
    let of_name = |c: char| c.is_alphanumeric() || "-._".contains(c);
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(host) => host.parse::<Ipv6Addr>().is_ok(),
        // `..` has only permitted characters and is no host
        None => host.chars().all(of_name) && host.chars().any(char::is_alphanumeric),
    }
}

/// Whether a text is no path at all, or one of which every folder has a name.
fn is_path(path: &str) -> bool {
    let is_name = |part: &str| !["", ".", ".."].contains(&part) && !part.contains(is_unsafe);
    path.strip_prefix('/').is_none_or(|path| path.split('/').all(is_name))
}

/// Whether a text is an `http` or `https` address without whitespace or quotation marks.
pub fn is_web_address(url: &str) -> bool {
    let rest = SCHEMES.into_iter().find_map(|scheme| url.strip_prefix(scheme));
    // in `https:///forum` the host is missing
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !url.contains(is_unsafe))
}

/// Whether a character must be percent-encoded in an address.
fn is_unsafe(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "\"'<>\\".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{base_url, is_web_address};

    #[test]
    fn the_address_of_a_site_is_one_of_a_folder() {
        let site = |address| base_url(address).unwrap_or_else(str::to_owned);
        assert_eq!(site("https://example.org"), "https://example.org/");
        assert_eq!(site("HTTPS://Example.org/forum//"), "https://Example.org/forum/");
        assert_eq!(site("http://localhost:8000/a/b"), "http://localhost:8000/a/b/");
        assert_eq!(site("http://[::1]:80/a"), "http://[::1]:80/a/");
        assert_eq!(site("https://例子.中国/论坛/"), "https://例子.中国/论坛/");
        for wrong in [
            "example.org",
            "ftp://example.org",
            "https://",
            "https:///forum",
            "https://me:secret@example.org/",
            "https://example.org:port/",
            "https://example.org:70000/",
            "https://example.org:/",
            "https://example.org/?a",
            "https://example.org/#a",
            "https://exa mple.org/",
            "https://[::x]/",
            "https://example.org//a",
            "https://example.org/../a",
            "https://example.org/a\"b",
            // browsers would repair these
            "https:example.org",
            "https:/example.org",
            "https://exa\tmple.org/",
            "https://example.org\\a",
            "https://@example.org/",
            "https://example.org:+80/",
            "https://ex%41mple.org/",
        ] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_web_address_is_one_as_it_stands() {
        for right in ["https://example.org", "http://example.org/a?b#c", "https://例子.中国/论坛"]
        {
            assert!(is_web_address(right), "{right}");
        }
        for wrong in ["https://", "https:///a", "ftp://a", "//a", "https://a b", "https://a/'", ""]
        {
            assert!(!is_web_address(wrong), "{wrong}");
        }
    }
}
