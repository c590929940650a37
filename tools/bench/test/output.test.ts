import { describe, expect, test } from "vitest";
import { type Row, standingOf } from "../src/measure/row.ts";
import { chart } from "../src/output/chart.ts";
import { dropInTable, replaceBetween, tablesOf } from "../src/output/docs.ts";
import type { Run } from "../src/output/run-file.ts";
import { formatFigure, formatNumber, markdownTable, terminalTable } from "../src/output/table.ts";

const faster: Row = {
  suite: "decisions",
  name: "TinyTodo, against cedar-wasm",
  value: 1234.5,
  unit: "times as fast",
  floor: 1000,
  aim: 4000,
  details: [
    { name: "Deodar", value: 432.1, unit: "ns" },
    { name: "cedar-wasm", value: 1.02, unit: "ms" },
  ],
  points: [
    { chart: "applications", at: "TinyTodo", series: "Deodar", nanoseconds: 432 },
    { chart: "applications", at: "TinyTodo", series: "cedar-wasm <stateful>", nanoseconds: 1_020_000 },
    { chart: "policies", at: "10", series: "Deodar", nanoseconds: 300 },
    { chart: "policies", at: "1000", series: "Deodar", nanoseconds: 400 },
  ],
};
const size: Row = {
  suite: "sizes",
  name: "size of the drop-in, whole",
  value: 100,
  unit: "kB",
  floor: 80,
  aim: 60,
  details: [],
};
const reference: Row = {
  suite: "sizes",
  name: "size of cedar-wasm, WebAssembly and its JavaScript",
  value: 1446,
  unit: "kB",
  details: [],
};
const machine: Run["machine"] = { node: "20.20.2", processor: "A", processors: 2, clock: "wall", quick: false };

describe("what holds", () => {
  test.each([
    [{ value: 10, unit: "times as fast", floor: 5, aim: 10 }, "aim"],
    [{ value: 9, unit: "times as fast", floor: 5, aim: 10 }, "floor"],
    [{ value: 4, unit: "times as fast", floor: 5, aim: 10 }, "unmet"],
    [{ value: 2.9, unit: "times its time", floor: 3, aim: 1.6 }, "floor"],
    [{ value: 1.6, unit: "times its time", floor: 3, aim: 1.6 }, "aim"],
    [{ value: 3.1, unit: "kB", floor: 3, aim: 1 }, "unmet"],
    [{ value: 3, unit: "kB", floor: 3 }, "floor"],
    [{ value: 3, unit: "kB" }, "none"],
  ] as const)("%o: %s", (row, standing) => {
    expect(standingOf(row)).toBe(standing);
  });
});

test("numbers have three digits that count", () => {
  expect([0.123, 1.234, 12.34, 123.4, 1234.5, 3, 1e6].map(formatNumber)).toEqual([
    "0.12",
    "1.23",
    "12.3",
    "123",
    "1,235",
    "3",
    "1,000,000",
  ]);
  expect(formatFigure(1.5, "GB")).toBe("1.50 GB");
  expect(formatFigure(2, "constructs")).toBe("2");
});

test("the table of a terminal lines up and says what holds", () => {
  expect(terminalTable([faster, size])).toBe(
    [
      "quantity                      measured        floor     aim              figures",
      "TinyTodo, against cedar-wasm  1,235× as fast  ≥ 1,000×  ≥ 4,000×  holds  Deodar 432 ns; cedar-wasm 1.02 ms",
      "size of the drop-in, whole    100 kB          ≤ 80 kB   ≤ 60 kB   FAILS",
    ].join("\n"),
  );
});

test("the table of the documentation", () => {
  expect(
    markdownTable([{ ...size, name: "a | b" }])
      .split("\n")
      .at(-1),
  ).toBe("| a \\| b | 100 kB | ≤ 80 kB | ≤ 60 kB | FAILS |  |");
});

test("the page has a table for each suite, and says on which machine it was measured", () => {
  const page = tablesOf({ machine, rows: [size, faster] });
  expect(page).toContain('Node 20.20.2 on 2 processors of the kind "A"; time on the wall.');
  expect(page.indexOf("### Decisions")).toBeGreaterThan(0);
  expect(page.indexOf("### Sizes")).toBeGreaterThan(page.indexOf("### Decisions"));
});

test("the table of the drop-in compares sizes", () => {
  expect(dropInTable({ machine, rows: [size, reference] })).toContain("| 1,446 kB | 100 kB | 14.5× smaller |");
});

test("only what is between the markers is replaced", () => {
  const text = "a\n<!-- bench:x -->\nold\n<!-- /bench:x -->\nb\n";
  const replaced = replaceBetween(text, "x", "new");
  expect(replaced).toBe("a\n<!-- bench:x -->\nnew\n<!-- /bench:x -->\nb\n");
  expect(replaceBetween(replaced, "x", "new")).toBe(replaced);
  expect(() => replaceBetween(text, "y", "new")).toThrow("no place between");
});

describe("the chart", () => {
  test("has a bar for each engine and a line over the numbers of policies", () => {
    const svg = chart([faster]);
    expect(svg.match(/<rect x=/g)).toHaveLength(2);
    expect(svg.match(/<polyline/g)).toHaveLength(1);
    expect(svg).toContain("cedar-wasm &lt;stateful&gt;");
    expect(svg).not.toContain("NaN");
  });

  test("of nothing is still a picture", () => {
    expect(chart([])).toMatch(/^<svg.*<\/svg>\n$/s);
  });
});
