"""Static analysis of a program: what each name is bound to, what a call creates, and which code runs in a coroutine."""

import ast
import builtins

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
SCOPES = (ast.Module, ast.ClassDef, *FUNCTIONS, *COMPREHENSIONS)


class Program:
    """A parsed program, with each node's parent and each scope's bindings."""

    def __init__(self, tree, places):
        self.tree = tree
        self.places = places
        self.nodes = list(ast.walk(tree))
        self.parents = {child: node for node in self.nodes for child in ast.iter_child_nodes(node)}
        self.bindings = {node: {} for node in self.nodes if isinstance(node, SCOPES)}
        self.scopes = {node: self._scope(node) for node in self.nodes}
        self.code = {}
        for node in self.nodes:
            self.code.setdefault(self.function(node), []).append(node)
        for node in self.nodes:
            self._bind(node)
        self.awaits_at_top = any(isinstance(node, ast.Await) and self.function(node) is None for node in self.nodes)

    # Scopes

    def scope(self, node):
        """Returns a node's scope. A function's name, decorators and defaults are outside its scope."""
        return self.scopes[node]

    def _scope(self, node):
        child, parent = node, self.parents.get(node)
        while parent is not None:
            if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inside = child in parent.body or isinstance(child, ast.arguments) and isinstance(node, ast.arg)
            elif isinstance(parent, ast.ClassDef):
                inside = child in parent.body
            else:
                inside = isinstance(parent, SCOPES)
            if inside:
                return parent
            child, parent = parent, self.parents.get(parent)
        return self.tree

    def function(self, node):
        """Returns the function or lambda that contains a node, or None at the top level."""
        scope = self.scope(node)
        while not isinstance(scope, (*FUNCTIONS, ast.Module)):
            scope = self.scope(scope)
        return None if isinstance(scope, ast.Module) else scope

    def in_coroutine(self, node):
        """Whether a node runs in an event loop: in an async function, or at the top level if that contains an await."""
        function = self.function(node)
        return self.awaits_at_top if function is None else isinstance(function, ast.AsyncFunctionDef)

    def own(self, function, kinds):
        """Returns a function's nodes of these kinds, without those of nested functions."""
        return [node for node in self.code.get(function, []) if isinstance(node, kinds)]

    def within(self, node, body):
        """Whether a node is inside one of these statements."""
        while node is not None:
            if node in body:
                return True
            node = self.parents.get(node)
        return False

    # Bindings

    def bound(self, name, node):
        """Returns everything to which a name may be bound at a node; [] if the program does not bind the name."""
        scope = self.scope(node)
        first = True
        while True:
            found = self.bindings[scope].get(name)
            if found and (first or not isinstance(scope, ast.ClassDef)):
                return found
            if isinstance(scope, ast.Module):
                return []
            scope, first = self.scope(scope), False

    def is_builtin(self, node, name):
        """Whether an expression is this builtin, and the program has not bound its name to something else."""
        return isinstance(node, ast.Name) and node.id == name and hasattr(builtins, name) and not self.bound(name, node)

    def path(self, node):
        """Returns the dotted path of an expression, such as "time.sleep", with import aliases resolved; else None."""
        if isinstance(node, ast.Attribute):
            inner = self.path(node.value)
            return f"{inner}.{node.attr}" if inner else None
        if not isinstance(node, ast.Name):
            return None
        paths = {what if kind == "import" else None for kind, what in self.bound(node.id, node)}
        return paths.pop() if len(paths) == 1 else None

    def module_name(self, module, node):
        """Returns the program's name for a module at a node, or None."""
        for name, found in self.bindings[self.tree].items():
            if found == [("import", module)] and self.bound(name, node) == found:
                return name
        return None

    def values(self, node):
        """Returns the expressions assigned to a variable or `self.attribute`; None if there are other bindings."""
        if isinstance(node, ast.Name):
            found = self.bound(node.id, node)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (owner := self.owner(node)):
            found = self.bindings[owner].get(f"self.{node.attr}", [])
        else:
            return None
        if not found or any(kind != "value" for kind, _ in found):
            return None
        return [value for _, value in found]

    def owner(self, node):
        """Returns the class whose method uses its first parameter here, as in `self.queue`, or None."""
        function = self.function(node)
        while function is not None:
            holder = self.parents.get(function)
            if isinstance(holder, ast.ClassDef) and not isinstance(function, ast.Lambda):
                parameters = [*function.args.posonlyargs, *function.args.args]
                return holder if parameters and parameters[0].arg == node.value.id else None
            function = self.function(function)
        return None

    def maker(self, node):
        """Returns the path of the call that created an expression's value, such as "asyncio.Queue", or None."""
        if isinstance(node, ast.Call):
            return self.path(node.func)
        paths = {self.path(value.func) if isinstance(value, ast.Call) else None for value in self.values(node) or [None]}
        return paths.pop() if len(paths) == 1 else None

    def coroutine(self, call):
        """Returns the async function of the program that a call certainly calls, or None."""
        return self._called(call, ast.AsyncFunctionDef)

    def ordinary(self, call):
        """Returns the ordinary function of the program that a call certainly calls, or None."""
        return self._called(call, ast.FunctionDef)

    def _called(self, call, kind):
        function = call.func
        if isinstance(function, ast.Name):
            found = [what for _, what in self.bound(function.id, function)]
        elif isinstance(function, ast.Attribute) and (owner := self._class(function)):
            found = [what for _, what in self.bindings[owner].get(function.attr, [])]
        else:
            return None
        # A decorator may replace a function by anything, and calling a generator function does not run its code.
        certain = len(found) == 1 and isinstance(found[0], kind) and not found[0].decorator_list
        return found[0] if certain and not self.own(found[0], (ast.Yield, ast.YieldFrom)) else None

    def _class(self, attribute):
        """Returns the class of the program whose method `object.method` certainly is, or None."""
        if isinstance(attribute.value, ast.Name) and (owner := self.owner(attribute)):
            return owner
        values = self.values(attribute.value)
        if not values or len(values) != 1 or not isinstance(values[0], ast.Call) or not isinstance(values[0].func, ast.Name):
            return None
        found = [what for _, what in self.bound(values[0].func.id, values[0])]
        return found[0] if len(found) == 1 and isinstance(found[0], ast.ClassDef) else None

    # Collecting the bindings

    def _add(self, scope, name, kind, what):
        self.bindings[scope].setdefault(name, []).append((kind, what))

    def _bind(self, node):
        scope = self.scope(node)
        match node:
            case ast.Import():
                for alias in node.names:
                    name = alias.asname or alias.name.split(".")[0]
                    self._add(scope, name, "import", alias.name if alias.asname else name)
            case ast.ImportFrom():
                for alias in node.names:
                    self._add(scope, alias.asname or alias.name, "import", f"{'.' * node.level}{node.module or ''}.{alias.name}")
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                self._add(scope, node.name, "definition", node)
            case ast.arg():
                self._add(scope, node.arg, "parameter", node)
            case ast.Name(ctx=ast.Store() | ast.Del()):
                self._bind_name(node, scope)
            case ast.Attribute(ctx=ast.Store(), value=ast.Name()) if owner := self.owner(node):
                self._add(owner, f"self.{node.attr}", *self._value(node))
            case ast.ExceptHandler(name=str() as name) | ast.MatchAs(name=str() as name) | ast.MatchStar(name=str() as name):
                self._add(scope, name, "other", node)
            case ast.Global() | ast.Nonlocal():
                # `global` and `nonlocal` bind a name in another scope, so its binding is no longer certain.
                for holder in [scope, *(one for one in self.bindings if name_in(self.bindings[one], node.names))]:
                    for name in node.names:
                        self._add(holder, name, "other", node)

    def _bind_name(self, node, scope):
        # A walrus in a comprehension binds its name in the enclosing function.
        while isinstance(self.parents[node], ast.NamedExpr) and isinstance(scope, COMPREHENSIONS):
            scope = self.scope(scope)
        self._add(scope, node.id, *self._value(node))

    def _value(self, target):
        """Returns the binding of a target: ("value", the assigned expression) if it is certain."""
        parent = self.parents[target]
        if isinstance(parent, ast.Assign) and target in parent.targets:
            return "value", parent.value
        if isinstance(parent, (ast.AnnAssign, ast.NamedExpr)) and parent.value is not None:
            return "value", parent.value
        if isinstance(parent, ast.withitem) and parent.optional_vars is target:
            return "value", parent.context_expr
        return "other", target


def name_in(bindings, names):
    """Whether a scope binds one of these names."""
    return any(name in bindings for name in names)


def hint(program, code, node, scenario, *, name="", fix=None, end=None):
    """Returns a hint at a node: `name` is inserted in its message, `fix` are its edits, `end` is where its mark ends."""
    line, column = program.places.start(node)
    end_line, end_column = end or program.places.end(node)
    return {
        "severity": "hint",
        "code": code,
        "name": name,
        "scenario": scenario,
        "line": line,
        "column": column,
        "endLine": end_line,
        "endColumn": end_column,
        "fix": fix,
    }
