//! A text that is not compiled into the page: the page fetches it from its host when a reader opens it.

/// A separate file of the page. In the page it is a path and a digest. In a native build it is the text itself, so that
/// tests and the terminal need no host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the page's address, such as `scenarios/gather.py`.
    pub path: &'static str,
    digest: u32,
    compiled: Option<&'static str>,
}

impl File {
    /// The file that the build copies to `path`, with its text at compile time.
    #[must_use]
    pub const fn new(path: &'static str, text: &'static str) -> Self {
        let compiled = if cfg!(target_arch = "wasm32") { None } else { Some(text) };
        Self { path, digest: digest(text), compiled }
    }

    /// The text, in a native build. `None` in the page, which fetches the file.
    #[must_use]
    pub const fn compiled(&self) -> Option<&'static str> {
        self.compiled
    }

    /// Whether `text` is the file's text at compile time. If not, the host has another version of the page.
    #[must_use]
    pub const fn holds(&self, text: &str) -> bool {
        digest(text) == self.digest
    }
}

/// The FNV-1a hash of a text. It detects accidents; it need not withstand an attack.
#[must_use]
pub const fn digest(text: &str) -> u32 {
    let (bytes, mut place, mut digest) = (text.as_bytes(), 0, 0x811c_9dc5_u32);
    while place < bytes.len() {
        digest = (digest ^ bytes[place] as u32).wrapping_mul(0x0100_0193);
        place += 1;
    }
    digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_tells_its_own_text_from_another() {
        let file = File::new("guides/tea.en.md", "# look\n\nIt draws.\n");
        assert_eq!(file.compiled(), Some("# look\n\nIt draws.\n"));
        assert!(file.holds("# look\n\nIt draws.\n"));
        assert!(!file.holds("# look\n\nIt draws!\n"));
        assert_eq!(digest("foobar"), 0xbf9c_f968, "the value that the authors of FNV-1a publish");
    }
}
