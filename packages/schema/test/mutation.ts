/** A small generator of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

const vocabulary: readonly string[] = [
  ..."@ , ; : :: { } [ ] < > = ? ( ) # ! & .".split(" "),
  ..."namespace entity action type in appliesTo principal resource context attributes tags enum Set".split(" "),
  ..."Long String Bool Boolean Entity __cedar if true has User A B Action ipaddr 12".split(" "),
  '"x"',
  '"\\q"',
  '"é"',
  '"',
  "// c\n",
  "@a",
  '@a("b")',
];

/** A text with one to three of its tokens dropped, doubled, exchanged, replaced or added. */
export function mutateText(text: string, random: Random): string {
  const tokens = text.match(/"(?:\\.|[^"\\])*"|\w+|::|\s+|[^\s]/g) ?? [];
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
    const at = Math.floor(random() * tokens.length);
    const other = Math.floor(random() * tokens.length);
    const token = tokens[at] ?? "";
    switch (Math.floor(random() * 5)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, token, " ");
        break;
      case 2:
        tokens[at] = tokens[other] ?? "";
        tokens[other] = token;
        break;
      case 3:
        tokens[at] = pick(random, vocabulary);
        break;
      default:
        tokens.splice(at, 0, " ", pick(random, vocabulary), " ");
    }
  }
  return tokens.join("");
}

const values: readonly unknown[] = [
  null,
  true,
  5,
  "",
  "A",
  "A b",
  "A::B",
  "__cedar::Long",
  "Long",
  "if",
  [],
  ["A"],
  [5],
  {},
  { type: "Long" },
  { type: "Set", element: { type: "User" } },
  { type: "Record", attributes: {} },
  { type: "Entity", name: "User" },
  { type: "EntityOrCommon", name: "String" },
  { type: "Extension", name: "ipaddr" },
  { id: "view" },
];

const keys: readonly string[] = [
  ..."type element attributes additionalAttributes name required annotations memberOfTypes shape tags enum".split(" "),
  ..."appliesTo memberOf principalTypes resourceTypes context id commonTypes entityTypes actions A __cedar Set".split(
    " ",
  ),
  "",
  "a b",
];

type Container = unknown[] | { [key: string]: unknown };

/** A JSON document with one or two of its values replaced, dropped, renamed or added. */
export function mutateJson(document: object, random: Random): object {
  const copy = structuredClone(document) as { [key: string]: unknown };
  for (let left = 1 + Math.floor(random() * 2); left > 0; left--) {
    const containers: Container[] = [copy];
    for (const container of containers) {
      for (const value of Object.values(container)) {
        if (typeof value === "object" && value !== null) containers.push(value as Container);
      }
    }
    mutateContainer(pick(random, containers), random);
  }
  return copy;
}

function mutateContainer(container: Container, random: Random): void {
  const value = structuredClone(pick(random, values));
  if (Array.isArray(container)) {
    const at = Math.floor(random() * (container.length + 1));
    container.splice(at, Math.floor(random() * 2), ...(random() < 0.3 ? [] : [value]));
    return;
  }
  const key = pick(random, [...Object.keys(container), pick(random, keys)]);
  const chance = random();
  if (chance < 0.4) container[key] = value;
  else if (chance < 0.7) container[pick(random, keys)] = container[key] ?? value;
  if (chance >= 0.5) delete container[key];
}
