import {
  addLong,
  compareLong,
  isLong,
  type Long,
  longFromBigInt,
  maxLong,
  minLong,
  multiplyLong,
  negateLong,
  subtractLong,
} from "@deodar/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateAll } from "./oracle.ts";

const edges: bigint[] = [
  0n,
  1n,
  2n,
  3n,
  7n,
  10n,
  1000n,
  3037000499n,
  3037000500n,
  94906265n,
  94906266n,
  94906267n,
  2n ** 26n,
]
  .concat([2n ** 31n, 2n ** 32n, 2n ** 52n, 2n ** 53n, 2n ** 54n, 2n ** 60n, 2n ** 62n, 2n ** 63n])
  .flatMap((edge) => [edge - 1n, edge, edge + 1n])
  .flatMap((edge) => [edge, -edge])
  .filter((edge) => longFromBigInt(edge) !== undefined);

const long: fc.Arbitrary<Long> = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(...edges),
    fc.bigInt({ min: -99n, max: 99n }),
  )
  .map((integer) => longFromBigInt(integer) as Long);

const asLong = (edge: bigint): Long => longFromBigInt(edge) as Long;

describe("Long", () => {
  it("has one canonical form", () => {
    expect(longFromBigInt(2n ** 53n - 1n)).toBe(9007199254740991);
    expect(longFromBigInt(2n ** 53n)).toBe(9007199254740992n);
    expect(longFromBigInt(1n - 2n ** 53n)).toBe(-9007199254740991);
    expect(longFromBigInt(-(2n ** 53n))).toBe(-9007199254740992n);
    expect(longFromBigInt(2n ** 63n - 1n)).toBe(maxLong);
    expect(longFromBigInt(2n ** 63n)).toBeUndefined();
    expect(longFromBigInt(-(2n ** 63n))).toBe(minLong);
    expect(longFromBigInt(-(2n ** 63n) - 1n)).toBeUndefined();
  });

  it("knows what is in form", () => {
    for (const edge of edges) expect(isLong(asLong(edge))).toBe(true);
    const others = [
      -0,
      0.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      2 ** 53,
      1n,
      -(2n ** 53n) + 1n,
      2n ** 63n,
      "1",
      null,
      undefined,
      {},
    ];
    for (const other of others) expect(isLong(other)).toBe(false);
  });

  it("computes exactly, whatever the form of the operands", () => {
    for (const a of edges) {
      expect(negateLong(asLong(a))).toBe(longFromBigInt(-a));
      for (const b of edges) {
        expect(addLong(asLong(a), asLong(b))).toBe(longFromBigInt(a + b));
        expect(subtractLong(asLong(a), asLong(b))).toBe(longFromBigInt(a - b));
        expect(multiplyLong(asLong(a), asLong(b))).toBe(longFromBigInt(a * b));
        expect(Math.sign(compareLong(asLong(a), asLong(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }
    }
  });

  it("never makes a negative zero", () => {
    for (const result of [
      multiplyLong(0, -5),
      multiplyLong(-5, 0),
      negateLong(0),
      addLong(-1, 1),
      subtractLong(0, 0),
    ]) {
      expect(Object.is(result, 0)).toBe(true);
    }
  });

  it("gives the same results, in form, for any operands", () => {
    fc.assert(
      fc.property(long, long, (a, b) => {
        const pairs = [
          [addLong(a, b), BigInt(a) + BigInt(b)],
          [subtractLong(a, b), BigInt(a) - BigInt(b)],
          [multiplyLong(a, b), BigInt(a) * BigInt(b)],
        ] as const;
        for (const [ours, exact] of pairs) {
          expect(ours).toBe(longFromBigInt(exact));
          expect(ours === undefined || isLong(ours)).toBe(true);
        }
      }),
    );
  });

  it("overflows where the reference does", () => {
    const cases = edges.flatMap((a) =>
      [-1n, 1n, 2n, 3n, 2n ** 62n, 3037000500n, -(2n ** 63n), 2n ** 63n - 1n].flatMap((b) =>
        (
          [
            ["+", addLong],
            ["-", subtractLong],
            ["*", multiplyLong],
          ] as const
        ).map(([operator, compute]) => {
          const ours = compute(asLong(a), asLong(b));
          return { text: `(${a}) ${operator} (${b}) == ${ours ?? 0}`, ours };
        }),
      ),
    );
    const verdicts = evaluateAll(cases.map(({ text }) => text));
    for (const [index, { text, ours }] of cases.entries()) {
      const verdict = verdicts[index];
      expect(`${text}: ${typeof verdict === "object" ? "overflow" : verdict}`).toBe(
        `${text}: ${ours === undefined ? "overflow" : true}`,
      );
    }
  });
});
