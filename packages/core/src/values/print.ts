import { quote } from "@deodar/diagnostics";
import type { ExtensionCall } from "../extensions/call.ts";
import { isBareKey } from "../text/identifier.ts";
import type { EntityUid } from "./entity-uid.ts";
import { type ExtensionValue, type FlatValue, isNested, type NestedValue, type Value } from "./value.ts";

/**
 * The value as Cedar source text that evaluates to it. Equal sets and records are printed alike: elements in the order
 * of `compareValues`, keys in that of code points. Extension values are printed as they were made.
 * No stack is used for depth.
 */
export function printValue(value: Value): string {
  return isNested(value) ? printNested(value, Number.POSITIVE_INFINITY, quote) : printFlat(value);
}

/**
 * The value as Cedar's reference shows it in messages. Differs from {@link printValue} in that keys of records are
 * quoted but not escaped, and that of each set or record at most `limit` elements are shown, followed by `.. `.
 */
export function displayValue(value: Value, limit: number = Number.POSITIVE_INFINITY): string {
  return isNested(value) ? printNested(value, limit, (key) => `"${key}"`) : printFlat(value);
}

/** The uid as Cedar source text: `Photos::Album::"holiday"`. */
export function printUid(uid: EntityUid): string {
  return `${uid.type}::${quote(uid.id)}`;
}

/** A set or record that is being printed, and how far. */
interface Frame {
  readonly value: NestedValue;
  readonly items: readonly (Value | string)[];
  readonly shown: number;
  index: number;
}

function printNested(value: NestedValue, limit: number, quoteKey: (key: string) => string): string {
  const parts = [opening(value)];
  const frames = [frameOf(value, limit)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { value: outer, items, shown, index } = frame;
    if (index > 0 && index < items.length) parts.push(", ");
    if (index === shown) {
      parts.push(shown < items.length ? ".. " : "", outer.kind === "set" ? "]" : "}");
      frames.pop();
      continue;
    }
    frame.index += 1;
    let item = items[index] as Value;
    if (outer.kind === "record") {
      const key = items[index] as string;
      parts.push(isBareKey(key) ? key : quoteKey(key), ": ");
      item = outer.entries.get(key) as Value;
    }
    if (isNested(item)) {
      parts.push(opening(item));
      frames.push(frameOf(item, limit));
    } else {
      parts.push(printFlat(item));
    }
  }
  return parts.join("");
}

function frameOf(value: NestedValue, limit: number): Frame {
  const items = value.kind === "set" ? value.sorted() : value.sortedKeys();
  return { value, items, shown: Math.min(items.length, limit), index: 0 };
}

function opening(value: NestedValue): string {
  return value.kind === "set" ? "[" : "{";
}

function printFlat(value: FlatValue): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object") return String(value);
  return value.kind === "entity" ? printUid(value) : printCall(value.source);
}

/** A method call if the first argument is an extension value, else a function call. */
function printCall(call: ExtensionCall): string {
  const [first, ...rest] = call.args;
  if (first === undefined || typeof first === "string") return `${call.fn}(${call.args.map(printArgument).join(", ")})`;
  return `${printArgument(first)}.${call.fn}(${rest.map(printArgument).join(", ")})`;
}

function printArgument(argument: string | ExtensionValue): string {
  return typeof argument === "string" ? quote(argument) : printCall(argument.source);
}
