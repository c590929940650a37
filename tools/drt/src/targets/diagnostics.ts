import {
  ansiStyle,
  ByteOffsets,
  type Diagnostic,
  diagnosticsToJson,
  LineTable,
  nearestName,
  neutralise,
  renderDiagnostic,
  renderDiagnostics,
} from "@deodar/diagnostics";
import { type Choices, weights } from "@deodar/testing";
import { columnIn, laidOutLine, lineEnds, linesOf, pieces } from "../plain-frames.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";

type Note = (what: string, production: string) => void;
type Check = (choices: Choices, text: string, note: Note) => void;

/** How faults are shown: places in bytes, in lines and columns, and marked in the lines of the source, each against a plain reckoning. */
export const diagnostics: Target = {
  name: "diagnostics",
  share: 1,
  referenceEvery: 1,
  run(choices): CaseResult {
    const disagreements: Disagreement[] = [];
    let tests = 0;
    choices.list(1, 8, () => {
      const text = drawSource(choices);
      tests += 1;
      choices.weighted(checks)(choices, text, (what, production) => {
        disagreements.push({
          what,
          answers: { production },
          sample: () => new Map([["source.json", JSON.stringify(text)]]),
        });
      });
    });
    return { tests, withReference: 0, disagreements };
  },
};

function drawSource(choices: Choices): string {
  const lines = choices.list(1, 5, () => {
    const line = choices.list(0, 12, () => choices.pick(pieces).text).join("");
    return choices.chance(8) ? line.repeat(30) : line;
  });
  return lines
    .map((line) => line + choices.pick(lineEnds))
    .join("")
    .slice(0, choices.chance(50) ? undefined : -1);
}

/** Any offset of the text, now and then one outside. */
function drawOffset(choices: Choices, text: string): number {
  const offset = (choices.below(256) * 256 + choices.below(256)) % (text.length + 1);
  return choices.chance(3) ? text.length + 5 : offset;
}

const checkBytes: Check = (choices, short, note) => {
  const text = choices.chance(15) ? short.repeat(60) + (choices.chance(50) ? "\ud83e" : "") : short;
  const offsets = new ByteOffsets(text);
  const bytesOf = (part: string): number => Buffer.byteLength(part, "utf8");
  if (offsets.byteLength !== bytesOf(text)) note("bytes of a text", String(offsets.byteLength));
  for (let count = 0; count < 4; count++) {
    const offset = Math.min(drawOffset(choices, text), text.length);
    const isInside = /[\ud800-\udbff]/.test(text[offset - 1] ?? "") && /[\udc00-\udfff]/.test(text[offset] ?? "");
    const start = isInside ? offset - 1 : offset;
    const bytes = bytesOf(text.slice(0, start));
    const found = offsets.toBytes(offset);
    if (found !== bytes) note("bytes before an offset", `${offset} is ${found}, not ${bytes}`);
    const back = offsets.fromBytes(bytes);
    if (back !== start) note("offset of bytes", `${bytes} is ${back}, not ${start}`);
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    for (let within = 1; start < text.length && within < bytesOf(character); within++) {
      const inside = offsets.fromBytes(bytes + within);
      if (inside !== start) note("offset within a character", `${bytes + within} is ${inside}, not ${start}`);
    }
  }
};

const checkLines: Check = (choices, text, note) => {
  const table = new LineTable(text);
  const lines = linesOf(text);
  if (table.lineCount !== lines.length) note("how many lines", `${table.lineCount}, not ${lines.length}`);
  for (const [index, { start, line }] of lines.entries()) {
    const span = table.lineSpan(index + 1);
    if (span?.start !== start || span.end !== start + line.length)
      note("where a line is", `${index + 1}: ${JSON.stringify(span)}`);
  }
  if (table.lineSpan(lines.length + 1) !== undefined || table.lineSpan(0) !== undefined) note("a line too many", "");
  for (let count = 0; count < 4; count++) {
    const offset = drawOffset(choices, text);
    const { line, column } = table.position(offset);
    const place = placeIn(text, offset);
    if (`${line}:${column}` !== place) note("line and column", `${offset} is ${line}:${column}, not ${place}`);
  }
};

/** `line:column` of an offset. */
function placeIn(text: string, given: number): string {
  const offset = Math.min(given, text.length);
  const lines = linesOf(text);
  const index = lines.findLastIndex(({ start }) => start <= offset);
  return `${index + 1}:${offset - (lines[index]?.start ?? 0) + 1}`;
}

const severities = ["error", "warning", "advice"] as const;

function drawDiagnostic(choices: Choices, text: string): Diagnostic {
  const labels = choices.list(0, 4, (index) => {
    const start = drawOffset(choices, text);
    const length = choices.chance(20) ? choices.below(60) : choices.below(5);
    return { start, end: start + length, ...(choices.chance(60) ? { text: `label ${index}` } : {}) };
  });
  const message = choices.chance(20) ? "odd \u001b[31m message" : "message";
  return {
    code: "test/fault",
    severity: choices.pick(severities),
    message,
    ...(choices.chance(40) ? { help: choices.chance(50) ? "help" : "help\nof two lines" } : {}),
    labels: choices.chance(3) ? Array.from({ length: 15 }, () => ({ start: 0, end: 1 })) : labels,
    ...(choices.chance(20) ? { path: ["a", 0, "odd key"] } : {}),
    related: choices.chance(10)
      ? [{ code: "test/other", severity: "advice", message: "other", labels: [], related: [] }]
      : [],
  };
}

const checkFrames: Check = (choices, text, note) => {
  const diagnostic = drawDiagnostic(choices, text);
  const maxWidth = choices.pick([120, 20, 40, 1000]);
  const source = choices.chance(50) ? { text } : { name: "file\n.cedar", text };
  const shown = renderDiagnostic(diagnostic, source, { maxWidth });
  const say = (what: string, more = ""): void => note(what, `${JSON.stringify(diagnostic)}\n${shown}\n${more}`);
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff]|\p{Surrogate}/u.test(shown))
    say("commands for a terminal");
  const painted = renderDiagnostic(diagnostic, source, { maxWidth, style: ansiStyle });
  if (painted.replace(/\u001b\[[\d;]*m/g, "").replace(/ +$/gm, "") !== shown.replace(/ +$/gm, ""))
    say("other text in colours", painted);
  if (renderDiagnostics([diagnostic, diagnostic], source, { maxWidth }) !== `${shown}\n\n${shown}`)
    say("two are not one and one");
  const [main] = diagnostic.labels;
  if (main !== undefined && !shown.includes(`${placeIn(text, main.start)}`)) say("place of the main label");
  if (diagnostic.labels.length > 12) {
    if (!shown.includes("and 3 more places")) say("labels that are not shown");
    return;
  }
  for (const { text: words } of diagnostic.labels)
    if (words !== undefined && !shown.includes(words)) say("text of a label is lost");
  if (renderDiagnostic(diagnostic) !== headOnly(diagnostic)) say("without a source", renderDiagnostic(diagnostic));
  checkMarks({ text, shown, maxWidth, labels: diagnostic.labels }, say);
  const [json] = diagnosticsToJson([diagnostic], source);
  for (const [index, label] of (json?.labels ?? []).entries()) {
    const { start, end } = diagnostic.labels[index] ?? { start: 0, end: 0 };
    const places = `${label.line}:${label.column} ${label.endLine}:${label.endColumn}`;
    if (places !== `${placeIn(text, start)} ${placeIn(text, end)}`) say("lines and columns in JSON", places);
  }
};

/** What is shown of a diagnostic whose source is not known. */
function headOnly({ severity, code, message, path, help, related }: Diagnostic): string {
  const own = [
    `${severity}[${code}]: ${message.replaceAll("\u001b", "␛")}`,
    ...(path === undefined ? [] : ['--> $.a[0]["odd key"]']),
    ...(help === undefined ? [] : [` = help: ${help.replaceAll("\n", "\n         ")}`]),
  ];
  return [own.join("\n"), ...related.map(headOnly)].join("\n\n");
}

/** The rows under each line that is short enough to be shown whole: `^` under the first label, `-` under the others. */
function checkMarks(
  { text, shown, maxWidth, labels }: { text: string; shown: string; maxWidth: number; labels: Diagnostic["labels"] },
  say: (what: string, more?: string) => void,
): void {
  const rows = shown.split("\n");
  for (const [index, { start, line }] of linesOf(text).entries()) {
    const marks = labels.flatMap((label, order) => {
      const cells = cellsOf(text, index, label);
      return cells === undefined ? [] : [{ ...cells, sign: order === 0 ? "^" : "-" }];
    });
    const at = rows.findIndex((row) => new RegExp(`^ *${index + 1} \\|`).test(row));
    if (marks.length === 0 || at < 0) {
      if (marks.length > 0 || at >= 0) say("lines that are shown", `line ${index + 1}, at ${start}`);
      continue;
    }
    if (line.length > maxWidth) continue;
    const [row = "", under = ""] = [rows[at], rows[at + 1]].map((each) => each?.replace(/^[ \d]*\| ?/, ""));
    const expected = laidOutLine(line)
      .map((piece) => piece.shown)
      .join("");
    if (row !== expected.trimEnd()) say("a line of the source", `${row}\nnot ${expected}`);
    const signs: string[] = [];
    for (const { from, to, sign } of marks.toReversed()) for (let cell = from; cell < to; cell++) signs[cell] = sign;
    const marked = Array.from(signs, (sign) => sign ?? " ").join("");
    const rest = under.slice(marked.length);
    if (!under.startsWith(marked) || (rest !== "" && !/^ \S/.test(rest)))
      say("marks under a line", `${under}\nnot ${marked}`);
  }
}

/** The cells of a line, by its index, that a label covers; `undefined` if it is not shown there. */
function cellsOf(
  text: string,
  index: number,
  label: Diagnostic["labels"][number],
): { readonly from: number; readonly to: number } | undefined {
  const lines = linesOf(text);
  const { start, line } = lines[index] as { start: number; line: string };
  const begin = Math.min(label.start, text.length);
  const end = Math.max(begin, Math.min(label.end, text.length));
  const first = lines.findLastIndex((each) => each.start <= begin);
  const last = end === begin ? first : lines.findLastIndex((each) => each.start <= end - 1);
  if (index < first || index > last || (index > first + 1 && index < last - 1)) return undefined;
  const ink = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const one = index === first ? Math.min(begin - start, line.length) : ink;
  const other = index === last ? Math.min(end - start, line.length) : line.length;
  const from = columnIn(line, one);
  return { from, to: Math.max(columnIn(line, Math.max(one, other)), from + 1) };
}

const checkNames: Check = (choices, _, note) => {
  const word = (): string => choices.list(0, 6, () => choices.pick(["a", "b", "é", "🦀", "ab", "x"])).join("");
  const name = word();
  const candidates = choices.list(0, 5, word);
  const most = choices.chance(50) ? choices.below(4) : undefined;
  const found = nearestName(name, candidates, most);
  let best: string | undefined;
  let least = most === undefined ? Number.POSITIVE_INFINITY : most + 1;
  for (const candidate of name === "" ? [] : candidates) {
    const distance = distanceOf([...name], [...candidate]);
    if (distance < least) [best, least] = [candidate, distance];
  }
  if (found !== best) note("nearest name", `${JSON.stringify([name, candidates, most])}: ${found}, not ${best}`);
  if (neutralise(name) !== name) note("harmless text is changed", name);
};

function distanceOf(one: readonly string[], other: readonly string[]): number {
  const known = new Map<number, number>();
  const from = (left: number, right: number): number => {
    if (left === one.length) return other.length - right;
    if (right === other.length) return one.length - left;
    const key = left * 1000 + right;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const replaced = from(left + 1, right + 1) + (one[left] === other[right] ? 0 : 1);
    const distance = Math.min(replaced, 1 + from(left + 1, right), 1 + from(left, right + 1));
    known.set(key, distance);
    return distance;
  };
  return from(0, 0);
}

const checks = weights<Check>([
  [40, checkFrames],
  [20, checkBytes],
  [20, checkLines],
  [15, checkNames],
]);
