import type { RequestEnvironment, ValidationDiagnostic } from "../diagnostic.ts";
import type { Issue } from "./issue.ts";

/** Gathers what is found in one policy: what is found in several environments is one diagnostic that names them all. */
export class Findings {
  readonly #severity: "error" | "warning";
  readonly #policyId: string;
  readonly #found = new Map<string, { readonly issue: Issue; readonly environments: RequestEnvironment[] }>();

  constructor(severity: "error" | "warning", policyId: string) {
    this.#severity = severity;
    this.#policyId = policyId;
  }

  add(issue: Issue, environment?: RequestEnvironment): void {
    const { code, message, help, span } = issue;
    const key = JSON.stringify([code, span?.start, span?.end, message, help]);
    let found = this.#found.get(key);
    if (found === undefined) {
      found = { issue, environments: [] };
      this.#found.set(key, found);
    }
    if (environment !== undefined && found.environments.at(-1) !== environment) found.environments.push(environment);
  }

  /** Adds what may be said several times in the same words: places that are not given can differ. */
  addEach(issue: Issue): void {
    this.#found.set(`${this.#found.size}`, { issue, environments: [] });
  }

  /** All diagnostics by their place in the text; those without a place come first. */
  sorted(): ValidationDiagnostic[] {
    return [...this.#found.values()]
      .sort(({ issue: a }, { issue: b }) => compare(a, b))
      .map(({ issue, environments }) => this.#diagnostic(issue, environments));
  }

  #diagnostic({ code, message, help, span }: Issue, environments: readonly RequestEnvironment[]): ValidationDiagnostic {
    const base = {
      code,
      severity: this.#severity,
      policyId: this.#policyId,
      message,
      labels: span === undefined ? [] : [span],
      related: [],
      span,
      environments,
    };
    return help === undefined ? base : { ...base, help };
  }
}

function compare(a: Issue, b: Issue): number {
  return (
    (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
    (a.span?.end ?? -1) - (b.span?.end ?? -1) ||
    order(a.code, b.code) ||
    order(a.message, b.message)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
