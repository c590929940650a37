import type { ExtensionValue } from "../values/value.ts";

/**
 * A call of an extension function that gives a certain value: what Cedar writes for that value, in policies as in JSON.
 * It is the call by which the value was made, or for a result of computation a standard one.
 */
export interface ExtensionCall {
  /** The function's name, for example `decimal`, or `offset` for a computed datetime. */
  readonly fn: string;
  /** The arguments; the first one is the receiver if the function is a method. */
  readonly args: readonly (string | ExtensionValue)[];
}
