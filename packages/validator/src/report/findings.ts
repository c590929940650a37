import type { RequestEnvironment, ValidationDiagnostic } from "../diagnostic.ts";
import type { Issue } from "./issue.ts";

interface Found {
  readonly issue: Issue;
  readonly environments: RequestEnvironment[];
}

/** Gathers what is found in one policy: what is found in several environments is one diagnostic that names them all. */
export class Findings {
  readonly #severity: "error" | "warning";
  readonly #policyId: string;
  // Most policies have none, so nothing is made for them.
  #found: Map<string, Found> | undefined = undefined;

  constructor(severity: "error" | "warning", policyId: string) {
    this.#severity = severity;
    this.#policyId = policyId;
  }

  add(issue: Issue, environment?: RequestEnvironment): void {
    const { code, message, help, span } = issue;
    const { environments } = this.#under(JSON.stringify([code, span?.start, span?.end, message, help]), issue);
    if (environment !== undefined && environments.at(-1) !== environment) environments.push(environment);
  }

  /** Adds what may be said several times in the same words: places that are not given can differ. */
  addEach(issue: Issue): void {
    this.#under(`${this.#found?.size}`, issue);
  }

  #under(key: string, issue: Issue): Found {
    this.#found ??= new Map();
    let found = this.#found.get(key);
    if (found === undefined) {
      found = { issue, environments: [] };
      this.#found.set(key, found);
    }
    return found;
  }

  /** All diagnostics by their place in the text; those without a place come first. */
  sorted(): readonly ValidationDiagnostic[] {
    if (this.#found === undefined) return none;
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

const none: readonly ValidationDiagnostic[] = [];

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
