import type { Result } from "@deodar/diagnostics";

/** One hostile input: what is done with it, and the short text that must come out. */
export interface HostileCase {
  readonly name: string;
  readonly expected: string;
  readonly run: () => string | Promise<string>;
}

/** `ok`, or what `show` says of the value; for a failure the code of its first error. */
export function verdict<T>(result: Result<T>, show: (value: T) => string = () => "ok"): string {
  return result.ok ? show(result.value) : (result.errors[0]?.code ?? "a failure without errors");
}

/** Runs a case; what it throws becomes its verdict. */
export async function runHostile(hostile: HostileCase): Promise<string> {
  try {
    return await hostile.run();
  } catch (thrown) {
    return `threw ${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)}`.slice(0, 300);
  }
}
