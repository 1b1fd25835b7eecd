//! Decides where a request may go: to the lab server, or to an origin that the reader has allowed.

use super::address::{check, origin};

/// The destination of a request.
#[derive(Debug, PartialEq)]
pub enum Destination<'a> {
    /// The lab server. The text is a path on it.
    Lab(&'a str),
    /// Another host.
    Away(Permitted<'a>),
}

/// The address of a request to another host that the reader has allowed. Only [`destination`] creates one, so a
/// transport that takes it cannot skip the check.
#[derive(Debug, PartialEq)]
pub struct Permitted<'a> {
    url: &'a str,
}

impl Permitted<'_> {
    /// The address.
    #[must_use]
    pub const fn url(&self) -> &str {
        self.url
    }
}

/// The destination of a request for `url`, given the allowed origins. An origin must equal an allowed one, because a
/// host whose name starts with the same characters is another host.
///
/// # Errors
/// Why the request may not be sent.
pub fn destination<'a>(url: &'a str, allowed: &[String]) -> Result<Destination<'a>, String> {
    check(url).map_err(|bad| format!("{url}: {bad:?}"))?;
    match origin(url) {
        None => Ok(Destination::Lab(url)),
        Some(origin) if allowed.contains(&origin) => Ok(Destination::Away(Permitted { url })),
        Some(origin) => Err(format!("{origin} is not allowed")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_goes_only_to_the_lab_or_to_an_allowed_origin() {
        let allowed = ["http://a.example".to_owned(), "https://b.example:444".to_owned()];
        let away = |url| Ok(Destination::Away(Permitted { url }));
        assert_eq!(destination("delay/1", &allowed), Ok(Destination::Lab("delay/1")));
        assert_eq!(destination("http://a.example/x?y", &allowed), away("http://a.example/x?y"));
        assert_eq!(destination("HTTP://A.example:80", &allowed), away("HTTP://A.example:80"));
        assert_eq!(destination("https://b.example:444/", &allowed), away("https://b.example:444/"));
        for url in [
            "http://a.example.evil/",
            "http://a.example:81/",
            "http://a.exampl/",
            "http://b.a.example/",
            "https://a.example/",
            "https://b.example/",
            "https://b.example:4440/",
            "http://a.example@evil.example/",
            "http://2130706433/",
        ] {
            assert!(destination(url, &allowed).is_err(), "{url}");
        }
        assert!(destination("http://a.example/", &[]).is_err(), "no origin was allowed");
    }

    #[test]
    fn no_address_leads_out_of_the_lab_server() {
        for url in ["//a.example/", "/status/200", "../x", "http:a.example", "javascript:alert(1)"] {
            assert!(destination(url, &["http://a.example".to_owned()]).is_err(), "{url}");
        }
    }
}
