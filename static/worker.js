// @ts-check
// Computes in a Web Worker while a program computes in a worker thread: for the given milliseconds, then answers the measured time.
// The page terminates the worker when its result is no longer needed. A browser does so between two of the worker's tasks, or two seconds
// later if the worker goes on computing. So the worker computes in slices.
const slice = 25; // milliseconds
const turn = new MessageChannel();

addEventListener("message", ({ data: milliseconds }) => {
  const began = performance.now();
  let sum = 0;
  const compute = () => {
    const until = Math.min(performance.now() + slice, began + milliseconds);
    while (performance.now() < until) for (let n = 0; n < 10_000; n += 1) sum += Math.sqrt(n);
    const taken = performance.now() - began;
    if (taken < milliseconds) return turn.port2.postMessage(null);
    // The sum is sent back too, so that no compiler removes the loop as unused.
    postMessage([taken, sum]);
  };
  turn.port1.onmessage = compute;
  compute();
});
