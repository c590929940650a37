import { quote } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject, isWellFormed, type JsonPath, type JsonValue } from "@deodar/json";
import type { PolicyJsonCode } from "./catalogue.ts";
import { describe, oneOf } from "./describe.ts";
import type { Faults, Words } from "./faults.ts";

/** What there is of the members of a structure, and whether it has all that it needs and nothing else. */
export interface Structure {
  readonly members: ReadonlyMap<string, Cursor>;
  readonly whole: boolean;
}

/**
 * A value in a JSON document and its place there: a step from the value around it, so that going further costs the same
 * however deep it is; the path is only spelt out for errors. Its methods that read note a fault here if they cannot.
 */
export class Cursor {
  readonly json: JsonValue;
  readonly faults: Faults;
  readonly around: Cursor | undefined;
  /** What leads here from there. */
  readonly key: string | number;

  constructor(json: JsonValue, faults: Faults, around?: Cursor, key: string | number = "") {
    this.json = json;
    this.faults = faults;
    this.around = around;
    this.key = key;
  }

  /** The member or the element here that is known to be there. */
  at(key: string | number): Cursor {
    const value = (this.json as { readonly [key: string | number]: JsonValue })[key] as JsonValue;
    return new Cursor(value, this.faults, this, key);
  }

  /** The member of the object here; `undefined` if there is no object, or none with an own member of this name. */
  member(key: string): Cursor | undefined {
    return isJsonObject(this.json) && Object.hasOwn(this.json, key) ? this.at(key) : undefined;
  }

  /** Notes a fault of the document's shape; gives `undefined`, which readers give for what they cannot read. */
  misshapen(code: PolicyJsonCode, words: Words = {}): undefined {
    this.faults.add(true, code, () => pathTo(this), words);
  }

  /** Notes a fault in what well-shaped parts mean; `hint` stands in for the catalogue's help. */
  meaningless(code: PolicyJsonCode, words: Words = {}, hint?: string): undefined {
    this.faults.add(false, code, () => pathTo(this), words, hint);
  }

  /** Notes that something else should stand here. */
  unexpected(expected: string): undefined {
    return this.misshapen("policy-json/unexpected-type", { found: describe(this.json), expected });
  }

  /** The keys of the object here, if it is one. */
  keys(expected: string): readonly string[] | undefined {
    return isJsonObject(this.json) ? Object.keys(this.json) : this.unexpected(expected);
  }

  /** The elements of the array here; none if it is none. */
  elements(): readonly Cursor[] {
    if (isJsonArray(this.json)) return this.json.map((_, index) => this.at(index));
    this.unexpected("a sequence");
    return [];
  }

  /** The string here; `""` if it is none. */
  text(): string {
    if (typeof this.json === "string") return this.wellFormed(this.json);
    this.unexpected("a string");
    return "";
  }

  /** A text of this place, with a fault if half a surrogate pair is in it: Rust's strings, and so Cedar's, have none. */
  wellFormed(text: string): string {
    if (!isWellFormed(text)) this.misshapen("policy-json/lone-surrogate", { text: quote(text.slice(0, 100)) });
    return text;
  }

  /** Whether there is an object with the operands of an operator, and nothing else. */
  hasOperands(required: readonly string[], optional?: readonly string[]): boolean {
    return this.keys("struct variant") !== undefined && this.hasMembers(required, optional);
  }

  /** Whether the object here has all the required members and none but these, the optional and the ignored ones. */
  hasMembers(required: readonly string[], optional: readonly string[] = [], ignored?: string): boolean {
    let good = true;
    const known = [...required, ...optional];
    for (const key of Object.keys(this.json as object)) {
      if (known.includes(key) || key === ignored) continue;
      this.at(key).misshapen("policy-json/unknown-field", { field: key, expected: oneOf(known) });
      good = false;
    }
    for (const field of required) {
      if (Object.hasOwn(this.json as object, field)) continue;
      this.misshapen("policy-json/missing-field", { field });
      good = false;
    }
    return good;
  }

  /**
   * The members of a structure, given as an object or, as serde reads it too, as the list of its values in order.
   *
   * @param name what should be here, in serde's words; `few` the same where a list is too short
   */
  structure(name: string, required: readonly string[], optional: readonly string[] = [], few?: string): Structure {
    const keys = [...required, ...optional];
    if (isJsonArray(this.json)) {
      const { length } = this.json;
      const expected = few ?? `${name} with ${keys.length} elements`;
      const whole = length >= required.length && length <= keys.length;
      if (!whole) this.wrongLength(length, length < required.length ? expected : "fewer elements in array");
      return { members: new Map(keys.slice(0, length).map((key, index) => [key, this.at(index)])), whole };
    }
    const whole = this.keys(name) !== undefined && this.hasMembers(required, optional);
    const members = keys.map((key) => [key, this.member(key)] as const);
    return { members: new Map(members.filter((entry): entry is [string, Cursor] => entry[1] !== undefined)), whole };
  }

  /** Notes that a list has more or fewer elements than it should. */
  wrongLength(length: number, expected: string): undefined {
    return this.misshapen("policy-json/wrong-length", { length: String(length), expected });
  }

  /**
   * One of a few words: the string itself or, as serde writes variants without content and takes them in most places, an
   * object `{word: null}`. Any other is a fault, and `undefined`.
   */
  variant<Word extends string>(words: readonly Word[], mayBeMap = true): Word | undefined {
    if (typeof this.json === "string") return this.known(this.json, words);
    const keys = mayBeMap ? this.keys("string or map") : this.unexpected("variant identifier");
    if (keys === undefined) return undefined;
    const [key, more] = keys;
    if (key === undefined || more !== undefined) return this.misshapen("policy-json/single-key");
    const word = this.known(key, words);
    const content = this.at(key);
    return word === undefined || content.json === null ? word : content.unexpected("unit");
  }

  /** The one of a few words that a text is. */
  known<Word extends string>(text: string, words: readonly Word[]): Word | undefined {
    const word = words.find((each) => each === text);
    return word ?? this.misshapen("policy-json/unknown-variant", { variant: text, expected: oneOf(words) });
  }
}

/** Keys and indexes from the root. */
function pathTo(at: Cursor): JsonPath {
  const path: (string | number)[] = [];
  for (let each = at; each.around !== undefined; each = each.around) path.push(each.key);
  return path.reverse();
}
