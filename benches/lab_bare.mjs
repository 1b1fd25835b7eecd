// Bare Pyodide in a worker thread, for benches/lab.mjs: the same files as the lab's engine, no recorder, asyncio on real time.

import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

const indexURL = fileURLToPath(new URL("../tools/node_modules/pyodide/", import.meta.url));
// As in tools/lab_worker.mjs: all workers share one compiled program.
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (bytes, imports) => {
  if (bytes instanceof WebAssembly.Module) return instantiate(bytes, imports);
  return { module: workerData, instance: await instantiate(workerData, imports) };
};

const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);

const began = performance.now();
const pyodide = await loadPyodide({ indexURL, stdout: () => {}, stderr: () => {} });
const boot = performance.now() - began;

// Pyodide's asyncio.run uses the browser's loop. This is asyncio's loop, with a selector without files.
pyodide.runPython(`
import asyncio
from asyncio import events, runners


class NothingToSelect:
    def select(self, timeout=None):
        return ()

    def close(self):
        pass


class Loop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = NothingToSelect()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


events._set_running_loop(None)
asyncio.set_event_loop_policy(Policy())
asyncio.run = runners.run
`);

parentPort.on("message", (source) => {
  const began = performance.now();
  pyodide.runPython(source, { globals: pyodide.toPy({ __name__: "__main__" }) });
  parentPort.postMessage({ took: performance.now() - began });
});
parentPort.postMessage({ boot });
