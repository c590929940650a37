import { expect, test } from "vitest";
import { differenceOf } from "../src/drop-in/difference.ts";
import { shiftedBy } from "../src/drop-in/views.ts";
import { jsonBeginning } from "../src/json-beginning.ts";
import { columnIn, linesOf } from "../src/plain-frames.ts";

test.each([
  ['{"a": [1, true, null], "b": {}}', 31],
  ['{"a": [1, tru', 13],
  ['{"a": [1, trx', 12],
  ["[1,]", 3],
  ["[]]", 2],
  ["{,}", 1],
  ['{"a" 1}', 5],
  ["01", 1],
  ["-", 1],
  ["-a", 1],
  ["1.x", 2],
  ["1e+", 3],
  ['"\\u12x"', 5],
  ['"\\q"', 2],
  ['"a\nb"', 2],
])("%s is JSON up to %i", (text, end) => {
  expect(jsonBeginning(text)).toBe(end);
});

test("columns count what a terminal shows", () => {
  expect(["a", "\t", "漢", "e", "\u0301", "x"].map((_, index) => columnIn("a\t漢e\u0301x", index))).toEqual([
    0, 1, 4, 6, 7, 7,
  ]);
  expect(linesOf("a\r\nb\rc\n").map(({ start }) => start)).toEqual([0, 3, 5, 7]);
});

test("answers differ where they first do, whatever the order of errors", () => {
  const error = (message: string, start: number): object => ({ message, sourceLocations: [{ start, end: start + 1 }] });
  const answer = (...errors: readonly object[]): object => ({ type: "failure", errors });
  expect(differenceOf(answer(error("a", 1), error("b", 2)), answer(error("b", 2), error("a", 1)))).toBeUndefined();
  expect(differenceOf(answer(error("a", 1)), answer(error("b", 1)))).toBe("errors.message");
  expect(differenceOf(answer(error("a", 1)), answer(error("a", 2)))).toBe("errors.sourceLocations.end");
  expect(differenceOf(answer(error("a", 1)), answer(error("a", 1), error("a", 1)))).toBeUndefined();
  expect(differenceOf(answer(error("a", 1)), answer(error("a", 1), error("b", 1)))).toBe("errors");
  expect(differenceOf(answer(), answer(error("a", 1)))).toBe("errors");
  expect(shiftedBy(3)(answer(error("a", 1)))).toEqual(
    answer({ message: "a", sourceLocations: [{ start: 4, end: 5 }] }),
  );
});
