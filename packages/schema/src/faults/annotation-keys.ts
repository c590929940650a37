import type { Span } from "@deodar/diagnostics";
import type { Token } from "@deodar/syntax/faults";
import { type Timed, untold } from "../lower/lowering.ts";
import { schemaFault } from "./catalogue.ts";

const annotated: ReadonlySet<string> = new Set(["Attribute", "Member", "Item"]);

/** The keys of the annotations of one declaration or attribute, and those of them that stood there before. */
export class AnnotationKeys {
  private known = new Map<string, Span>();
  private found: { readonly fault: Timed["fault"]; readonly isTold: boolean }[] = [];
  /** Whether nothing was found in the annotations of the same declaration or attribute. */
  private isFirst = true;

  /** Looks at a token and at the rules that begin with it. */
  take(text: string, token: Token, rules: readonly string[]): void {
    if (rules.includes("Word")) {
      const key = text.substring(token.start, token.end);
      const first = this.known.get(key);
      if (first === undefined) this.known.set(key, token);
      else {
        const fault = schemaFault("schema/duplicate-annotation", [first, token], { key });
        this.found.push({ fault, isTold: this.isFirst });
        this.isFirst = false;
      }
    } else if (token.kind !== '"@"' && rules.some((rule) => annotated.has(rule))) this.clear();
  }

  /** What was found in a declaration that ends at `time`. */
  settle(time: number): Timed[] {
    const faults = this.found.map(({ fault, isTold }) => ({ time: isTold ? time : untold, fault }));
    this.clear();
    this.found = [];
    return faults;
  }

  /** What was found in a declaration that is given up: the reference never comes to tell of it. */
  forget(): Timed[] {
    return this.settle(untold);
  }

  private clear(): void {
    this.known.clear();
    this.isFirst = true;
  }
}
