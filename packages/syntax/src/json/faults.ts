import { type Diagnostic, errorOf } from "@deodar/diagnostics";
import type { JsonPath } from "@deodar/json";
import { catalogue, help, type PolicyJsonCode } from "./catalogue.ts";

/** The words that fill the `{…}` of a message. */
export type Words = { readonly [word: string]: string };

/** More than these are of no use to anyone, and a hostile document could have millions. */
const most = 100;

/**
 * The faults found so far. Faults of the document's shape come first in the end, as the reference judges the whole
 * shape before it looks at what the parts mean.
 */
export class Faults {
  /** The clause that is being read, for messages. */
  clause: "when" | "unless" = "when";
  readonly #shape: Diagnostic[] = [];
  readonly #meaning: Diagnostic[] = [];

  /** Notes a fault of the document's shape, or else in what well-shaped parts mean; `hint` stands in for the catalogue's help. */
  add(isShape: boolean, code: PolicyJsonCode, path: () => JsonPath, words: Words, hint?: string): void {
    const list = isShape ? this.#shape : this.#meaning;
    if (list.length >= most) return;
    const text = { message: catalogue[code], help: hint ?? help[code] ?? "" };
    list.push(errorOf(code, text, words, { path: path() }));
  }

  /** Whether nothing has been noted. */
  get none(): boolean {
    return this.#shape.length + this.#meaning.length === 0;
  }

  /** Everything noted; empty if all is well. */
  all(): readonly Diagnostic[] {
    return [...this.#shape, ...this.#meaning];
  }
}
