import { quote } from "@deodar/diagnostics";
import { isName, isWord } from "../names.ts";
import type { Cursor } from "./cursor.ts";

/**
 * The entity type of an `is`, with a fault if it is no name in its normal form.
 * RFC 9: https://github.com/cedar-policy/rfcs/blob/main/text/0009-disallow-whitespace-in-entityuid.md
 */
export function entityTypeAt(at: Cursor): string {
  const type = at.text();
  const reason = typeof at.json === "string" ? nameFault(type) : undefined;
  if (reason !== undefined) {
    at.meaningless(
      "policy-json/invalid-name",
      { what: "invalid entity type", reason: reason.text },
      reason.normal === undefined ? undefined : `the normalized form is \`${reason.normal}\``,
    );
  }
  return type;
}

/** Checks the type of an entity reference; else a fault that shows the whole reference. */
export function checkReference(type: string, id: string, at: Cursor): void {
  const reason = nameFault(type);
  if (reason === undefined) return;
  const shown = `{\n  "type": ${JSON.stringify(type)},\n  "id": ${JSON.stringify(id)}\n}`;
  at.meaningless(
    "policy-json/invalid-name",
    { what: `failed to parse escape \`__entity\`: ${shown}, errors`, reason: reason.text },
    'an __entity escape should have a value like `{ "type": "SomeType", "id": "SomeId" }`',
  );
}

/** Checks the function of an `__extn` escape. */
export function checkFunctionName(name: string, at: Cursor): void {
  const reason = nameFault(name);
  if (reason === undefined) return;
  at.meaningless(
    "policy-json/invalid-name",
    { what: `failed to parse escape \`__extn\`: ${name}, errors`, reason: reason.text },
    'an __extn escape should have a value like `{ "fn": "SomeFn", "arg": "SomeArg" }`',
  );
}

/** Checks the key of an annotation: any word, reserved ones too. */
export function checkAnnotationKey(key: string, at: Cursor): void {
  if (isWord(key)) return;
  const normal = withoutComments(key).trim();
  const reason = isWord(normal) ? notNormal("AnyId", key) : notWellFormed(key);
  at.misshapen("policy-json/invalid-annotation-key", { key, reason });
}

interface NameFault {
  readonly text: string;
  /** The name that was meant, if only blanks are wrong. */
  readonly normal?: string;
}

function nameFault(text: string): NameFault | undefined {
  if (isName(text)) return undefined;
  const parts = withoutComments(text)
    .split("::")
    .map((part) => part.trim());
  const normal = parts.join("::");
  if (isName(normal)) return { text: notNormal("Name", text), normal };
  return parts.every(isWord) && parts.includes("__cedar")
    ? { text: `The name \`${normal}\` contains \`__cedar\`, which is reserved` }
    : { text: notWellFormed(text) };
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\/[^\n\r]*/g, "");
}

function notNormal(what: string, text: string): string {
  return `\`${what}\` needs to be normalized (e.g., whitespace removed): ${text}`;
}

function notWellFormed(text: string): string {
  return text === "" ? "unexpected end of input" : `${quote(text)} is not a name`;
}
