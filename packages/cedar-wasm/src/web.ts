export * from "./index.ts";

/** What the reference's `init` takes in; nothing is needed here, so anything will do. */
export type InitInput = unknown;

/** What the reference's `initSync` takes in; nothing is needed here, so anything will do. */
export type SyncInitInput = unknown;

/**
 * What the reference's `init` gives out: the exports of its WebAssembly module. There is none here, so it is empty.
 */
export interface InitOutput {
  readonly [name: string]: never;
}

const output: InitOutput = Object.freeze({});

/** Does nothing: there is no WebAssembly to start. */
export function initSync(_module?: SyncInitInput): InitOutput {
  return output;
}

/** Does nothing, and so fetches nothing: there is no WebAssembly to start. */
export default function init(_module_or_path?: InitInput): Promise<InitOutput> {
  return Promise.resolve(output);
}
