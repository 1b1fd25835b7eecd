"""Places (line and column) in a program: converts ast's byte offsets to an editor's UTF-16 columns, and makes edits."""


class Places:
    """The lines of a source, and the places of its nodes."""

    def __init__(self, source):
        # ast counts lines as Python's tokenizer does: form feeds and the like do not end a line.
        self.lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def column(self, line, offset):
        """Returns the column of a byte offset in a line."""
        text = self.lines[line - 1].encode()[:offset].decode(errors="ignore")
        return _units(text) + 1

    def start(self, node):
        """Returns the line and column of a node's start."""
        return node.lineno, self.column(node.lineno, node.col_offset)

    def end(self, node):
        """Returns the line and column after a node's end."""
        return node.end_lineno, self.column(node.end_lineno, node.end_col_offset)

    def bracket_after(self, node):
        """Returns the line and column after the opening bracket of a call, for the node of the called function."""
        line, column = node.end_lineno, len(self.lines[node.end_lineno - 1].encode()[: node.end_col_offset].decode())
        while (index := self.lines[line - 1].find("(", column)) < 0:
            line, column = line + 1, 0
        return line, _units(self.lines[line - 1][: index + 1]) + 1

    def ends_line(self, place):
        """Whether a place is at the end of its line, apart from spaces."""
        line, column = place
        return column == _units(self.lines[line - 1].rstrip()) + 1


def _units(text):
    return len(text.encode("utf-16-le")) // 2


def insert(place, text):
    """Returns an edit that inserts a text at a place."""
    return replace(place, place, text)


def replace(start, end, text):
    """Returns an edit that replaces the text from `start` to `end`."""
    return {"line": start[0], "column": start[1], "endLine": end[0], "endColumn": end[1], "text": text}
