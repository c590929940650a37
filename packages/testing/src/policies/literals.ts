import type { Type } from "@deodar/schema";
import type { Expression } from "@deodar/syntax";
import { constructorOf } from "../data/generate-value.ts";
import { drawLong } from "../ground/pools.ts";
import { type Constructor, drawExtensionText, drawMalformedText } from "../texts/extension-texts.ts";
import { booleanLiteral, call, longLiteral, recordOf, setOf, stringLiteral } from "./tree.ts";
import type { Writer } from "./writer.ts";

/** A literal of the type; sets and records are made of leaves. */
export function drawLiteral(writer: Writer, type: Type): Expression {
  const { choices, ground } = writer;
  switch (type.kind) {
    case "boolean":
      return booleanLiteral(choices.below(2) === 1);
    case "long":
      return longLiteral(drawLong(choices, ground.pools));
    case "string":
      return stringLiteral(choices.pick(ground.pools.strings));
    case "entity":
      return writer.entity(type.name);
    case "extension":
      return drawConstructor(writer, constructorOf(type.name));
    case "set": {
      const { element } = type;
      // Strict validation refuses empty sets.
      const least = choices.chance(4) ? 0 : 1;
      return setOf(choices.list(least, 3, () => writer.leaf(element)));
    }
    case "record":
      return drawRecord(writer, type, (part) => writer.leaf(part));
  }
}

/** A record of the type; optional attributes are missing half of the time. */
export function drawRecord(
  { choices, sloppy }: Writer,
  { attributes }: Extract<Type, { kind: "record" }>,
  part: (type: Type) => Expression,
): Expression {
  const entries: [string, Expression][] = [];
  for (const [name, { type, required }] of attributes) {
    if (required || choices.chance(50)) entries.push([name, part(type)]);
  }
  if (sloppy && choices.chance(5) && !attributes.has("extra")) entries.push(["extra", booleanLiteral(true)]);
  return recordOf(entries);
}

/** `ip("…")` and the like: now and then of a text that fails, or, where mistakes are wanted, of no literal at all. */
export function drawConstructor(writer: Writer, name: Constructor): Expression {
  const { choices } = writer;
  const roll = choices.below(100);
  if (roll < 93 || (!writer.sloppy && roll < 97)) return call(name, stringLiteral(drawExtensionText(choices, name)));
  if (roll < 97) return call(name, writer.leaf({ kind: "string" }));
  if (roll < 99 || !writer.sloppy) return call(name, stringLiteral(drawMalformedText(choices, name)));
  return call(name, ...choices.list(0, 2, () => writer.leaf(writer.anyType())));
}
