/** Why an extension function has no result. The evaluator turns it into an evaluation error. */
export interface ExtensionFault {
  readonly kind: "fault";
  /** The extension or function as the reference's message names it, for example `ipaddr` or `offset`. */
  readonly extension: string;
  /** What is wrong: what follows ``error while evaluating `ipaddr` extension function: ``. */
  readonly message: string;
  /** How to mend it. */
  readonly help?: string;
}

/** A fault of this extension or function. */
export function fault(extension: string, message: string, help?: string): ExtensionFault {
  return help === undefined ? { kind: "fault", extension, message } : { kind: "fault", extension, message, help };
}

/** Whether an extension function gave a fault instead of a value. */
export function isFault<T>(result: T | ExtensionFault): result is ExtensionFault {
  return typeof result === "object" && result !== null && "kind" in result && result.kind === "fault";
}
