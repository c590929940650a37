import { expect, it } from "vitest";
import { groupBy } from "../src/group-by.ts";
import { entitiesTexts, valueTexts } from "../src/json-reader-texts.ts";
import { oracleEntities, oracleValue, ourEntities, ourValue, whyReadDifferently } from "../src/json-readers.ts";

/** How many texts are read differently, by the reason; those without one as they are. */
function compare(
  texts: readonly string[],
  oracle: (text: string) => string,
  own: (text: string) => string,
): readonly unknown[] {
  const different = texts.flatMap((text) => {
    const [theirs, ours] = [oracle(text), own(text)];
    return theirs === ours ? [] : [{ text, theirs, ours, reason: whyReadDifferently(text, theirs, ours) }];
  });
  return [...groupBy(different, ({ reason }) => reason)].map(([reason, of]) =>
    reason === undefined ? of : [reason, of.length],
  );
}

it("reads values as the reference does, but for listed reasons", () => {
  expect(compare(valueTexts, oracleValue, ourValue)).toEqual([
    ["of two faults we name the other", 4],
    ["`unknown` belongs to an experiment of the reference, which its npm package turns on", 8],
  ]);
});

it("reads entities as the reference does, but for listed reasons", () => {
  expect(compare(entitiesTexts, oracleEntities, ourEntities)).toEqual([
    ["the reference takes an array for the object whose fields it holds in order", 2],
    ["the reference names any entity of a cycle, we the first", 2],
  ]);
});
