// @ts-check
//! A run of a program in a worker: it passes batches on, stops the worker, and runs the program again with an answer to `input`.

const patience = 3000; // milliseconds beyond the limit of silence, for an operation that Python cannot interrupt

/** A run. `onbatch` and `onend` are the arguments of `Engine.run`. */
export class Run {
  constructor(request, limits, onbatch, onend) {
    this.request = { ...request, limits, answers: [...(request.answers ?? [])] };
    this.silence = limits.silence * 1000 + patience;
    this.onbatch = onbatch;
    this.onend = onend;
    this.passed = 0; // the number of characters of the log that the page has
    this.digest = 0;
    this.over = false;
    this.asks = false;
    this.seen = 0; // the number of characters that the worker has sent
    this.again = 0; // the digest of the sent characters that the page had already
    this.worker = null;
  }

  /** Starts the run in this worker. `left` is called when the run no longer needs the worker. */
  use(worker, left) {
    this.worker = worker;
    this.left = left;
    this.asks = false;
    this.seen = 0;
    this.again = 0;
    this.at = ""; // the last reported line of a program that computes
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = (event) => this.break(event.message);
    worker.postMessage({ run: this.request });
    this.watch();
  }

  hear(data) {
    if (this.over) return;
    this.watch();
    if (data.at !== undefined) this.at = data.at;
    if (data.lines !== undefined) this.pass(data.lines);
    if (data.input !== undefined) this.ask(data.input);
    if (data.ended) this.end(data.ended);
    if (data.failed) this.break(data.failed);
  }

  /** Passes on the new part of the log. The rest must equal what the page has; otherwise two different runs would be joined. */
  pass(text) {
    const known = Math.min(text.length, Math.max(0, this.passed - this.seen));
    this.seen += text.length;
    if (known > 0) {
      this.again = digest(text.slice(0, known), this.again);
      if (this.seen >= this.passed && this.again !== this.digest) return this.break("a run did not come out as before");
    }
    if (known === text.length) return;
    const fresh = text.slice(known);
    this.passed += fresh.length;
    this.digest = digest(fresh, this.digest);
    this.onbatch(fresh);
  }

  ask(prompt) {
    this.asks = true;
    this.release();
    this.onend({ how: "input", text: prompt, line: "" });
  }

  /** Takes an answer to `input`; false if the run did not ask. */
  takes(text) {
    if (!this.asks || this.over) return false;
    this.request.answers.push(text);
    return true;
  }

  end(end) {
    if (this.over) return;
    this.over = true;
    this.release();
    this.onend(end);
  }

  /** Ends the run, with a line in the log. */
  close(end, fields) {
    if (this.over) return;
    this.onbatch(`\t-\t\tend\t${fields}\n`);
    this.end(end);
  }

  stop() {
    const line = this.at ?? "";
    this.close({ how: "stopped", text: "", line }, `stopped\t\t${line}`);
  }

  break(text) {
    this.end({ how: "failed", text, line: "" });
  }

  /** Ends the run without a line in the log. */
  leave() {
    this.over = true;
    this.release();
  }

  watch() {
    clearTimeout(this.timer);
    const text = `silence\t${this.request.limits.silence} seconds without a sign of life`;
    this.timer = setTimeout(() => this.close({ how: "limit", text, line: "" }, `limit\t${text}\t`), this.silence);
  }

  release() {
    clearTimeout(this.timer);
    const { worker, left } = this;
    this.worker = null;
    if (!worker) return;
    worker.onmessage = worker.onerror = null;
    worker.terminate();
    left();
  }
}

/** FNV-1a over UTF-16 units, continued from an earlier digest. */
function digest(text, from) {
  let sum = from ^ 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193);
  return sum ^ 0x811c9dc5;
}
