export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Random = () => number;

/** A small generator of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const snippets: readonly Json[] = [
  null,
  true,
  0,
  -7,
  1.5,
  "",
  "text",
  "10.0.0.1/8",
  "1.25",
  "2024-01-01",
  "1d2h",
  [],
  {},
  [1, "a"],
  { x: 1 },
  { type: "User", id: "ada" },
  { type: "Status", id: "draft" },
  { type: "Status", id: "nope" },
  { type: "Action", id: "view" },
  { type: "Action", id: "nope" },
  { type: "Team", id: "t" },
  { __entity: { type: "User", id: "b" } },
  { __entity: { type: "User" } },
  { __extn: { fn: "ip", arg: "1.1.1.1" } },
  { __extn: { fn: "decimal", arg: "x" } },
  { fn: "datetime", arg: "2024-02-30" },
  { fn: "offset", args: ["2024-01-01", "1d"] },
  { fn: "duration", args: ["1d", "2d"] },
  { __extn: { fn: "isIpv4", arg: { __extn: { fn: "ip", arg: "::1" } } } },
  { __expr: "1" },
];

const keys: readonly string[] = [
  "x",
  "type",
  "id",
  "name",
  "__entity",
  "__extn",
  "fn",
  "arg",
  "tags",
  "attrs",
  "toString",
];

/** The same JSON with one or two of its parts changed. */
export function mutate(json: Json, random: Random): Json {
  let mutated = JSON.parse(JSON.stringify(json)) as Json;
  for (let left = random() < 0.8 ? 1 : 2; left > 0; left--) {
    const places = placesIn(mutated);
    mutated = change(mutated, places[Math.floor(random() * places.length)] as Place, random);
  }
  return mutated;
}

type Place = readonly (string | number)[];

function placesIn(json: Json, path: Place = []): Place[] {
  const places: Place[] = path.length > 0 ? [path] : [];
  if (typeof json !== "object" || json === null) return places;
  for (const key of Array.isArray(json) ? json.keys() : Object.keys(json)) {
    places.push(...placesIn((json as { [key: string]: Json })[key] as Json, [...path, key]));
  }
  return places;
}

function change(root: Json, place: Place, random: Random): Json {
  const parent = place.slice(0, -1).reduce<Json>((at, key) => (at as { [key: string]: Json })[key] as Json, root) as {
    [key: string]: Json;
  };
  const key = place.at(-1) as string;
  const chance = random();
  if (chance < 0.55) parent[key] = structuredClone(pick(random, snippets));
  else if (chance < 0.7) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else if (chance < 0.85) {
    if (Array.isArray(parent)) parent.push(structuredClone(pick(random, snippets)));
    else parent[pick(random, keys)] = structuredClone(pick(random, snippets));
  } else if (typeof parent[key] === "string") parent[key] = `${parent[key]}x`;
  else parent[key] = [parent[key] as Json];
  return root;
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}
