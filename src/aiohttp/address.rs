//! Addresses of requests: relative ones of the page's own lab server, such as `delay/1`, and absolute URLs.
//!
//! We accept fewer addresses than a browser does, so that the host that the reader allows is the host that the browser
//! calls. User names, backslashes and letters outside of ASCII are refused. A number is accepted only as an IPv4
//! address of four decimal parts, because a browser reads `0x7f.1`, `2130706433` and `127.1` as 127.0.0.1.

use std::net::Ipv4Addr;

/// The longest address, in characters.
pub const ADDRESS_LENGTH: usize = 2_000;

/// Why an address is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// The scheme is neither `http` nor `https`.
    Scheme,
    /// The host is malformed.
    Host,
    /// The address contains a character that is not allowed, or its path leads out of the lab server.
    Path,
    /// The address is longer than [`ADDRESS_LENGTH`].
    TooLong,
}

/// Checks whether an address is accepted.
///
/// # Errors
/// Why the address is refused.
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
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if is_host(host) && is_port { Ok(()) } else { Err(BadAddress::Host) }
}

/// Whether the browser calls exactly this host, without rewriting it.
fn is_host(host: &str) -> bool {
    let named = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let labels = host.strip_suffix('.').unwrap_or(host);
    let last = labels.rsplit('.').next().unwrap_or_default();
    let is_name = !labels.is_empty() && host.bytes().all(named);
    is_name && (!is_number(last) || host.parse::<Ipv4Addr>().is_ok())
}

/// Whether a browser reads a host with this last label as an IPv4 address (URL Standard, "ends in a number").
fn is_number(label: &str) -> bool {
    let hexadecimal = label.strip_prefix("0x").or_else(|| label.strip_prefix("0X"));
    let (digits, radix) = hexadecimal.map_or((label, 10), |digits| (digits, 16));
    (hexadecimal.is_some() || !digits.is_empty()) && digits.chars().all(|digit| digit.is_digit(radix))
}

/// Checks an address of the lab server: a relative path that does not lead out of the server.
fn check_lab(address: &str) -> Result<(), BadAddress> {
    let path = authority_end(address).0;
    if address.split(['?', '#']).next().unwrap_or_default().contains(':') {
        return Err(BadAddress::Scheme);
    }
    let dots = |part: &str| matches!(part.replace("%2e", ".").replace("%2E", ".").as_str(), "." | "..");
    let whole = address.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() || whole.split('/').any(dots) { Err(BadAddress::Path) } else { Ok(()) }
}

/// The origin of an address (scheme, host, port) as a browser writes it; `None` for the lab server's addresses.
#[must_use]
pub fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let (scheme, authority) = (scheme.to_ascii_lowercase(), authority(rest).to_ascii_lowercase());
    let (host, port) = authority.split_once(':').unwrap_or((&authority, ""));
    match port.parse::<u16>() {
        Ok(port) if port != usual_port(&scheme) => Some(format!("{scheme}://{host}:{port}")),
        _ => Some(format!("{scheme}://{host}")),
    }
}

fn usual_port(scheme: &str) -> u16 {
    if scheme == "https" { 443 } else { 80 }
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
    fn addresses_of_the_lab_and_absolute_urls_are_accepted() {
        for good in [
            "status/200",
            "bytes/10?over=1.5",
            "site/",
            "weather/Saint-%C3%89tienne",
            "http://localhost:8080",
            "https://Example.org/a/../b?c=d#e",
            "https://10.0.0.1/",
            "http://10.0.0.1:8080/",
            "http://1.example",
            "http://a.x7f./",
            "http://0x7g.example",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn addresses_that_a_browser_might_read_differently_are_refused() {
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
            ("http://example.org:+80/", BadAddress::Host),
            ("http://example.org:/", BadAddress::Host),
            ("http://./", BadAddress::Host),
            ("http://0x7f.1/", BadAddress::Host),
            ("http://2130706433", BadAddress::Host),
            ("http://127.1", BadAddress::Host),
            ("http://127.0.0.1./", BadAddress::Host),
            ("http://127.0.0.01/", BadAddress::Host),
            ("http://0177.0.0.1/", BadAddress::Host),
            ("http://256.0.0.1/", BadAddress::Host),
            ("http://1.2.3.4.5/", BadAddress::Host),
            ("http://a.0X7F/", BadAddress::Host),
            ("http://a.0x/", BadAddress::Host),
            ("http://a.example.1:80/", BadAddress::Host),
            ("status 200", BadAddress::Path),
        ] {
            assert_eq!(check(bad), Err(why), "{bad}");
        }
        assert_eq!(check(&"x".repeat(ADDRESS_LENGTH + 1)), Err(BadAddress::TooLong));
    }

    #[test]
    fn the_origin_is_scheme_host_and_port() {
        assert_eq!(origin("HTTPS://Example.org:444/a?b"), Some("https://example.org:444".to_owned()));
        assert_eq!(origin("http://example.org?x"), Some("http://example.org".to_owned()));
        assert_eq!(origin("https://example.org:0443/"), Some("https://example.org".to_owned()));
        assert_eq!(origin("http://example.org:443"), Some("http://example.org:443".to_owned()));
        assert_eq!(origin("status/200"), None);
    }
}
