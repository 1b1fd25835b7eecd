//! Addresses of requests: the lab server's own, such as `delay/1`, and whole ones.
//!
//! We take fewer than a browser would, so that what we read as the host is what the browser reads: no user, no backslash, no
//! letter outside of ASCII.

/// The longest address, in characters.
pub const ADDRESS_LENGTH: usize = 2_000;

/// Why a text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// It has another scheme than `http` or `https`.
    Scheme,
    /// Its host is none.
    Host,
    /// It holds what no address may hold here, or leads out of the lab server.
    Path,
    /// It is longer than [`ADDRESS_LENGTH`].
    TooLong,
}

/// Checks an address.
///
/// # Errors
/// What is wrong with it.
pub fn check(address: &str) -> Result<(), BadAddress> {
    if address.len() > ADDRESS_LENGTH {
        return Err(BadAddress::TooLong);
    }
    if address.bytes().any(|byte| !byte.is_ascii_graphic() || b"\\<>\"`{}|^".contains(&byte)) {
        return Err(BadAddress::Path);
    }
    let Some((scheme, rest)) = address.split_once("://") else { return check_lab(address) };
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Err(BadAddress::Scheme);
    }
    let (host, port) = match authority(rest).rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (authority(rest), "0"),
    };
    let named = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let is_host = !host.is_empty() && host.bytes().all(named);
    if is_host && port.parse::<u16>().is_ok() { Ok(()) } else { Err(BadAddress::Host) }
}

/// The lab's own have a path below it, without a way out.
fn check_lab(address: &str) -> Result<(), BadAddress> {
    let path = authority_end(address).0;
    if address.split(['?', '#']).next().unwrap_or_default().contains(':') {
        return Err(BadAddress::Scheme);
    }
    let dots = |part: &str| matches!(part.replace("%2e", ".").replace("%2E", ".").as_str(), "." | "..");
    let whole = address.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() || whole.split('/').any(dots) { Err(BadAddress::Path) } else { Ok(()) }
}

/// Scheme, host and port of an address: who is asked. The lab's own have none.
#[must_use]
pub fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    Some(format!("{scheme}://{}", authority(rest)).to_ascii_lowercase())
}

fn authority(rest: &str) -> &str {
    authority_end(rest).0
}

fn authority_end(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labs_addresses_and_whole_ones_are_taken() {
        for good in [
            "status/200",
            "bytes/10?over=1.5",
            "site/",
            "weather/Saint-%C3%89tienne",
            "http://localhost:8080",
            "https://Example.org/a/../b?c=d#e",
            "https://10.0.0.1/",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn what_a_browser_might_read_otherwise_is_refused() {
        for (bad, why) in [
            ("javascript:alert(1)", BadAddress::Scheme),
            ("ftp://example.org/", BadAddress::Scheme),
            ("data:text/html,x", BadAddress::Scheme),
            ("//example.org/", BadAddress::Path),
            ("/status/200", BadAddress::Path),
            ("../secret", BadAddress::Path),
            ("status/%2e%2E/x", BadAddress::Path),
            ("http://a\\@b.example/", BadAddress::Path),
            ("http://user@example.org/", BadAddress::Host),
            ("http://user:word@example.org/", BadAddress::Host),
            ("http:///x", BadAddress::Host),
            ("http://example.org:99999/", BadAddress::Host),
            ("http://exämple.org/", BadAddress::Path),
            ("status 200", BadAddress::Path),
        ] {
            assert_eq!(check(bad), Err(why), "{bad}");
        }
        assert_eq!(check(&"x".repeat(ADDRESS_LENGTH + 1)), Err(BadAddress::TooLong));
    }

    #[test]
    fn the_origin_says_who_is_asked() {
        assert_eq!(origin("HTTPS://Example.org:444/a?b"), Some("https://example.org:444".to_owned()));
        assert_eq!(origin("http://example.org?x"), Some("http://example.org".to_owned()));
        assert_eq!(origin("status/200"), None);
    }
}
