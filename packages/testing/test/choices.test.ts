import { describe, expect, it } from "vitest";
import { Choices, mutateChoices, shrinkChoices, simplerChoices, weights } from "../src/index.ts";

const take = (choices: Choices, count: number): number[] => Array.from({ length: count }, () => choices.below(10));

describe("choices", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(take(Choices.random(7), 20)).toEqual(take(Choices.random(7), 20));
    expect(take(Choices.random(7), 20)).not.toEqual(take(Choices.random(8), 20));
  });

  it("give each number about as often", () => {
    const choices = Choices.random(1);
    const counts = new Array<number>(4).fill(0);
    for (let times = 0; times < 4000; times++) counts[choices.below(4)] = (counts[choices.below(4)] ?? 0) + 1;
    for (const count of counts) expect(count).toBeGreaterThan(800);
  });

  it("can be replayed from what was taken", () => {
    const first = Choices.random(3);
    const made = [
      first.below(256),
      first.pick(["a", "b", "c"]),
      first.chance(50),
      first.list(1, 5, () => first.below(9)),
    ];
    const again = Choices.replay(first.taken());
    expect([
      again.below(256),
      again.pick(["a", "b", "c"]),
      again.chance(50),
      again.list(1, 5, () => again.below(9)),
    ]).toEqual(made);
  });

  it("are the simplest ones behind the end, and whatever the bytes are within their bounds", () => {
    const choices = Choices.replay(Uint8Array.of(255, 7));
    expect(take(choices, 4)).toEqual([5, 7, 0, 0]);
    expect(choices.chance(99)).toBe(false);
    expect(choices.count).toBe(5);
  });

  it("end when there are very many", () => {
    const choices = Choices.random(1);
    for (let times = 0; times < 1 << 16; times++) choices.below(10);
    expect(take(choices, 20)).toEqual(new Array(20).fill(0));
  });

  it("choose by weight", () => {
    const table = weights([
      [3, "often"],
      [1, "rarely"],
    ]);
    const chosen = [0, 1, 2, 3].map((byte) => Choices.replay(Uint8Array.of(byte)).weighted(table));
    expect(chosen).toEqual(["often", "often", "often", "rarely"]);
  });
});

describe("shrinking", () => {
  it("finds the shortest and lowest choices that fail", () => {
    const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => total + byte, 0);
    expect([...shrinkChoices(Uint8Array.of(9, 0, 200, 7, 30), (bytes) => sum(bytes) >= 100)]).toEqual([100]);
    expect([...shrinkChoices(Uint8Array.of(5, 5, 5), (bytes) => bytes[1] === 5)]).toEqual([0, 5]);
  });

  it("gives what it was given if nothing simpler fails, without zeros at the end", () => {
    expect([...shrinkChoices(Uint8Array.of(3, 0, 0), (bytes) => bytes[0] === 3)]).toEqual([3]);
  });

  it("takes items out of lists, and puts parts in the place of wholes", () => {
    interface Tree {
      readonly size: number;
      readonly parts: readonly Tree[];
    }
    const draw = (choices: Choices): Tree => ({
      size: choices.below(9),
      parts: choices.list(0, 3, () => draw(choices)),
    });
    const has = (tree: Tree, size: number): boolean => tree.size === size || tree.parts.some((part) => has(part, size));
    const replayed = (bytes: Uint8Array): Choices => {
      const choices = Choices.replay(bytes);
      draw(choices);
      return choices;
    };
    // A tree with a 5 as the second part of the first part, and much else.
    const bytes = Uint8Array.of(1, 3, 2, 2, 3, 1, 4, 0, 5, 0, 7, 1, 6, 0, 8, 0);
    const smallest = shrinkChoices(bytes, (candidate) => has(draw(Choices.replay(candidate)), 5), {
      groupsOf: (candidate) => replayed(candidate).groups(),
      attempts: 60,
    });
    expect([...smallest]).toEqual([5]);
  });

  it("tries as often as it may", () => {
    let asked = 0;
    shrinkChoices(new Uint8Array(100).fill(9), () => ++asked < 0, { attempts: 17 });
    expect(asked).toBe(17);
  });

  it("only goes to what is simpler, so that it ends", () => {
    const start = Uint8Array.of(2, 1, 3);
    for (const candidate of simplerChoices(start)) {
      const isShorter = candidate.length < start.length;
      expect(isShorter || Buffer.compare(candidate, start) < 0).toBe(true);
    }
  });
});

it("mutated choices differ from the given ones, and are the same for the same seed", () => {
  const given = Uint8Array.from({ length: 40 }, (_, index) => index);
  const other = new Uint8Array(40).fill(200);
  const mutants = Array.from({ length: 50 }, (_, seed) => mutateChoices(given, other, Choices.random(seed)));
  expect(mutants.filter((mutant) => Buffer.compare(mutant, given) !== 0).length).toBeGreaterThan(40);
  expect(mutateChoices(given, other, Choices.random(5))).toEqual(mutants[5]);
  expect(mutateChoices(Uint8Array.of(), Uint8Array.of(), Choices.random(1)).length).toBeLessThan(10);
});
