//! Whom a request may be carried to: the lab server, or an origin that the reader has allowed.

use super::address::{check, origin};

/// Where a request goes.
#[derive(Debug, PartialEq)]
pub enum Destination<'a> {
    /// To the lab server, with this path below it.
    Lab(&'a str),
    /// To another host.
    Away(Permitted<'a>),
}

/// The address of a request to another host that the reader has allowed. Only [`destination`] makes one, so a transport that
/// asks for it cannot forget to look.
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

/// Where the request for `url` goes when the reader has allowed these origins. An origin is allowed when it is equal to one of
/// them: a host that begins like an allowed one is another host.
///
/// # Errors
/// Why it goes nowhere.
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
    fn a_request_goes_to_the_lab_or_to_an_origin_that_was_allowed_and_nowhere_else() {
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
        assert!(destination("http://a.example/", &[]).is_err(), "nothing was allowed");
    }

    #[test]
    fn the_lab_server_is_left_by_no_address() {
        for url in ["//a.example/", "/status/200", "../x", "http:a.example", "javascript:alert(1)"] {
            assert!(destination(url, &["http://a.example".to_owned()]).is_err(), "{url}");
        }
    }
}
