import { setFlagsFromString } from "node:v8";

// Node 20 dies with "unreachable code" when it deoptimizes a function into which it inlined some of the reference's
// WebAssembly calls, after some hundred thousand of them.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--no-turbo-inline-js-wasm-calls");
