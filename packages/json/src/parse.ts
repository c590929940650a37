import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import { type JsonCode, type JsonPath, jsonError } from "./catalogue.ts";
import { emptyJsonObject, type JsonValue, maxJsonDepth } from "./json-value.ts";
import { decodeNumber, scanNumber } from "./scan-number.ts";
import { decodeString, scanString } from "./scan-string.ts";

/**
 * Reads a JSON text (RFC 8259, nothing beyond it) without loss: integers stay exact, and an object that has a key twice
 * is refused at any depth, even if both values are equal.
 *
 * Gives the value, or the first error with its place in the text and its path in the document. Takes time linear in the
 * length of the text; nesting beyond {@link maxJsonDepth} is an error.
 */
export function parseJson(text: string): Result<JsonValue> {
  const parser = new Parser(text);
  const value = parser.parse();
  return value === undefined ? failure([parser.error()]) : success(value);
}

interface Fault {
  readonly code: JsonCode;
  readonly start: number;
  readonly end: number;
  readonly words: { readonly [word: string]: string };
}

/** The containers that are open, outermost first, with the key that each one is at (unused for arrays). */
interface Frame {
  readonly array: JsonValue[] | undefined;
  readonly object: { [key: string]: JsonValue };
  key: string;
}

const noObject = emptyJsonObject();

/** One pass over the text; every method that gives `undefined` or false has set the fault. */
class Parser {
  private readonly text: string;
  private at = 0;
  private readonly frames: Frame[] = [];
  private fault: Fault | undefined;

  constructor(text: string) {
    this.text = text;
  }

  parse(): JsonValue | undefined {
    if (this.text.charCodeAt(0) === 0xfeff) return this.fail("json/byte-order-mark", 0, 1);
    for (;;) {
      let value = this.leafOrOpen();
      if (value === undefined) {
        if (this.fault !== undefined) return undefined;
        continue;
      }
      for (;;) {
        const frame = this.frames.at(-1);
        if (frame === undefined) return this.atEnd() ? value : undefined;
        if (frame.array === undefined) frame.object[frame.key] = value;
        else frame.array.push(value);
        const closed = this.commaOrClose(frame);
        if (closed === undefined) {
          if (this.fault !== undefined) return undefined;
          break;
        }
        value = closed;
      }
    }
  }

  error(): Diagnostic {
    const fault = this.fault as Fault;
    const span = { start: fault.start, end: fault.end };
    return jsonError(fault.code, fault.words, { span, path: this.path() });
  }

  private path(): JsonPath {
    return this.frames.map((frame) => (frame.array === undefined ? frame.key : frame.array.length));
  }

  /** A value that has no parts, or `undefined` after opening a container that has some. */
  private leafOrOpen(): JsonValue | undefined {
    const code = this.skipSpace();
    switch (code) {
      case 0x22:
        return this.string();
      case 0x7b:
        return this.openObject();
      case 0x5b:
        return this.openArray();
      case 0x74:
        return this.literal("true", true);
      case 0x66:
        return this.literal("false", false);
      case 0x6e:
        return this.literal("null", null);
      default:
        if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return this.number();
        return this.unexpected();
    }
  }

  private string(): string | undefined {
    const start = this.at;
    const end = scanString(this.text, start);
    if (typeof end !== "number") return this.fail(end.code, end.start, end.end, { what: "a string" });
    const escaped = end < 0;
    this.at = escaped ? -end : end;
    return decodeString(this.text, start, this.at, escaped);
  }

  private number(): JsonValue | undefined {
    const start = this.at;
    const end = scanNumber(this.text, start);
    if (end < 0) {
      const wrong = -1 - end;
      if (wrong >= this.text.length) return this.ended("a value");
      return this.fail("json/invalid-number", start, wrong + 1);
    }
    this.at = end;
    return decodeNumber(this.text.slice(start, end));
  }

  private literal<T extends true | false | null>(word: string, value: T): T | undefined {
    if (this.text.startsWith(word, this.at)) {
      this.at += word.length;
      return value;
    }
    let end = this.at;
    while (end < this.text.length && this.text[end] === word[end - this.at]) end++;
    if (end === this.text.length) return this.ended("a value");
    return this.fail("json/expected-literal", this.at, end + 1);
  }

  private openObject(): JsonValue | undefined {
    const object = emptyJsonObject();
    this.at++;
    if (this.skipSpace() === 0x7d) {
      if (this.frames.length >= maxJsonDepth) return this.fail("json/too-deep", this.at - 1, this.at);
      this.at++;
      return object;
    }
    const frame = this.open({ array: undefined, object, key: "" });
    if (frame !== undefined) this.key(frame);
    return undefined;
  }

  private openArray(): JsonValue | undefined {
    const array: JsonValue[] = [];
    this.at++;
    if (this.skipSpace() === 0x5d) {
      if (this.frames.length >= maxJsonDepth) return this.fail("json/too-deep", this.at - 1, this.at);
      this.at++;
      return array;
    }
    this.open({ array, object: noObject, key: "" });
    return undefined;
  }

  private open(frame: Frame): Frame | undefined {
    if (this.frames.length >= maxJsonDepth) return this.fail("json/too-deep", this.at - 1, this.at);
    this.frames.push(frame);
    return frame;
  }

  /** Reads `"key":` of an object; sets the fault if that is not what stands here. */
  private key(frame: Frame): void {
    const code = this.skipSpace();
    if (code !== 0x22) {
      if (this.at >= this.text.length) this.ended("an object");
      else if (code === 0x7d) this.fail("json/trailing-comma", this.at, this.at + 1);
      else this.fail("json/expected-key", this.at, this.at + 1);
      return;
    }
    const start = this.at;
    const key = this.string();
    if (key === undefined) return;
    frame.key = key;
    // No value is undefined and no object has a prototype, so this sees own keys only.
    if (frame.object[key] !== undefined) {
      this.fail("json/duplicate-key", start, this.at, { key });
    } else if (this.skipSpace() === 0x3a) {
      this.at++;
    } else if (this.at >= this.text.length) {
      this.ended("an object");
    } else {
      this.fail("json/expected-colon", this.at, this.at + 1);
    }
  }

  /** After a part: the container if it ends here, or `undefined` where its next part (or an error) comes. */
  private commaOrClose(frame: Frame): JsonValue | undefined {
    const { array } = frame;
    const code = this.skipSpace();
    if (code === (array === undefined ? 0x7d : 0x5d)) {
      this.at++;
      this.frames.pop();
      return array ?? frame.object;
    }
    if (code === 0x2c) {
      this.at++;
      if (array === undefined) this.key(frame);
      else if (this.skipSpace() === 0x5d) return this.fail("json/trailing-comma", this.at, this.at + 1);
      return undefined;
    }
    if (this.at >= this.text.length) return this.ended(array === undefined ? "an object" : "a list");
    return this.fail("json/expected-comma", this.at, this.at + 1, { close: array === undefined ? "}" : "]" });
  }

  private atEnd(): boolean {
    this.skipSpace();
    if (this.at >= this.text.length) return true;
    this.fail("json/trailing-characters", this.at, this.text.length);
    return false;
  }

  /** Moves to the next character that is no white space, and gives its code; NaN at the end. */
  private skipSpace(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code;
      this.at++;
    }
  }

  private unexpected(): undefined {
    if (this.at < this.text.length) return this.fail("json/expected-value", this.at, this.at + 1);
    return this.ended(this.frames.at(-1)?.array === undefined ? "a value" : "a list");
  }

  private ended(what: string): undefined {
    return this.fail("json/unexpected-end", this.text.length, this.text.length, { what });
  }

  private fail(code: JsonCode, start: number, end: number, words: Fault["words"] = {}): undefined {
    this.fault = { code, start, end, words };
    return undefined;
  }
}
