import { expect, test } from "vitest";
import { isIdentifier, isName, isReserved, isWord } from "../src/index.ts";

test("words are ASCII letters, digits and underscores that do not start with a digit", () => {
  expect(["a", "_", "A1_z", "if", "__cedar"].map(isWord)).toStrictEqual([true, true, true, true, true]);
  expect(["", "1a", "é", "a b", "a\n", "a-b"].map(isWord)).toStrictEqual([false, false, false, false, false, false]);
});

test("reserved words are no identifiers", () => {
  const reserved = ["true", "false", "if", "then", "else", "in", "is", "like", "has", "__cedar"];
  expect(reserved.map(isReserved)).toStrictEqual(reserved.map(() => true));
  expect(reserved.map(isIdentifier)).toStrictEqual(reserved.map(() => false));
  expect(["permit", "when", "principal", "contains", "cedar"].map(isIdentifier)).toStrictEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
});

test("names are identifiers with `::` between them and nothing else", () => {
  expect(["A", "A::B", "permit::when::_"].map(isName)).toStrictEqual([true, true, true]);
  expect(
    ["", "A::", "::A", "A :: B", "A::if", "if", "A:B", "A::B\n", 'A::"b"', "A::__cedar"].map(isName),
  ).toStrictEqual(Array.from({ length: 10 }, () => false));
});
