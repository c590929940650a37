import { allowedRanges, scriptRanges, scriptSets } from "../generated/unicode-tables.ts";
import { decodeNumbers, lastStart } from "./code-point-ranges.ts";

/** The scripts that a character is used in; `undefined` if in all. */
export type Scripts = ReadonlySet<string> | undefined;

/** Writing systems that mix scripts, and the scripts that each of them mixes (UTS 39, 5.1). */
const mixtures: ReadonlyMap<string, readonly string[]> = new Map([
  ["Hanb", ["HANI", "BOPO"]],
  ["Jpan", ["HANI", "HIRA", "KANA"]],
  ["Kore", ["HANI", "HANG"]],
]);

const none: Scripts = new Set();

interface Tables {
  /** The bounds of the ranges of allowed characters: where one begins, where it has ended, and so on. */
  readonly allowed: readonly number[];
  /** Where ranges with the same scripts begin. */
  readonly starts: readonly number[];
  /** The scripts of each range. */
  readonly scripts: readonly Scripts[];
}

/** What Unicode says about characters. The tables are decoded at the first question: few policies raise any. */
export class UnicodeFacts {
  #decoded: Tables | undefined = undefined;

  get #tables(): Tables {
    this.#decoded ??= { allowed: boundsOf(decodeNumbers(allowedRanges)), ...decodeScripts() };
    return this.#decoded;
  }

  /** Whether the General Security Profile allows the character in identifiers (UTS 39, 3.1). */
  isAllowed(codePoint: number): boolean {
    return lastStart(this.#tables.allowed, codePoint) % 2 === 0;
  }

  /** Whether there is one script, or writing system, in which all characters are used (UTS 39, 5.1). */
  isSingleScript(text: string): boolean {
    const { starts, scripts: known } = this.#tables;
    let common: Scripts;
    for (const character of text) {
      const scripts = known[lastStart(starts, character.codePointAt(0) as number)];
      if (scripts === undefined) continue;
      const before: Scripts = common;
      common = before === undefined ? scripts : new Set([...before].filter((script) => scripts.has(script)));
      if (common.size === 0) return false;
    }
    return true;
  }
}

/** The scripts of a set with the writing systems that mix one of them with others. */
function augmented(names: string): Scripts {
  if (names === "") return undefined;
  const scripts = new Set(names.split(" "));
  for (const [system, parts] of mixtures) if (parts.some((script) => scripts.has(script))) scripts.add(system);
  return scripts;
}

/** The sums of the distances up to each. */
function boundsOf(distances: readonly number[]): readonly number[] {
  let position = 0;
  return distances.map((distance) => {
    position += distance;
    return position;
  });
}

function decodeScripts(): Pick<Tables, "starts" | "scripts"> {
  const sets = scriptSets.map(augmented);
  const numbers = decodeNumbers(scriptRanges);
  const bounds = boundsOf(numbers.filter((_, index) => index % 3 !== 2));
  const scripts = bounds.map((_, index) => (index % 2 === 0 ? sets[numbers[(index / 2) * 3 + 2] as number] : none));
  return { starts: [0, ...bounds], scripts: [none, ...scripts] };
}
