import type { InitOutput } from "./types/web-assembly.ts";

export * from "./index.ts";
export type { InitInput, InitOutput, SyncInitInput } from "./types/web-assembly.ts";

const output = Object.freeze({}) as InitOutput;

/** Does nothing: there is no WebAssembly to start. Takes whatever the reference takes. */
export function initSync(_module?: unknown): InitOutput {
  return output;
}

/** Does nothing, and so fetches nothing: there is no WebAssembly to start. Takes whatever the reference takes. */
export default function init(_module_or_path?: unknown): Promise<InitOutput> {
  return Promise.resolve(output);
}
