import type { Row } from "../measure/row.ts";
import type { Run } from "./run-file.ts";
import { formatFigure, markdownTable } from "./table.ts";

/** What stands above the table of each suite; suites that are not named here are left out of the page. */
const sections: Readonly<Record<string, string>> = {
  decisions: "Decisions",
  native: "Decisions, against native code",
  calls: "Entities handed over with each call",
  "drop-in": "The drop-in",
  texts: "Policy texts",
  validation: "Validation",
  "start-up": "Start",
  policies: "Many policies",
  "million-policies": "A million policies",
  entities: "A million entities",
  scale: "More entities",
  hostile: "Hostile texts",
  growth: "Growth",
  sizes: "Sizes",
  soak: "An hour of load",
};

/** The tables of a run, under a heading for each suite, and on which machine it was. */
export function tablesOf({ machine, rows }: Run): string {
  const { node, processor, processors, clock, quick } = machine;
  const how = `${clock === "wall" ? "time on the wall" : "processor time"}${quick ? ", few rounds" : ""}`;
  const head = `Measured with Node ${node} on ${processors} processors of the kind "${processor}"; ${how}.`;
  const parts = Object.entries(sections).flatMap(([suite, title]) => {
    const own = rows.filter((row) => row.suite === suite);
    return own.length === 0 ? [] : [`### ${title}\n\n${markdownTable(own)}`];
  });
  return [head, ...parts].join("\n\n");
}

/** The short table for those who come from the reference: size, start, speed. */
export function dropInTable({ rows }: Run): string {
  const find = (suite: string, ...texts: readonly string[]): Row | undefined =>
    rows.find((row) => row.suite === suite && texts.every((text) => row.name.includes(text)));
  const lines: string[] = [];
  const add = (name: string, row: Row | undefined): void => {
    if (row === undefined) return;
    const [ours, theirs] = row.details;
    if (ours === undefined || theirs === undefined) return;
    const [own, other] = [ours, theirs].map(({ value, unit }) => formatFigure(value, unit));
    lines.push(`| ${name} | ${other} | ${own} | ${formatFigure(row.value, "times")} |`);
  };
  const whole = find("sizes", "drop-in, whole");
  const reference = find("sizes", "cedar-wasm, WebAssembly");
  if (whole !== undefined && reference !== undefined) {
    const [own, other] = [whole, reference].map(({ value, unit }) => formatFigure(value, unit));
    lines.push(
      `| size, all of it, minified and gzipped | ${other} | ${own} | ${formatFigure(reference.value / whole.value, "times")} smaller |`,
    );
  }
  add(
    "first decision of a process",
    find("start-up", "@deodar/cedar-wasm, as installed") ?? find("start-up", "@deodar/cedar-wasm"),
  );
  for (const application of ["TinyTodo", "drive", "GitHub"]) {
    add(`\`isAuthorized\`, ${application}, texts seen before`, find("drop-in", application, "texts seen before"));
    add(`\`isAuthorized\`, ${application}, new texts`, find("drop-in", application, "texts never seen"));
    add(`\`statefulIsAuthorized\`, ${application}`, find("drop-in", application, "statefulIsAuthorized"));
  }
  const head = "| | `@cedar-policy/cedar-wasm` | `@deodar/cedar-wasm` | times |\n| --- | ---: | ---: | ---: |";
  return `${head}\n${lines.join("\n")}`;
}

/** The text with what stands between the markers of this name replaced. Throws an `Error` if it has no such markers. */
export function replaceBetween(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`there is no place between ${open} and ${close}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}
