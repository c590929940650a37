import { type JsonValue, ModelInputError } from "./json.ts";

/** A token: white space, then a string, a number, a name or a mark. */
const token =
  /[ \t\n\r]*(?:("(?:[^"\\\u0000-\u001f]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([[\]{},:]))/y;

/**
 * Reads a JSON text without losing digits: integers beyond 2^53 become a `bigint`.
 *
 * @throws {ModelInputError} for what is not JSON, and for fractions, which Cedar does not have
 */
export function parseJson(text: string): JsonValue {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) throw new ModelInputError(`not JSON at character ${at}`);
    tokens.push(match[0].trimStart());
  }
  const reader = new TokenReader(tokens);
  const value = reader.readValue();
  reader.expectEnd();
  return value;
}

class TokenReader {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  readValue(): JsonValue {
    const next = this.#take();
    if (next === "{") return this.#readObject();
    if (next === "[") return this.#readList();
    if (next.startsWith('"')) return JSON.parse(next) as string;
    if (next === "true") return true;
    if (next === "false") return false;
    if (next === "null") return null;
    if (!/^-?\d+$/.test(next)) throw new ModelInputError(`${next} is not an integer`);
    const exact = BigInt(next);
    return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
  }

  expectEnd(): void {
    if (this.#next < this.#tokens.length) throw new ModelInputError("there is more after the JSON value");
  }

  #readObject(): JsonValue {
    const entries = Object.create(null) as { [key: string]: JsonValue };
    if (this.#skip("}")) return entries;
    do {
      const key = JSON.parse(this.#take()) as string;
      if (Object.hasOwn(entries, key)) throw new ModelInputError(`the key ${key} stands twice`);
      this.#takeOne(":");
      entries[key] = this.readValue();
    } while (this.#takeOne(",", "}") === ",");
    return entries;
  }

  #readList(): JsonValue {
    const elements: JsonValue[] = [];
    if (this.#skip("]")) return elements;
    do elements.push(this.readValue());
    while (this.#takeOne(",", "]") === ",");
    return elements;
  }

  #skip(mark: string): boolean {
    if (this.#tokens[this.#next] !== mark) return false;
    this.#next += 1;
    return true;
  }

  #take(): string {
    const next = this.#tokens[this.#next];
    if (next === undefined) throw new ModelInputError("the JSON ends early");
    this.#next += 1;
    return next;
  }

  #takeOne(...marks: readonly string[]): string {
    const next = this.#take();
    if (!marks.includes(next)) throw new ModelInputError(`expected ${marks.join(" or ")}, got ${next}`);
    return next;
  }
}
