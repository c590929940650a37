import type { Diagnostic } from "@deodar/diagnostics";
import { catalogue, help, type SchemaJsonCode } from "./catalogue.ts";
import { type Place, pathTo } from "./place.ts";

/** More than these are of no use to anyone, and a hostile document could have millions. */
const most = 100;

/** The faults found so far, in the order of the document. */
export class Faults {
  private readonly found: Diagnostic[] = [];

  /** Notes a fault; `words` fill the `{…}` of its message. */
  add(code: SchemaJsonCode, place: Place, words: { readonly [word: string]: string } = {}): void {
    if (this.found.length >= most) return;
    const mend = help[code];
    this.found.push({
      code,
      severity: "error",
      message: fill(catalogue[code], words),
      ...(mend === undefined ? {} : { help: fill(mend, words) }),
      labels: [],
      path: pathTo(place),
      related: [],
    });
  }

  /** Everything noted; empty if all is well. */
  all(): readonly Diagnostic[] {
    return this.found;
  }
}

function fill(text: string, words: { readonly [word: string]: string }): string {
  return text.replace(/\{(\w+)\}/g, (whole, word: string) =>
    Object.hasOwn(words, word) ? (words[word] as string) : whole,
  );
}
