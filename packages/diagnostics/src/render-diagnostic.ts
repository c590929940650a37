import type { Diagnostic } from "./diagnostic.ts";
import { neutralise } from "./display-text.ts";
import { lineFrame } from "./line-frame.ts";
import { LineTable } from "./line-table.ts";
import { type Mark, marksOf, mostLabelsShown } from "./mark.ts";
import { formatPath } from "./path.ts";
import { paint, type Style } from "./style.ts";

/** A text that diagnostics speak of. */
export interface SourceText {
  /** What to call it, for example its file name. */
  readonly name?: string;
  readonly text: string;
}

/** How to render. */
export interface RenderOptions {
  /** Colours, for example {@link ansiStyle}; plain text without. */
  readonly style?: Style;
  /** Longer source lines are cut to about so many characters; 120 unless told. */
  readonly maxWidth?: number;
}

const defaultMaxWidth = 120;
const smallestMaxWidth = 20;

/**
 * One diagnostic and those related to it as text for a terminal: headline, the source lines in question with the
 * labels underlined, help. Several lines without a line end after the last.
 *
 * Control characters and the like from the source, and from messages that quote it, are shown as visible stand-ins:
 * a hostile policy cannot command the terminal.
 *
 * @param diagnostic what to show
 * @param source the text that its labels point into; without it only places inside JSON are named
 */
export function renderDiagnostic(diagnostic: Diagnostic, source?: SourceText, options: RenderOptions = {}): string {
  return renderDiagnostics([diagnostic], source, options);
}

/** Several diagnostics of the same source as {@link renderDiagnostic} shows each, a blank line between them. */
export function renderDiagnostics(
  diagnostics: Iterable<Diagnostic>,
  source?: SourceText,
  options: RenderOptions = {},
): string {
  const table = source === undefined ? undefined : new LineTable(source.text);
  const blocks: string[] = [];
  for (const root of diagnostics) {
    const pending = [root];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      blocks.push(renderBlock(next, source?.name, table, options).join("\n"));
      pending.push(...next.related.toReversed());
    }
  }
  return blocks.join("\n\n");
}

function renderBlock(
  diagnostic: Diagnostic,
  name: string | undefined,
  table: LineTable | undefined,
  { style = {}, maxWidth = defaultMaxWidth }: RenderOptions,
): readonly string[] {
  const marks = table === undefined ? [] : marksOf(diagnostic, table);
  const gutter = " ".repeat(String(marks.at(-1)?.line ?? "").length);
  const framed = (text: string): string => paint(text, style.frame);
  const lines = [
    `${paint(`${diagnostic.severity}[${neutralise(diagnostic.code)}]`, style[diagnostic.severity])}${paint(`: ${neutralise(diagnostic.message)}`, style.message)}`,
  ];
  const place = placeOf(diagnostic, name, table);
  if (place !== "") lines.push(`${gutter}${framed("-->")} ${place}`);
  if (table !== undefined && marks.length > 0) {
    lines.push(`${gutter} ${framed("|")}`);
    let previous: number | undefined;
    for (const [line, group] of byLine(marks)) {
      if (previous !== undefined && line > previous + 1) lines.push(framed("..."));
      previous = line;
      const paints = { main: style[diagnostic.severity], secondary: style.secondary };
      const frame = lineFrame(table, line, group, Math.max(maxWidth, smallestMaxWidth), paints);
      lines.push(`${framed(`${String(line).padStart(gutter.length)} |`)} ${frame.source}`.trimEnd());
      for (const row of frame.rows) lines.push(`${gutter} ${framed("|")} ${row}`);
    }
  }
  const unseen = marks.length === 0 ? 0 : diagnostic.labels.length - mostLabelsShown;
  if (unseen > 0) lines.push(`${gutter} ${framed("=")} and ${unseen} more places`);
  if (diagnostic.help !== undefined) {
    const help = neutralise(diagnostic.help).replaceAll("\n", `\n${gutter}         `);
    lines.push(`${gutter} ${framed("=")} help: ${help}`);
  }
  return lines;
}

/** `file:line:column`, the path inside JSON, or both. */
function placeOf(diagnostic: Diagnostic, name: string | undefined, table: LineTable | undefined): string {
  const [main] = diagnostic.labels;
  const parts: string[] = [];
  if (name !== undefined) parts.push(neutralise(name).replaceAll("\n", " "));
  if (main !== undefined && table !== undefined) {
    const { line, column } = table.position(main.start);
    parts.push(`${line}:${column}`);
  }
  const place = parts.join(":");
  if (diagnostic.path === undefined) return place;
  const path = neutralise(formatPath(diagnostic.path));
  return place === "" ? path : `${place} (${path})`;
}

function byLine(marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const groups = new Map<number, Mark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.line);
    if (group === undefined) groups.set(mark.line, [mark]);
    else group.push(mark);
  }
  return groups;
}
