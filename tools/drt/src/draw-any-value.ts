import {
  datetimeOf,
  durationOf,
  type ExtensionValue,
  entityUid,
  isFault,
  longFromBigInt,
  parseDatetime,
  parseDecimal,
  parseDuration,
  parseIp,
  recordOf,
  setOf,
  type Value,
} from "@deodar/core";
import { type Choices, type Constructor, drawExtensionText, drawPools, drawString } from "@deodar/testing";

/** Types that differ in the name, in a namespace, or in the number of namespaces. */
const types = ["User", "A::User", "B::User", "A::B::User", "A::Group", "Group", "user", "_x1"] as const;

/** A value of any type, without regard to a schema. */
export function drawAnyValue(choices: Choices, depth: number): Value {
  switch (choices.below(depth > 0 ? 9 : 7)) {
    case 0:
      return choices.below(2) === 1;
    case 1:
      return drawAnyLong(choices);
    case 2:
      return drawString(choices);
    case 3:
      return entityUid(choices.pick(types), drawString(choices));
    case 4:
      return choices.chance(50) ? datetimeOf(drawAnyLong(choices)) : durationOf(drawAnyLong(choices));
    case 5:
    case 6:
      return drawExtensionValue(choices, choices.pick(["decimal", "ip", "datetime", "duration"]));
    case 7:
      return setOf(choices.list(0, 5, () => drawAnyValue(choices, depth - 1)));
    default:
      return recordOf(choices.list(0, 4, () => [drawString(choices), drawAnyValue(choices, depth - 1)] as const));
  }
}

/** A Long near one of the edges, or a small one. */
export function drawAnyLong(choices: Choices): number | bigint {
  const edge = BigInt(choices.pick(drawPools(choices).longs));
  return longFromBigInt(edge + BigInt(choices.below(5) - 2)) ?? 0;
}

/** An extension value that was written. */
export function drawExtensionValue(choices: Choices, maker: Constructor): ExtensionValue {
  const text = drawExtensionText(choices, maker);
  const read = { decimal: parseDecimal, ip: parseIp, datetime: parseDatetime, duration: parseDuration }[maker];
  const value = read(text);
  if (isFault(value)) throw new Error(`${maker}(${text}) is refused: ${value.message}`);
  return value;
}
