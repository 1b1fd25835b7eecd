//! A text that the page asks its host for when a reader wants it, so that the program need not bring it.

/// A file beside the page. In the page it is a path and the digest of what lies there; elsewhere it is the text itself, so
/// that tests and the terminal need no host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it lies, such as `scenarios/gather.py`.
    pub path: &'static str,
    digest: u32,
    compiled: Option<&'static str>,
}

impl File {
    /// The file that the build copies to `path`, and its text.
    #[must_use]
    pub const fn new(path: &'static str, text: &'static str) -> Self {
        let compiled = if cfg!(target_arch = "wasm32") { None } else { Some(text) };
        Self { path, digest: digest(text), compiled }
    }

    /// Its text, where the program has it.
    #[must_use]
    pub const fn compiled(&self) -> Option<&'static str> {
        self.compiled
    }

    /// Whether this is its text as it was when the program was compiled, and not that of another version.
    #[must_use]
    pub const fn holds(&self, text: &str) -> bool {
        digest(text) == self.digest
    }
}

/// FNV-1a: it finds out an accident, and nobody gains by deceiving it.
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
    fn a_file_knows_its_text_from_another() {
        let file = File::new("guides/tea.en.md", "# look\n\nIt draws.\n");
        assert_eq!(file.compiled(), Some("# look\n\nIt draws.\n"));
        assert!(file.holds("# look\n\nIt draws.\n"));
        assert!(!file.holds("# look\n\nIt draws!\n"));
        assert_eq!(digest("foobar"), 0xbf9c_f968, "as the authors of FNV-1a give it");
    }
}
