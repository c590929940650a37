import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePolicies } from "../src/index.ts";
import { comparable, referenceFaults } from "./oracle.ts";

const sample = (name: string): string[] =>
  JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), "utf8")) as string[];

function faults(text: string) {
  const result = parsePolicies(text);
  return result.ok ? [] : comparable(result.errors);
}

describe("every fault, its words and its place are the reference's", () => {
  test.each(sample("texts"))("%j", (text) => {
    expect(faults(text)).toStrictEqual(referenceFaults(text));
  });
});

describe("every syntax error, what was expected and its place are the reference's", () => {
  test.each(sample("syntax-errors"))("%j", (text) => {
    expect(faults(text)).toStrictEqual(referenceFaults(text));
  });
});

const words = [
  ..."@ . , ; : :: ( ) { } [ ] == != < <= >= > || && + - * / % ! = true false if permit forbid when unless in has".split(
    " ",
  ),
  ...'like is then else principal action resource context ?principal ?resource ?x foo 1 "s" 99999999999999999999 # \''.split(
    " ",
  ),
];
const policies = [
  "permit ( principal , action , resource ) ;",
  '@ a ( "x" ) permit ( principal == User :: "a" , action in [ Action :: "b" , Action :: "c" ] , resource is Foo in ?resource ) ;',
  'permit ( principal , action , resource ) when { a . b ( 1 , 2 ) [ "x" ] && { a : 1 , "b" : 2 , } has a . b } ;',
  "forbid ( principal , action , resource ) unless { ( if x then y else z ) || ! ! a + - b * c } when { 1 in [ 1 , ( 2 ) , [ ] ] } ;",
  'permit ( principal : T , action = x , resource ) when { A :: { a : 1 , b : "x" } || if :: a || true . b } ;',
];

/** Policies with a few tokens left out, put in or replaced. */
const mangled: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...policies), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("drop", "insert", "replace"), fc.constantFrom(...words)), {
      maxLength: 3,
    }),
  )
  .map(([parts, edits]) => {
    const tokens = parts.join(" ").split(" ");
    for (const [where, how, word] of edits) {
      tokens.splice(where % tokens.length, how === "insert" ? 0 : 1, ...(how === "drop" ? [] : [word]));
    }
    return tokens.join(" ");
  });

test("a mangled text is refused by both parsers or by none, with the same first fault", () => {
  const first = ({ message, help, labels }: ReturnType<typeof faults>[number]) => ({
    message,
    help,
    places: labels.map(({ start, end }) => ({ start, end })),
  });
  fc.assert(
    fc.property(mangled, (text) => {
      expect(faults(text).slice(0, 1).map(first)).toStrictEqual(referenceFaults(text).slice(0, 1).map(first));
    }),
    { numRuns: 400 },
  );
});
