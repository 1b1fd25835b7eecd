"""Places in a program: from the bytes in which ast counts to the UTF-16 units of an editor, and edits at such places."""


class Places:
    """The lines of a source, and where its nodes stand."""

    def __init__(self, source):
        # ast counts as Python's tokenizer does: form feeds and the like end no line.
        self.lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def column(self, line, offset):
        """The column of a byte offset in a line."""
        text = self.lines[line - 1].encode()[:offset].decode(errors="ignore")
        return _units(text) + 1

    def start(self, node):
        """Line and column of a node's beginning."""
        return node.lineno, self.column(node.lineno, node.col_offset)

    def end(self, node):
        """Line and column behind a node's end."""
        return node.end_lineno, self.column(node.end_lineno, node.end_col_offset)

    def bracket_after(self, node):
        """Line and column behind the bracket that opens after a node, which is what a call calls."""
        line, column = node.end_lineno, len(self.lines[node.end_lineno - 1].encode()[: node.end_col_offset].decode())
        while (index := self.lines[line - 1].find("(", column)) < 0:
            line, column = line + 1, 0
        return line, _units(self.lines[line - 1][: index + 1]) + 1

    def ends_line(self, place):
        """Whether nothing stands behind a place in its line."""
        line, column = place
        return column == _units(self.lines[line - 1].rstrip()) + 1


def _units(text):
    return len(text.encode("utf-16-le")) // 2


def insert(place, text):
    """An edit that inserts a text at a place."""
    return replace(place, place, text)


def replace(start, end, text):
    """An edit that puts a text where another one stands."""
    return {"line": start[0], "column": start[1], "endLine": end[0], "endColumn": end[1], "text": text}
