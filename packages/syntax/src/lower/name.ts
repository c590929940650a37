import type { Span } from "@deodar/diagnostics";
import type { Variable } from "../ast.ts";
import type { CstName, Word } from "../cst.ts";
import { isReserved } from "../names.ts";
import { type Lowering, refuse } from "./lowering.ts";

/** The words that the grammar gives a meaning of their own; `__cedar` is reserved too, but told of differently. */
export function isKeyword(text: string): boolean {
  return isReserved(text) && text !== "__cedar";
}

/** An identifier that is not reserved: an attribute, a method, a part of a path after `has`. */
export function lowerIdentifier(lowering: Lowering, word: Word): string | undefined {
  const { text } = word;
  if (isKeyword(text)) return refuse(lowering, "syntax/reserved-identifier", word, { identifier: text });
  if (text === "__cedar") return refuse(lowering, "syntax/reserved-name", word, { name: text });
  return text;
}

/** A name in its normal form: the identifiers joined by `::`. */
export function lowerPath(lowering: Lowering, path: readonly [Word, ...Word[]]): string | undefined {
  if (path.length === 1) return lowerIdentifier(lowering, path[0]);
  const last = path.at(-1) as Word;
  // The reference looks at the last identifier first.
  const keywords = [last, ...path.slice(0, -1)].filter(({ text }) => isKeyword(text));
  if (keywords.length > 0) {
    for (const word of keywords) refuse(lowering, "syntax/reserved-identifier", word, { identifier: word.text });
    return undefined;
  }
  const name = pathText(path);
  if (path.some(({ text }) => text === "__cedar")) {
    const span: Span = { start: path[0].start, end: last.end };
    return refuse(lowering, "syntax/reserved-name", span, { name });
  }
  return name;
}

/** The identifiers joined by `::`, reserved or not. */
export function pathText(path: readonly Word[]): string {
  return path.map(({ text }) => text).join("::");
}

/** The variable that this name is, if it is one. */
export function variableOf(name: CstName): Variable["name"] | undefined {
  if (name.path.length > 1) return undefined;
  const { text } = name.path[0];
  return text === "principal" || text === "action" || text === "resource" || text === "context" ? text : undefined;
}
