import { LastingMap } from "@deodar/core/hierarchy";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("a lasting map", () => {
  it("holds what a Map would, whatever comes and goes", () => {
    const key = fc.nat(60).map(String);
    const change = fc.tuple(key, fc.option(fc.nat()));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 400 }), (changes) => {
        const [map, model] = [new LastingMap<number>(), new Map<string, number>()];
        for (const [key, value] of changes) {
          if (value === null) expect(map.delete(key)).toBe(model.delete(key));
          else {
            map.set(key, value);
            model.set(key, value);
          }
          expect(map.size).toBe(model.size);
          expect(map.get(key)).toBe(model.get(key));
        }
        expect(new Map(map.entries())).toEqual(model);
        expect([...map.values()].sort()).toEqual([...model.values()].sort());
      }),
    );
  });

  it("says when a key comes again at its old place", () => {
    const map = new LastingMap<number>();
    expect([map.set("a", 1), map.set("b", 2), map.set("a", 3)]).toEqual([false, false, false]);
    expect([map.delete("a"), map.delete("a"), map.delete("c")]).toEqual([true, false, false]);
    expect([map.set("a", 4), map.set("c", 5), map.size]).toEqual([true, false, 3]);
    expect([...map.entries()]).toEqual([
      ["a", 4],
      ["b", 2],
      ["c", 5],
    ]);
  });

  it("leaves out what is deleted while it is gone through", () => {
    const map = new LastingMap<number>();
    for (let n = 0; n < 100; n += 1) map.set(`${n}`, n);
    const seen: number[] = [];
    for (const value of map.values()) {
      seen.push(value);
      if (value === 10) for (let n = 20; n < 100; n += 1) map.delete(`${n}`);
    }
    expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });
});
