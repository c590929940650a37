import { isNested, printValue, type Value } from "@deodar/core";
import { type Expression, printExpression } from "@deodar/syntax";

/** Longer texts are cut off to so many UTF-16 units. */
const longestText = 200;

/**
 * So many UTF-16 units are printed for one explanation before the rest is left out. Each expression repeats what its
 * parts hold, so that spelling out all of a long chain would take quadratic time.
 */
const budget = 200_000;

/** Spells out expressions and values, for as long as the budget lasts. */
export class Speller {
  readonly #printed: Map<object, string> = new Map();
  #left = budget;

  /** The expression as Cedar text, or `undefined` once the budget is spent. */
  expression(expression: Expression): string | undefined {
    return this.#left > 0 ? this.#spend(printExpression(expression)) : undefined;
  }

  /** The value as Cedar text; once the budget is spent, sets and records are only hinted at. */
  value(value: Value): string {
    if (typeof value === "string") return printValue(cut(value));
    if (typeof value !== "object") return printValue(value);
    const known = this.#printed.get(value);
    if (known !== undefined) return known;
    if (this.#left <= 0 && isNested(value)) return value.kind === "set" ? "[…]" : "{…}";
    const text = this.#spend(printValue(value));
    this.#printed.set(value, text);
    return text;
  }

  #spend(text: string): string {
    this.#left -= text.length;
    return cut(text);
  }
}

function cut(text: string): string {
  if (text.length <= longestText) return text;
  const last = text.charCodeAt(longestText - 1);
  const splitsPair = last >= 0xd800 && last < 0xdc00;
  return `${text.slice(0, splitsPair ? longestText - 1 : longestText)}…`;
}
