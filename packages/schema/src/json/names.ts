import { isIdentifier, isName, isReserved, isWord, readToken, type Token } from "@deodar/syntax/lexical";
import type { Faults } from "./faults.ts";
import type { Place } from "./place.ts";

/** A name that may have a namespace, and what for, in words of the reference. */
export type NameKind = "name" | "namespace" | "entity type" | "entity or common type" | "common type";

/**
 * Checks a name. Names have their normal form in JSON, without blanks; `__cedar` may be a part of all but namespaces.
 *
 * RFC 9: https://github.com/cedar-policy/rfcs/blob/main/text/0009-disallow-whitespace-in-entityuid.md
 */
export function checkName(name: string, what: NameKind, place: Place, faults: Faults): void {
  if (isName(name)) return;
  let reason = parsePath(name);
  if (reason === undefined) {
    const normal = normalForm(name);
    if (what === "namespace" && normal.split("::").includes("__cedar")) {
      reason = `The name \`${normal}\` contains \`__cedar\`, which is reserved`;
    } else if (normal !== name) reason = notNormal(what === "namespace" ? "Name" : "internal name", name);
    else return;
  }
  faults.add("schema-json/invalid-name", place, { what, name, reason });
}

/** Checks the name of a declaration, which has no namespace. */
export function checkDeclared(name: string, place: Place, faults: Faults): void {
  if (isIdentifier(name)) return;
  const reason = parseIdentifier(name, "Id");
  if (reason !== undefined) faults.add("schema-json/invalid-name", place, { what: "id", name, reason });
  else faults.add("schema-json/reserved-name", place, { name });
}

/** Checks the name of an extension type, which has no namespace either. */
export function checkExtension(name: string, place: Place, faults: Faults): void {
  if (isIdentifier(name)) return;
  const reason = parseIdentifier(name, "Unreserved Id") ?? "The name `__cedar` contains `__cedar`, which is reserved";
  faults.add("schema-json/invalid-name", place, { what: "extension type", name, reason });
}

/** Checks the key of an annotation: any word, reserved ones too. */
export function checkAnnotationKey(name: string, place: Place, faults: Faults): void {
  if (isWord(name)) return;
  const reason = parseIdentifier(name, "AnyId") ?? "";
  faults.add("schema-json/invalid-name", place, { what: "id", name, reason });
}

function notNormal(kind: string, name: string): string {
  return `\`${kind}\` needs to be normalized (e.g., whitespace removed): ${name}`;
}

/** What the parser of the reference says of a text that should be one identifier; `undefined` if it is `__cedar`. */
function parseIdentifier(text: string, kind: "Id" | "Unreserved Id" | "AnyId"): string | undefined {
  const word = readToken(text, 0);
  if (!isWordToken(text, word)) return unexpected(text, word);
  const after = readToken(text, word.end);
  if (after.kind !== "EOF") return unexpected(text, after);
  const identifier = text.substring(word.start, word.end);
  if (kind !== "AnyId" && isReserved(identifier) && identifier !== "__cedar") return reserved(identifier);
  if (kind === "Unreserved Id" && identifier === "__cedar") return undefined;
  return identifier === text ? undefined : notNormal(kind, text);
}

/** What the parser of the reference says of a text that should be a name; `undefined` if it is one, normal or not. */
function parsePath(text: string): string | undefined {
  const words: string[] = [];
  for (let token = readToken(text, 0); ; token = readToken(text, token.end)) {
    if (!isWordToken(text, token)) return unexpected(text, token);
    words.push(text.substring(token.start, token.end));
    token = readToken(text, token.end);
    // By themselves these three words begin an expression.
    const special = words.length === 1 && ["true", "false", "if"].includes(words[0] ?? "");
    if (token.kind === "EOF" && !special) break;
    if (token.kind !== '"::"') return unexpected(text, token);
  }
  const bad = [words.at(-1) as string, ...words].find((word) => isReserved(word) && word !== "__cedar");
  return bad === undefined ? undefined : reserved(bad);
}

function normalForm(text: string): string {
  const words: string[] = [];
  for (let token = readToken(text, 0); token.kind !== "EOF"; token = readToken(text, token.end)) {
    words.push(text.substring(token.start, token.end));
  }
  return words.join("");
}

function isWordToken(text: string, { start, end }: Token): boolean {
  return isWord(text.substring(start, end));
}

function reserved(word: string): string {
  return `this identifier is reserved and cannot be used: ${word}`;
}

function unexpected(text: string, { kind, start, end }: Token): string {
  if (kind === undefined) return "invalid token";
  return kind === "EOF" ? "unexpected end of input" : `unexpected token \`${text.substring(start, end)}\``;
}
