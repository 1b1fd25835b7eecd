// The JavaScript programs that `make bench` compares with ours: hand-written promises, without a library.
// They have no tasks; a sleep is a promise. `sleep(0)` yields once to all others, by a microtask.

const sleep = (seconds) => new Promise((wake) => setTimeout(wake, seconds * 1000));
const letOthersGoOn = async () => {
  await null;
};

/** A queue, first in, first out, with operations in constant time. */
class Line {
  #items = [];
  #first = 0;

  get length() {
    return this.#items.length - this.#first;
  }

  push(item) {
    this.#items.push(item);
  }

  shift() {
    const item = this.#items[this.#first];
    this.#items[this.#first] = undefined;
    this.#first += 1;
    if (this.#first * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }
}

class Semaphore {
  #permits;
  #waiting = new Line();

  constructor(permits) {
    this.#permits = permits;
  }

  async acquire() {
    if (this.#permits > 0) this.#permits -= 1;
    else await new Promise((wake) => this.#waiting.push(wake));
  }

  /** Passes the permit to the first waiter, if any. */
  release() {
    if (this.#waiting.length > 0) this.#waiting.shift()();
    else this.#permits += 1;
  }
}

class Queue {
  #items = new Line();
  #getters = new Line();
  #putters = new Line();
  #bound;

  constructor(bound) {
    this.#bound = bound;
  }

  async put(item) {
    while (this.#items.length >= this.#bound) await new Promise((wake) => this.#putters.push(wake));
    this.#items.push(item);
    if (this.#getters.length > 0) this.#getters.shift()();
  }

  async get() {
    while (this.#items.length === 0) await new Promise((wake) => this.#getters.push(wake));
    const item = this.#items.shift();
    if (this.#putters.length > 0) this.#putters.shift()();
    return item;
  }
}

async function gathered(count, start) {
  return (await Promise.all(Array.from({ length: count }, start))).length;
}

function visits(count) {
  const semaphore = new Semaphore(10);
  return gathered(count, async () => {
    await semaphore.acquire();
    try {
      await letOthersGoOn();
    } finally {
      semaphore.release();
    }
  });
}

async function deliveries(count) {
  const queue = new Queue(10);
  const producer = (async () => {
    for (let item = 0; item < count; item += 1) await queue.put(item);
  })();
  let last = 0;
  for (let item = 0; item < count; item += 1) last = await queue.get();
  await producer;
  return last + 1;
}

const programs = {
  sleep_0: (count) => gathered(count, letOthersGoOn),
  "sleep_0.01": (count) => gathered(count, () => sleep(0.01)),
  semaphore: visits,
  queue: deliveries,
};

/** Runs a program and returns its duration in milliseconds. */
export async function run(name, count) {
  const began = performance.now();
  const result = await programs[name](count);
  const time = performance.now() - began;
  if (result !== count) throw new Error(`${name} did not end as it should`);
  return time;
}

const kept = [];

/** Runs `count` sleeps and keeps their promises for ever. */
export async function keep(count) {
  const promises = Array.from({ length: count }, letOthersGoOn);
  await Promise.all(promises);
  kept.push(promises);
}
