//! The class hierarchy of Python's exceptions, as far as `except` needs it.

/// Whether `except base` catches an exception of this class. A class that is not listed is the program's own, and a
/// subclass of `Exception`.
pub(super) fn is_kind_of(class: &str, base: &str) -> bool {
    class == base || bases(class).iter().any(|class| is_kind_of(class, base))
}

/// The base classes of a class (`Objects/exceptions.c`, `asyncio/exceptions.py`, aiohttp's `client_exceptions.py`).
fn bases(class: &str) -> &'static [&'static str] {
    match class {
        "BaseException" => &[],
        "Exception" | "BaseExceptionGroup" | "CancelledError" | "KeyboardInterrupt" | "SystemExit"
        | "GeneratorExit" => &["BaseException"],
        "ExceptionGroup" => &["BaseExceptionGroup", "Exception"],
        "FloatingPointError" | "OverflowError" | "ZeroDivisionError" => &["ArithmeticError"],
        "IndexError" | "KeyError" => &["LookupError"],
        "RecursionError" | "NotImplementedError" | "PythonFinalizationError" | "BrokenBarrierError" => {
            &["RuntimeError"]
        }
        "SendfileNotAvailableError" => &["RuntimeError"],
        "UnicodeError" => &["ValueError"],
        "UnicodeDecodeError" | "UnicodeEncodeError" | "UnicodeTranslateError" => &["UnicodeError"],
        "ModuleNotFoundError" => &["ImportError"],
        "UnboundLocalError" => &["NameError"],
        "IndentationError" => &["SyntaxError"],
        "TabError" => &["IndentationError"],
        "IncompleteReadError" => &["EOFError"],
        "BlockingIOError" | "ChildProcessError" | "ConnectionError" | "FileExistsError" | "FileNotFoundError"
        | "InterruptedError" | "IsADirectoryError" | "NotADirectoryError" | "PermissionError"
        | "ProcessLookupError" | "TimeoutError" | "IOError" | "EnvironmentError" => &["OSError"],
        "BrokenPipeError" | "ConnectionAbortedError" | "ConnectionRefusedError" | "ConnectionResetError" => {
            &["ConnectionError"]
        }
        "ClientConnectionError" | "ClientResponseError" | "ClientPayloadError" => &["ClientError"],
        "ClientOSError" => &["ClientConnectionError", "OSError"],
        "ClientConnectorError" => &["ClientOSError"],
        "ServerConnectionError" => &["ClientConnectionError"],
        "ServerDisconnectedError" => &["ServerConnectionError"],
        "ServerTimeoutError" => &["ServerConnectionError", "TimeoutError"],
        "ConnectionTimeoutError" | "SocketTimeoutError" => &["ServerTimeoutError"],
        "ContentTypeError" | "TooManyRedirects" | "WSServerHandshakeError" => &["ClientResponseError"],
        "InvalidURL" => &["ClientError", "ValueError"],
        _ => &["Exception"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subclasses_are_those_of_python() {
        // Checked with python3.13: issubclass(TimeoutError, OSError) and so on.
        for (class, base) in [
            ("TimeoutError", "OSError"),
            ("KeyError", "LookupError"),
            ("ZeroDivisionError", "ArithmeticError"),
            ("BrokenPipeError", "OSError"),
            ("UnicodeDecodeError", "ValueError"),
            ("RecursionError", "RuntimeError"),
            ("ExceptionGroup", "BaseExceptionGroup"),
            ("MyError", "Exception"),
            ("QueueEmpty", "Exception"),
        ] {
            assert!(is_kind_of(class, base), "{class} is a subclass of {base}");
            assert!(!is_kind_of(base, class), "{base} is no subclass of {class}");
        }
        assert!(!is_kind_of("CancelledError", "Exception"));
        assert!(!is_kind_of("ValueError", "LookupError"));
    }
}
