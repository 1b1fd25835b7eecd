//! Compares two logs of one program, ours and the engine's, and finds their first difference.

/** Kinds of lines with details that our loop does not log. */
const beside = new Set(["frames", "locals", "traceback", "clue", "end"]);
const timed = new Set(["suspended", "blocked", "cancel"]);

/** The logs of a file that the Rust tests wrote, by heading. */
export function sections(text) {
  const parts = text.split(/^\[(.*)\]\n/m).slice(1);
  return new Map(Array.from({ length: parts.length / 2 }, (_, place) => [parts[2 * place], parts[2 * place + 1]]));
}

/**
 * The events of a log, each as one line with its time, its task and its callback. The functions in `lines` convert the source line
 * of an event before the comparison: `stops` that of a suspension, `created` that of a new task, `made` that of a new resource.
 */
export function events(log, lines) {
  let [time, task, callback] = ["0.0", "-", "0"];
  const told = [];
  for (const line of log.replace(/\n+$/, "").split("\n").slice(1)) {
    const [when, who, turn, kind, ...fields] = line.split("\t");
    [time, task, callback] = [when || time, who || task, turn || callback];
    if (beside.has(kind)) continue;
    // An iteration belongs to no task, so only its callback is compared.
    if (kind === "iteration") told.push(`${callback} iteration`);
    else told.push([Number(time), task, callback, kind, ...compared(kind, fields, lines)].join(" "));
  }
  return told;
}

function compared(kind, fields, { stops, created, made }) {
  if (kind === "printed") return fields.slice(0, 2);
  if (kind === "created") return [fields[0], fields[1], created(fields[2])];
  if (kind === "made") return [...fields.slice(0, 4), made(fields[4])];
  if (kind === "thrown") return [stops(fields[0])];
  if (kind === "blocked") return [Number(fields[0]), fields[1], stops(fields[2])];
  if (kind === "suspended") return [stops(fields[0]), ...fields.slice(1).map(number)];
  return timed.has(kind) ? fields.map(number) : fields;
}

/** A number as JavaScript writes it, because Rust and Python write some floats differently. */
function number(field) {
  return /^-?\d[\d.]*(e[-+]?\d+)?$/.test(field) ? Number(field) : field;
}

/** The first difference of two logs, with the lines before it; nothing if they are equal. */
export function difference(ours, theirs) {
  const place = ours.findIndex((event, index) => event !== theirs[index]);
  const first = place >= 0 ? place : ours.length;
  if (place < 0 && theirs.length === ours.length) return null;
  const before = ours.slice(Math.max(0, first - 8), first).map((event) => `    ${event}`);
  const [left, right] = [ours, theirs].map((events) => events.slice(first, first + 3));
  const rows = [...before, ...left.map((event) => `our loop   ${event}`), ...right.map((event) => `the engine ${event}`)];
  return `event ${first} of ${ours.length} and ${theirs.length}\n${rows.join("\n")}`;
}
