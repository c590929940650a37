import type { Choices } from "../choices/choices.ts";

/**
 * Constants that one case draws from again and again, so that equalities happen: that a tag asked for is there, that two
 * computed numbers meet, that a pattern matches.
 */
export interface Pools {
  readonly strings: readonly string[];
  readonly longs: readonly (number | bigint)[];
  /** Ids of entities. */
  readonly ids: readonly string[];
}

// biome-ignore format: a table reads better packed
const plainStrings: readonly string[] = ["a", "", "b", "ab", "alice", "a*b", "x y", "10.0.0.1", "1.5", "2024-01-01", "1d"];

/** Strings that have been somebody's undoing. */
// biome-ignore format: a table reads better packed
const oddStrings: readonly string[] = [
  "\0", "a\0b", "\n\r\t", "'", '"', "\\", "*", "**", "\\*", "é", "a\u0301", "\u{1f980}", "\u{10ffff}", "\ufeff", "\u0085", "\u200b", "\u202e", "\ue000", "\u07ff\u0800", "\uffff\u{10000}",
  "// not a comment", "__proto__", "constructor", "toString", "__entity", "__cedar", "if", "else", "true", "principal", "?principal", "$\u007bx}", "é💥", "аlice", "漢字かな", "❤️✔", "👩‍👧🇫🇷", "ｆｕｌｌ",
];

const smallLongs: readonly number[] = [0, 1, 2, -1, 3, 7, 10, 60, 1000, -5];

// biome-ignore format: a table reads better packed
const extremeLongs: readonly (number | bigint)[] = [
  9223372036854775807n, -9223372036854775808n, 9223372036854775806n, -9223372036854775807n, 9007199254740991, 9007199254740992n, 9007199254740993n, -9007199254740991,
  -9007199254740992n, -9007199254740993n, 4611686018427387904n, 3037000500, -3037000500, 2147483647, -2147483648, 4294967296, 86400000,
];

/** The constants of one case. */
export function drawPools(choices: Choices): Pools {
  const longs = [...choices.list(1, 3, () => choices.pick(smallLongs))];
  if (choices.chance(50)) longs.push(...(choices.list(1, 2, () => choices.pick(extremeLongs)) as number[]));
  return {
    strings: choices.list(2, 5, () => drawString(choices)),
    longs,
    ids: distinct(choices.list(2, 4, () => drawString(choices))),
  };
}

/** Any string, odd ones now and then. */
export function drawString(choices: Choices): string {
  if (!choices.chance(25)) return choices.pick(plainStrings);
  if (!choices.chance(20)) return choices.pick(oddStrings);
  return choices.list(0, 2, () => choices.pick(choices.chance(50) ? plainStrings : oddStrings)).join("");
}

/** Any Long: mostly one of the pool, else one near a pool's, or any small one. */
export function drawLong(choices: Choices, { longs }: Pools): number | bigint {
  if (!choices.chance(20)) return choices.pick(longs);
  if (choices.chance(50)) return choices.pick(smallLongs);
  return choices.pick(extremeLongs);
}

/** The items, each once. */
export function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
