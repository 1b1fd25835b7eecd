// @ts-check
//! The lab's engine as the page uses it: each run has a new worker, which is booted before the run.
//!
//! The page imports this file when the lab is opened.
//!
//!     const engine = open(onstate);          starts to download and to boot
//!     engine.run(request, onbatch, onend);   runs a program; a run in progress is stopped first, and its onend is not called
//!     engine.stop();                         ends the run at once: onend gets "stopped", with the line that was computing
//!     engine.answer(text);                   answers the run's `input`; null ends the input
//!     await engine.check(source, main, notebook);   an array of diagnostics; waits for a booted engine
//!     engine.retry();                        tries again after the state "failed"
//!     engine.close();                        ends all workers
//!
//! onstate(state): state is an object with `kind` and, for some kinds, further fields:
//!     { kind: "loading", received, total }   bytes of the engine's files
//!     { kind: "booting" }                    all files are loaded, Python starts
//!     { kind: "ready", from }                programs can run; from: "snapshot" or "plain"
//!     { kind: "failed", why, text }          why: "network" (no answer, or incomplete) or "boot" (Python does not start); call retry()
//! A program that is run before "ready" starts when the engine is ready.
//!
//! request:
//!     files     { name: source }, for instance { "program.py": "...", "utils.py": "..." }
//!     main      the name of the main file; its lines have no file name in the log
//!     seed      a whole number; date: seconds since 1970 at which time.time() begins
//!     notebook  true: await is allowed at the top level; a line that starts with "# %%" starts a cell
//!     args      sys.argv from its second element on (optional)
//!     locals    whether the log includes local variables (optional)
//!     runs      several runs in one worker, one after another: each an object with the fields that differ from this request, such as
//!               `files` and `answer` (static/exercises/judge.js). The logs follow one another; a run that is aborted is the last
//!     answers   the answers to `input`, in order (optional); the run asks when they are used up
//!     limits    any of (optional): events (lines of the log), log (its characters), output (characters), time (seconds of
//!               logical time), memory (MB), silence (seconds of real time without a line of the log); engine.js has the defaults
//!
//! onbatch(text): whole lines of the log (docs/log-format.md), at least every 50 ms while lines arrive. The first batch of a run
//!     starts with the log's header. All batches joined are the log.
//! onend(end): { how, text, line }. how: "done", "raised", "exit", "stuck", "limit" (text: its name, a tab, a description),
//!     "stopped", "failed" (the engine crashed; text is the reason) or "input". Every end but "failed" and "input" has a line in
//!     the log, in the last batch. { how: "input", text: prompt } is no end: the program waits for answer(text). It then runs again
//!     from its start with all answers. Only new lines are sent as batches, since equal runs give equal logs.
//!
//! diagnostic: { line, column, endLine, endColumn, title, message, severity: "error" | "warning" }, or a hint as loopscope_hints/
//!     returns it, with severity "hint"; its words are in static/editor/. Lines and columns start at 1; columns
//!     are in UTF-16 units; the end is exclusive.

import { limits } from "./engine.js";
import { load } from "./files.js";
import { Run } from "./run.js";

const ours = ["client.js", "engine.js", "files.js", "run.js", "worker.js"];

/** Opens the engine; see above. `base` is the address at which the build puts `engine/` and `python/`. */
export function open(onstate, base = new URL("../", import.meta.url).href) {
  return new Engine(onstate, base);
}

class Engine {
  constructor(onstate, base) {
    this.onstate = onstate;
    this.base = base;
    this.spare = null; // a promise of a booted worker that has run no program
    this.run_ = null;
    /** @type {Promise<any>} the engine's files, as `begin` asks for them */
    this.parts = Promise.resolve();
    this.begin();
  }

  begin() {
    this.parts = load(this.base, (received, total) => this.onstate({ kind: "loading", received, total }));
    this.parts.then(
      () => {
        this.onstate({ kind: "booting" });
        this.prepare().then(({ from }) => this.ready(from), (error) => this.fail("boot", error));
      },
      (error) => this.fail("network", error),
    );
  }

  async ready(from) {
    this.onstate({ kind: "ready", from });
    // Some files were loaded before the service worker ran. It caches them now, for a reader without a network.
    const { base, kept } = await this.parts;
    const keep = [...ours.map((name) => `${base}engine/${name}`), ...kept];
    (await navigator.serviceWorker?.ready)?.active?.postMessage({ keep });
  }

  /** @param {string} why @param {any} error */
  fail(why, error) {
    this.spare = null;
    this.onstate({ kind: "failed", why, text: String(error?.message ?? error) });
  }

  retry() {
    this.begin();
  }

  /** Boots a worker for the next run. */
  prepare() {
    const spare = (this.spare ??= this.parts.then((parts) => booted(parts)));
    spare.catch(() => {});
    return spare;
  }

  run(request, onbatch, onend) {
    this.drop();
    const run = new Run(request, { ...limits, ...request.limits }, onbatch, (end) => {
      if (this.run_ === run && end.how !== "input") this.run_ = null;
      onend(end);
    });
    this.run_ = run;
    this.give(run);
  }

  /** Passes the booted worker to a run. The next worker is booted when the run ends or asks for input. */
  async give(run) {
    let worker;
    try {
      ({ worker } = await this.prepare());
    } catch (thrown) {
      const error = /** @type {any} */ (thrown);
      if (this.run_ === run) run.break(String(error?.message ?? error));
      return;
    }
    if (this.run_ !== run) return;
    this.spare = null;
    run.use(worker, () => this.prepare().catch((error) => this.fail("boot", error)));
  }

  stop() {
    this.run_?.stop();
  }

  drop() {
    const run = this.run_;
    this.run_ = null;
    run?.leave();
  }

  answer(text) {
    const run = this.run_;
    if (run?.takes(text)) this.give(run);
  }

  async check(source, main = "program.py", notebook = false) {
    const { worker } = await this.prepare();
    return new Promise((done) => {
      this.checks = (this.checks ?? 0) + 1;
      const number = this.checks;
      const hear = ({ data }) => {
        if (data.number !== number && !data.failed) return;
        worker.removeEventListener("message", hear);
        if (data.failed || data.broken) this.lose(worker);
        done(data.checked ?? []);
      };
      worker.addEventListener("message", hear);
      worker.postMessage({ check: { number, source, main, notebook } });
    });
  }

  /** Terminates a broken worker and boots another one. */
  lose(worker) {
    worker.terminate();
    this.spare = null;
    this.prepare();
  }

  close() {
    this.drop();
    this.spare?.then(({ worker }) => worker.terminate(), () => {});
    this.spare = null;
  }
}

/** A worker with a booted engine, and whether it booted from a snapshot. */
function booted({ base, kept: _, ...boot }) {
  // Created from a blob, the worker has this page's content security policy; from a file it would have none.
  const source = URL.createObjectURL(new Blob([`import "${base}engine/worker.js";`], { type: "text/javascript" }));
  const worker = new Worker(source, { type: "module" });
  return new Promise((done, failed) => {
    const end = (why) => {
      worker.terminate();
      failed(new Error(why));
    };
    worker.onerror = (event) => end(event.message || "the worker cannot be loaded");
    worker.onmessage = ({ data }) => {
      URL.revokeObjectURL(source);
      worker.onmessage = worker.onerror = null;
      if (data.ready) done({ worker, from: data.ready });
      else end(data.failed);
    };
    worker.postMessage({ boot: { ...boot, base: `${base}python/` } });
  });
}
