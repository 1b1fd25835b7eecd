// @ts-check
// A processor for a computation that a program hands to a worker: it is kept busy for as many milliseconds as it is told,
// and answers for how many it was. The page ends it when nobody wants that any more; a browser does so between two turns
// of a worker, and gives one that computes on two seconds more. So it computes slice by slice.
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
    // The sum goes back, too, so that no compiler finds out that nobody needs it.
    postMessage([taken, sum]);
  };
  turn.port1.onmessage = compute;
  compute();
});
