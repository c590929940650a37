// Answers calls with the reference, in a process of its own, since some inputs end it. Each message is a JSON text of
// cases; each case is a list of calls, [function, arguments].
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";

// Node 20 dies when it inlines calls of the reference's WebAssembly.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--no-turbo-inline-js-wasm-calls");

const reference = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs");

const answer = ([name, args]) => {
  try {
    return { answer: reference[name](...args) };
  } catch (error) {
    // After a trap the instance cannot be used again: who asks starts another process.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return { crashed: String(error) };
    return { thrown: error instanceof Error ? error.message : String(error) };
  }
};

process.on("message", (message) => {
  const outcomes = [];
  for (const calls of JSON.parse(message)) {
    const outcome = calls.map(answer);
    outcomes.push(outcome);
    if (outcome.some((each) => "crashed" in each)) break;
  }
  process.send(JSON.stringify(outcomes));
});
