import { type Diagnostic, errorOf } from "@deodar/diagnostics";
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
    const texts = { message: catalogue[code], ...(mend === undefined ? {} : { help: mend }) };
    this.found.push(errorOf(code, texts, words, { path: pathTo(place) }));
  }

  /** Everything noted; empty if all is well. */
  all(): readonly Diagnostic[] {
    return this.found;
  }
}
