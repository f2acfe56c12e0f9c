//! `manifest.webmanifest`: name and icons, for a browser that installs the site (W3C Web
//! Application Manifest). Its addresses are relative to it, so that it holds wherever the site is.

use serde_json::json;

use crate::model::SiteConfig;

/// Background colour, as in the style sheet.
const PAPER: &str = "#fdfcf9";

/// The manifest of a site.
pub fn manifest(config: &SiteConfig) -> Vec<u8> {
    let icon = |size: u32| {
        json!({
            "src": format!("icon-{size}.png"),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
        })
    };
    let manifest = json!({
        "name": config.title,
        "short_name": config.title,
        "description": config.description.as_ref().unwrap_or(&config.title),
        "lang": config.language_tag,
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [icon(192), icon(512)],
    });
    format!("{manifest:#}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_json_with_the_name_of_the_site() {
        let config = SiteConfig { title: "论坛“实录”".into(), ..SiteConfig::default() };
        let read: serde_json::Value = serde_json::from_slice(&manifest(&config)).unwrap();
        assert_eq!(read["name"], "论坛“实录”");
        assert_eq!(read["icons"][1]["sizes"], "512x512");
    }
}
