/**
 * A layout with choices, after Wadler's "A prettier printer": text, line breaks that a group may flatten, and indents.
 *
 * The algebra and its renderer give the same lines as the `pretty` crate that Cedar's own formatter uses, down to the
 * indent of a forced line break, which is the indent of whatever comes next. For that, `""` is the only empty
 * document: build lists with {@link concat}, which leaves empty parts out.
 */
export type Document = string | readonly Document[] | Line | Group | Nest | Broken;

/** A line break; inside a group that fits on one line it is `flat` instead, unless it is `forced`. */
interface Line {
  readonly kind: "line";
  readonly flat: "" | " ";
  readonly forced: boolean;
}

interface Group {
  readonly kind: "group";
  readonly body: Document;
}

interface Nest {
  readonly kind: "nest";
  readonly by: number;
  readonly body: Document;
}

/** Text that only stands where the group around it does not fit on one line. */
interface Broken {
  readonly kind: "broken";
  readonly text: string;
}

/** A space, or a line break where the group around it does not fit. */
export const line: Document = { kind: "line", flat: " ", forced: false };

/** Nothing, or a line break where the group around it does not fit. */
export const softLine: Document = { kind: "line", flat: "", forced: false };

/** A line break that no group flattens; a group that holds one never fits. */
export const hardLine: Document = { kind: "line", flat: "", forced: true };

/** The parts one after another. */
export function concat(...parts: readonly Document[]): Document {
  return list(parts);
}

/** Like {@link concat}, for any number of parts. */
export function list(parts: readonly Document[]): Document {
  const filled = parts.filter((part) => part !== "");
  return filled.length > 1 ? filled : (filled[0] ?? "");
}

/** Lays `body` out on one line if it fits. */
export function group(body: Document): Document {
  return isText(body) ? body : { kind: "group", body };
}

/** Without a line break in it there is nothing to decide: most groups are around a single token. */
function isText(document: Document): boolean {
  if (typeof document === "string") return true;
  return "kind" in document ? false : document.every((part) => typeof part === "string");
}

/** Indents the line breaks within `body` by so many columns more. */
export function nest(by: number, body: Document): Document {
  return body === "" ? "" : { kind: "nest", by, body };
}

/** The items with `separator` between them. */
export function join(items: readonly Document[], separator: Document): Document {
  return list(items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

/** Text for where the group around it does not fit on one line, such as a comma behind the last item. */
export function ifBroken(text: string): Document {
  return { kind: "broken", text };
}
