import { expect, test } from "vitest";
import { UidMap } from "../src/uid-map.ts";

test("a UidMap counts its uids, whatever their names", () => {
  const map = new UidMap<number>();
  map.set({ type: "__proto__", id: "constructor" }, 1);
  map.set({ type: "__proto__", id: "constructor" }, 2);
  map.set({ type: "__proto__", id: "" }, 3);
  expect([map.size, map.get("__proto__", "constructor"), map.get("toString", "")]).toEqual([2, 2, undefined]);
  map.delete({ type: "toString", id: "" });
  map.delete({ type: "__proto__", id: "toString" });
  expect(map.size).toBe(2);
  map.delete({ type: "__proto__", id: "" });
  map.delete({ type: "__proto__", id: "constructor" });
  expect([map.size, map.get("__proto__", "")]).toEqual([0, undefined]);
});
