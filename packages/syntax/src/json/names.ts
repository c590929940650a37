import { quote } from "@deodar/diagnostics";
import { isName, isWord } from "../names.ts";
import type { Faults } from "./faults.ts";
import type { Place } from "./place.ts";

/**
 * Checks that the entity type of an `is` is a name in its normal form and gives it back; else a fault.
 * RFC 9: https://github.com/cedar-policy/rfcs/blob/main/text/0009-disallow-whitespace-in-entityuid.md
 */
export function checkEntityType(type: string, place: Place, faults: Faults): string {
  const reason = nameFault(type);
  if (reason !== undefined) {
    faults.meaningless(
      "policy-json/invalid-name",
      place,
      { what: "invalid entity type", reason: reason.text },
      reason.normal === undefined ? undefined : `the normalized form is \`${reason.normal}\``,
    );
  }
  return type;
}

/** Checks the type of an entity reference; else a fault that shows the whole reference. */
export function checkReference(type: string, id: string, place: Place, faults: Faults): void {
  const reason = nameFault(type);
  if (reason === undefined) return;
  const shown = `{\n  "type": ${JSON.stringify(type)},\n  "id": ${JSON.stringify(id)}\n}`;
  faults.meaningless(
    "policy-json/invalid-name",
    place,
    { what: `failed to parse escape \`__entity\`: ${shown}, errors`, reason: reason.text },
    'an __entity escape should have a value like `{ "type": "SomeType", "id": "SomeId" }`',
  );
}

/** Checks the function of an `__extn` escape. */
export function checkFunctionName(name: string, place: Place, faults: Faults): void {
  const reason = nameFault(name);
  if (reason === undefined) return;
  faults.meaningless(
    "policy-json/invalid-name",
    place,
    { what: `failed to parse escape \`__extn\`: ${name}, errors`, reason: reason.text },
    'an __extn escape should have a value like `{ "fn": "SomeFn", "arg": "SomeArg" }`',
  );
}

/** Checks the key of an annotation: any word, reserved ones too. */
export function checkAnnotationKey(key: string, place: Place, faults: Faults): void {
  if (isWord(key)) return;
  const normal = key.trim();
  const reason = isWord(normal) ? notNormal("AnyId", key) : notWellFormed(key);
  faults.misshapen("policy-json/invalid-annotation-key", place, { key, reason });
}

interface NameFault {
  readonly text: string;
  /** The name that was meant, if only blanks are wrong. */
  readonly normal?: string;
}

function nameFault(text: string): NameFault | undefined {
  if (isName(text)) return undefined;
  const parts = text.split("::").map((part) => part.trim());
  const normal = parts.join("::");
  if (isName(normal)) return { text: notNormal("Name", text), normal };
  return parts.every(isWord) && parts.includes("__cedar")
    ? { text: `The name \`${normal}\` contains \`__cedar\`, which is reserved` }
    : { text: notWellFormed(text) };
}

function notNormal(what: string, text: string): string {
  return `\`${what}\` needs to be normalized (e.g., whitespace removed): ${text}`;
}

function notWellFormed(text: string): string {
  return text === "" ? "unexpected end of input" : `${quote(text)} is not a name`;
}
