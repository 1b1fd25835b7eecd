// @ts-check
//! The log of one run of an answer (docs/log-format.md), as the checks need it: calls, tasks, prints, the end.

/**
 * A moment of a run. `event` is the number of the log's events up to that moment, as in the page's cursor.
 * @typedef {{ time: number, callback: number, event: number, line: string }} Moment
 *
 * @typedef {{ number: number, function: string, task: string, arguments: Record<string, any>, text: string,
 *   began: Moment, ended: Moment | null, how: "returned" | "raised" | "cancelled" | "left", value: any }} Call
 * @typedef {{ number: string, name: string, function: string, made: Moment, ended: Moment | null, how: string }} Task
 * @typedef {{ time: number, task: string, kind: string, fields: string[], moment: Moment }} Event
 */

/** Kinds of lines that are not events. */
const beside = new Set(["iteration", "frames", "locals", "traceback", "clue", "output", "end", "call", "left", "form", "drive", "result", "replaced"]);

/** The position of the program's line in an event's fields. */
const lines = { suspended: 0, created: 2, blocked: 2, printed: 2, thrown: 0, made: 4 };

const plain = { t: "\t", n: "\n", r: "\r" };

/** @param {string} text A text of the log as the program wrote it. */
export function unescaped(text) {
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code, letter) => (code ? String.fromCodePoint(parseInt(code, 16)) : (plain[letter] ?? letter)));
}

/** Splits the joined logs of several runs. @param {string} text */
export function split(text) {
  return text.split(/^(?=loopscope\t)/m).filter((log) => log.length > 0);
}

export class Run {
  /** @param {string} log one whole log */
  constructor(log) {
    /** @type {Event[]} */
    this.events = [];
    /** @type {Call[]} */
    this.calls = [];
    /** @type {Map<string, Task>} */
    this.tasks = new Map();
    /** @type {string[]} what the program has replaced */
    this.replaced = [];
    /** @type {{ kind: string, fits: boolean, parameters: string[] } | null} */
    this.form = null;
    /** @type {any} what the driven function returned; undefined if it did not */
    this.result = undefined;
    /** A log without an end is that of a process that ended itself. @type {{ how: string, text: string, line: string, moment: Moment }} */
    this.end = { how: "exit", text: "", line: "", moment: { time: 0, callback: 0, event: 0, line: "" } };
    /** The time of the function's call; earlier events belong to the program's import. */
    this.start = 0;
    this.driven = 0; // the number of events before that
    this.read(log);
  }

  /** The number of the main task: the first that is made for the function. */
  get main() {
    return this.events.slice(this.driven).find(({ kind }) => kind === "created")?.task ?? "";
  }

  /** The function's duration, in seconds. */
  get total() {
    return this.end.moment.time - this.start;
  }

  /** @param {string} log */
  read(log) {
    let [time, task, callback] = ["0", "-", "0"];
    for (const text of log.split("\n").slice(1)) {
      const [when, who, turn, kind, ...fields] = text.split("\t");
      if (kind === undefined) continue;
      [time, task, callback] = [when || time, who || task, turn || callback];
      const moment = { time: Number(time), callback: Number(callback), event: this.events.length, line: fields[lines[kind]] ?? "" };
      if (beside.has(kind)) this.learn(kind, fields, task, moment);
      else this.add(kind, fields, task, { ...moment, event: moment.event + 1 });
    }
    for (const call of this.calls) call.ended ??= null;
  }

  /** @param {string} kind @param {string[]} fields @param {string} task @param {Moment} moment */
  learn(kind, fields, task, moment) {
    const read = (/** @type {string} */ field) => JSON.parse(unescaped(field));
    // The line of the call. For a call that is the coroutine of a task, the line that created the task.
    const line = fields[3] || (this.tasks.get(task)?.made.line ?? "");
    if (kind === "call") this.begin(fields[0], fields[1], read(fields[2]), task, { ...moment, line });
    if (kind === "left") Object.assign(this.calls[Number(fields[0]) - 1], { ended: moment, how: fields[1], value: read(fields[2]) });
    if (kind === "form") this.form = { kind: fields[0], fits: fields[1] === "fits", parameters: (fields[2] ?? "").split(" ").filter(Boolean) };
    if (kind === "result") this.result = read(fields[0]);
    if (kind === "replaced") this.replaced.push(fields[0]);
    if (kind === "drive") [this.start, this.driven] = [moment.time, this.events.length];
    if (kind === "end") this.end = { how: fields[0], text: unescaped(fields[1] ?? ""), line: fields.at(-1) ?? "", moment: { ...moment, line: fields.at(-1) ?? "" } };
  }

  /** @param {string} number @param {string} name @param {Record<string, any>} values @param {string} task @param {Moment} moment */
  begin(number, name, values, task, moment) {
    const text = JSON.stringify(Object.values(values));
    this.calls[Number(number) - 1] = { number: Number(number), function: name, task, arguments: values, text, began: moment, ended: null, how: "left", value: undefined };
  }

  /** @param {string} kind @param {string[]} fields @param {string} task @param {Moment} moment */
  add(kind, fields, task, moment) {
    this.events.push({ time: moment.time, task, kind, fields, moment });
    if (kind === "created") {
      const name = fields[1].startsWith("=") ? unescaped(fields[1].slice(1)) : `Task-${fields[1]}`;
      this.tasks.set(task, { number: task, name, function: fields[3] ?? "", made: moment, ended: null, how: "left" });
    }
    const told = this.tasks.get(task);
    if (told && ["returned", "failed", "cancelled", "destroyed"].includes(kind)) Object.assign(told, { ended: moment, how: kind });
  }

  /** The calls of a function, in the order of their starts. @param {string} name */
  of(name) {
    return this.calls.filter((call) => call.function === name || call.function.endsWith(`.${name}`));
  }

  /** The lines that the driven function wrote to its standard output. */
  get printed() {
    /** @type {{ text: string, moment: Moment }[]} */
    const found = [];
    let open = "";
    for (const event of this.events.slice(this.driven)) {
      if (event.kind !== "printed" || event.fields[0] !== "out") continue;
      const parts = (open + unescaped(event.fields[1])).split("\n");
      open = parts.pop() ?? "";
      for (const text of parts) found.push({ text, moment: event.moment });
    }
    if (open) found.push({ text: open, moment: this.end.moment });
    return found;
  }
}
