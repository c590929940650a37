import type { Span } from "@deodar/diagnostics";
import type { Token } from "@deodar/syntax/faults";
import type { Timed } from "../lower/lowering.ts";
import { schemaFault } from "./catalogue.ts";

const annotated: ReadonlySet<string> = new Set(["Attribute", "Member", "Item"]);

/** The keys of the annotations of one declaration or attribute, and those of them that stood there before. */
export class AnnotationKeys {
  private known = new Map<string, Span>();
  private found: Timed["fault"][] = [];

  /** Looks at a token and at the rules that begin with it. */
  take(text: string, token: Token, rules: readonly string[]): void {
    if (rules.includes("Word")) {
      const key = text.substring(token.start, token.end);
      const first = this.known.get(key);
      if (first === undefined) this.known.set(key, token);
      else this.found.push(schemaFault("schema/duplicate-annotation", [first, token], { key }));
    } else if (token.kind !== '"@"' && rules.some((rule) => annotated.has(rule))) this.known.clear();
  }

  /** What was found in a declaration that ends at `time`. */
  settle(time: number): Timed[] {
    const faults = this.found.map((fault) => ({ time, fault }));
    this.known.clear();
    this.found = [];
    return faults;
  }

  /** What was found in a declaration that is given up: the reference never comes to tell of it. */
  forget(): Timed[] {
    return this.settle(Number.MAX_SAFE_INTEGER);
  }
}
