import type { Document } from "./document.ts";
import { textWidth } from "./text-width.ts";

/** A document yet to be laid out, with its indent, and whether it lies in a group that fits on one line. */
interface Pending {
  readonly indent: number;
  readonly flat: boolean;
  readonly document: Document;
}

/** Lays a document out in lines of at most `width` columns where its choices allow that. */
export function render(document: Document, width: number): string {
  const pending: Pending[] = [{ indent: 0, flat: false, document }];
  let output = "";
  let column = 0;
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const { indent, flat, document } = current;
    if (typeof document === "string") {
      output += document;
      column += textWidth(document);
    } else if (isList(document)) {
      for (let index = document.length - 1; index >= 0; index -= 1) {
        pending.push({ indent, flat, document: document[index] ?? "" });
      }
    } else if (document.kind === "nest") {
      pending.push({ indent: indent + document.by, flat, document: document.body });
    } else if (document.kind === "group") {
      pending.push({ indent, flat: flat || fits(document.body, pending, width - column), document: document.body });
    } else if (document.kind === "broken") {
      if (!flat) {
        output += document.text;
        column += textWidth(document.text);
      }
    } else if (flat && !document.forced) {
      output += document.flat;
      column += document.flat.length;
    } else {
      column = pending.at(-1)?.indent ?? indent;
      output += `\n${" ".repeat(column)}`;
    }
  }
  return output;
}

/** Whether `body` on one line, and what follows it up to the next possible line break, takes at most `room` columns. */
function fits(body: Document, rest: readonly Pending[], room: number): boolean {
  const stack: Document[] = [body];
  let flat = true;
  let next = rest.length;
  let left = room;
  for (;;) {
    let document = stack.pop();
    if (document === undefined) {
      if (next === 0) return true;
      next -= 1;
      flat = false;
      document = rest[next]?.document ?? "";
    }
    if (typeof document === "string") {
      left -= textWidth(document, left);
      if (left < 0) return false;
    } else if (isList(document)) {
      for (let index = document.length - 1; index >= 0; index -= 1) stack.push(document[index] ?? "");
    } else if (document.kind === "broken") {
      if (!flat) left -= textWidth(document.text, left);
    } else if (document.kind !== "line") {
      stack.push(document.body);
    } else if (!flat) {
      return true;
    } else if (document.forced) {
      return false;
    } else {
      left -= document.flat.length;
      if (left < 0) return false;
    }
  }
}

function isList(document: Document): document is readonly Document[] {
  return Array.isArray(document);
}
