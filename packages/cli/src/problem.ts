import {
  ansiStyle,
  type Diagnostic,
  type DiagnosticJson,
  diagnosticsToJson,
  renderDiagnostics,
  type SourceText,
} from "@deodar/diagnostics";

/** What is wrong with one input of the command. */
export interface Problem {
  /** What the command was about to do, such as `failed to parse policy set`. */
  readonly what: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The text that the diagnostics point into. */
  readonly source?: SourceText;
}

/** An input, or why it could not be had. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** An input that was loaded. */
export function loaded<T>(value: T): Loaded<T> {
  return { ok: true, value };
}

/** An input that could not be loaded. */
export function notLoaded(problem: Problem, ...others: readonly Problem[]): Loaded<never> {
  return { ok: false, problems: [problem, ...others] };
}

/** Problems for people, with code frames. */
export function renderProblems(problems: readonly Problem[], color: boolean): string {
  const options = color ? { style: ansiStyle } : {};
  return problems
    .map(({ what, diagnostics, source }) => `${what}\n${renderDiagnostics(diagnostics, source, options)}\n`)
    .join("\n");
}

/** Problems for programs. */
export function problemsToJson(problems: readonly Problem[]): readonly DiagnosticJson[] {
  return problems.flatMap(({ diagnostics, source }) => diagnosticsToJson(diagnostics, source));
}
