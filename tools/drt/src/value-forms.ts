import type { Value } from "@deodar/core";
import type { ModelValue } from "@deodar/model";

/** Whether the engine's value is the model's. */
export function sameValue(ours: Value, theirs: ModelValue): boolean {
  if (typeof ours !== "object") {
    return typeof ours === "number" || typeof ours === "bigint" ? BigInt(ours) === theirs : ours === theirs;
  }
  if (typeof theirs !== "object" || ours.kind !== theirs.kind) return false;
  switch (ours.kind) {
    case "entity":
      return theirs.kind === "entity" && ours.type === theirs.type && ours.id === theirs.id;
    case "set":
      return theirs.kind === "set" && sameElements(ours.elements, theirs.elements);
    case "record": {
      if (theirs.kind !== "record" || ours.entries.size !== theirs.entries.size) return false;
      for (const [key, value] of ours.entries) {
        const other = theirs.entries.get(key);
        if (other === undefined || !sameValue(value, other)) return false;
      }
      return true;
    }
    case "decimal":
      return theirs.kind === "decimal" && BigInt(ours.value) === theirs.value;
    case "datetime":
    case "duration":
      return theirs.kind === ours.kind && "value" in theirs && BigInt(ours.milliseconds) === theirs.value;
    case "ip": {
      if (theirs.kind !== "ip") return false;
      const address = ours.words.reduce((sum, word) => (sum << 32n) + BigInt(word), 0n);
      return (
        ours.words.length === (theirs.version === 4 ? 1 : 4) &&
        address === theirs.address &&
        ours.prefix === theirs.prefix
      );
    }
  }
}

function sameElements(ours: readonly Value[], theirs: readonly ModelValue[]): boolean {
  return ours.length === theirs.length && ours.every((element) => theirs.some((other) => sameValue(element, other)));
}

/** The model's value for people. */
export function showModelValue(value: ModelValue): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    return part instanceof Map ? [...part] : part;
  });
}
