import type { Diagnostic, Label, Severity } from "./diagnostic.ts";
import { LineTable } from "./line-table.ts";
import type { SourceText } from "./render-diagnostic.ts";

/** A label for programs: offsets as in {@link Label}, and where the source was given also lines and columns from 1. */
export interface LabelJson {
  readonly start: number;
  readonly end: number;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly text?: string;
}

/** A diagnostic for programs: what `JSON.stringify` can write, with nothing that is empty left in. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly source?: string;
  readonly labels: readonly LabelJson[];
  readonly path?: readonly (string | number)[];
  readonly related?: readonly DiagnosticJson[];
}

/**
 * The JSON form of diagnostics of one source, for `--json` outputs and services. Columns count UTF-16 code units.
 *
 * @param source the text that labels point into; without it labels have offsets only
 */
export function diagnosticsToJson(diagnostics: Iterable<Diagnostic>, source?: SourceText): readonly DiagnosticJson[] {
  const table = source === undefined ? undefined : new LineTable(source.text);
  return Array.from(diagnostics, (diagnostic) => toJson(diagnostic, source?.name, table));
}

function toJson(diagnostic: Diagnostic, name: string | undefined, table: LineTable | undefined): DiagnosticJson {
  const { code, severity, message, help, path, related } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(help !== undefined && { help }),
    ...(name !== undefined && { source: name }),
    labels: diagnostic.labels.map((label) => labelJson(label, table)),
    ...(path !== undefined && { path }),
    ...(related.length > 0 && { related: related.map((inner) => toJson(inner, name, table)) }),
  };
}

function labelJson({ start, end, text }: Label, table: LineTable | undefined): LabelJson {
  const from = table?.position(start);
  const to = table?.position(end);
  return {
    start,
    end,
    ...(from !== undefined && { line: from.line, column: from.column }),
    ...(to !== undefined && { endLine: to.line, endColumn: to.column }),
    ...(text !== undefined && { text }),
  };
}
