import type { Diagnostic } from "@deodar/diagnostics";
import { catalogue, help, type PolicyJsonCode } from "./catalogue.ts";
import { type Place, pathTo } from "./place.ts";

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
  private readonly shape: Diagnostic[] = [];
  private readonly meaning: Diagnostic[] = [];

  /** Notes a fault of the document's shape. */
  misshapen(code: PolicyJsonCode, place: Place, words: Words = {}): void {
    add(this.shape, code, place, words, undefined);
  }

  /** Notes a fault in what well-shaped parts mean; `hint` stands in for the catalogue's help. */
  meaningless(code: PolicyJsonCode, place: Place, words: Words = {}, hint?: string): void {
    add(this.meaning, code, place, words, hint);
  }

  /** Whether nothing has been noted. */
  get none(): boolean {
    return this.shape.length + this.meaning.length === 0;
  }

  /** Everything noted; empty if all is well. */
  all(): readonly Diagnostic[] {
    return [...this.shape, ...this.meaning];
  }
}

function add(list: Diagnostic[], code: PolicyJsonCode, place: Place, words: Words, hint: string | undefined): void {
  if (list.length >= most) return;
  const mend = hint ?? help[code];
  list.push({
    code,
    severity: "error",
    message: fill(catalogue[code], words),
    ...(mend === undefined ? {} : { help: fill(mend, words) }),
    labels: [],
    path: pathTo(place),
    related: [],
  });
}

function fill(text: string, words: Words): string {
  return text.replace(/\{(\w+)\}/g, (whole, word: string) =>
    Object.hasOwn(words, word) ? (words[word] as string) : whole,
  );
}
