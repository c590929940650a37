import type { Type } from "@deodar/schema";
import type { Expression } from "@deodar/syntax";
import { drawLiteral, drawRecord } from "./literals.ts";
import { attribute, call, longLiteral, negate, product, recordOf, setOf, stringLiteral, sum } from "./tree.ts";
import { datetimeType, durationType, longType } from "./types.ts";
import type { Writer } from "./writer.ts";

/** An expression of the type that is made of others, if there are such. */
export function drawComposite(writer: Writer, type: Exclude<Type, { kind: "boolean" }>, depth: number): Expression {
  const { choices } = writer;
  // A part of a record that is written on the spot.
  if (choices.chance(6)) {
    const entries = new Map([["a", writer.leaf(writer.anyType())]]);
    entries.set("part", writer.expression(type, depth - 1));
    return attribute(recordOf(entries), "part");
  }
  switch (type.kind) {
    case "long":
      return drawLong(writer, depth);
    case "set": {
      const { element } = type;
      return setOf(choices.list(1, 3, () => writer.expression(element, depth - 1)));
    }
    case "record":
      return drawRecord(writer, type, (part) => writer.expression(part, depth - 1));
    case "extension":
      return type.name === "datetime" || type.name === "duration"
        ? drawTime(writer, type.name, depth)
        : drawLiteral(writer, type);
    case "string":
    case "entity":
      return writer.leaf(type);
  }
}

// biome-ignore format: a table reads better packed
const counts: readonly string[] = ["toMilliseconds", "toSeconds", "toMinutes", "toHours", "toDays"];

function drawLong(writer: Writer, depth: number): Expression {
  const { choices } = writer;
  const part = (): Expression => writer.expression(longType, depth - 1);
  switch (choices.below(15)) {
    case 0:
    case 1:
      return sum(part(), "+", part());
    case 2:
    case 3:
      return sum(part(), "-", part());
    case 4:
      return product(part(), part());
    case 5:
      // The one Long that has no opposite.
      return negate(choices.chance(6) ? longLiteral(-9223372036854775808n) : part());
    default:
      return callOf(writer, choices.pick(counts), writer.expression(durationType, depth - 1));
  }
}

function drawTime(writer: Writer, name: "datetime" | "duration", depth: number): Expression {
  const part = (type: Type): Expression => writer.expression(type, depth - 1);
  if (name === "datetime") {
    // The first instant there is has no date.
    const first = call("offset", text("datetime", "1970-01-01"), text("duration", "-9223372036854775808ms"));
    return writer.choices.chance(40)
      ? callOf(writer, "toDate", writer.choices.chance(2) ? first : part(datetimeType))
      : callOf(writer, "offset", part(datetimeType), part(durationType));
  }
  return writer.choices.chance(40)
    ? callOf(writer, "toTime", part(datetimeType))
    : callOf(writer, "durationSince", part(datetimeType), part(datetimeType));
}

function text(maker: string, given: string): Expression {
  return call(maker, stringLiteral(given));
}

/** A call of a method; where mistakes are wanted, at times with an argument too many or too few. */
export function callOf(writer: Writer, name: string, ...given: readonly Expression[]): Expression {
  if (!writer.sloppy || !writer.choices.chance(6)) return call(name, ...given);
  const [receiver] = given as [Expression, ...Expression[]];
  return given.length > 1 ? call(name, receiver) : call(name, receiver, writer.leaf(writer.anyType()));
}
