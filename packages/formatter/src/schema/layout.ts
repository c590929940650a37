import type { Cursor } from "../cursor.ts";
import { concat, type Document, group, hardLine, ifBroken, line, list, nest, softLine } from "../document.ts";
import { blankLine } from "./tokens.ts";

const emptyLine = concat(hardLine, blankLine, hardLine);

/** The layout of all declarations from the cursor up to a token, each from a line of its own on. */
export function declarations(cursor: Cursor, indent: number, end: "" | "}"): Document {
  const parts: Document[] = [];
  let tallBefore = false;
  while (cursor.text !== end) {
    const comments = cursor.takeLeading();
    const { layout, tall } = annotated(cursor, () => declaration(cursor, indent));
    // What takes several lines anyway is set apart by blank lines; the others keep those that they have.
    if (parts.length > 0) parts.push(tall || tallBefore ? emptyLine : hardLine);
    parts.push(comments, layout);
    tallBefore = tall;
  }
  return list(parts);
}

interface Declaration {
  readonly layout: Document;
  /** Whether it is sure to take several lines. */
  readonly tall: boolean;
}

/** What is annotated, below its annotations, each on its line. */
function annotated(cursor: Cursor, body: () => Declaration): Declaration {
  const annotations: Document[] = [];
  while (cursor.text === "@") annotations.push(annotation(cursor), hardLine);
  const { layout, tall } = body();
  return { layout: concat(list(annotations), layout), tall: tall || annotations.length > 0 };
}

function annotation(cursor: Cursor): Document {
  const name = concat(cursor.take(), cursor.take());
  return cursor.text === "(" ? concat(name, cursor.take(), cursor.take(), cursor.take()) : name;
}

function declaration(cursor: Cursor, indent: number): Declaration {
  switch (cursor.text) {
    case "namespace":
      return namespace(cursor, indent);
    case "entity":
      return entity(cursor, indent);
    case "action":
      return action(cursor, indent);
    default: {
      const head = concat(cursor.take(" "), cursor.take(" "), cursor.take(" "));
      const tall = isFilledRecord(cursor);
      return { layout: concat(head, type(cursor, indent, "broken"), cursor.take()), tall };
    }
  }
}

function namespace(cursor: Cursor, indent: number): Declaration {
  const head = concat(cursor.take(" "), path(cursor), " ");
  const open = cursor.take();
  const body = concat(declarations(cursor, indent, "}"), cursor.takeLeading());
  if (body === "") return { layout: concat(head, open, cursor.take()), tall: true };
  return { layout: concat(head, open, nest(indent, concat(hardLine, body)), hardLine, cursor.take()), tall: true };
}

function entity(cursor: Cursor, indent: number): Declaration {
  const head = concat(cursor.take(" "), nest(indent, names(cursor)));
  const parts: Document[] = [head];
  if (cursor.text === "enum") parts.push(" ", cursor.take(" "), brackets(cursor, indent));
  if (cursor.text === "in") parts.push(nest(indent, concat(line, cursor.take(" "), pathOrPaths(cursor, indent))));
  const header = group(list(parts));
  const assign = cursor.text === "=" ? concat(" ", cursor.take()) : "";
  const tall = isFilledRecord(cursor);
  const shape = cursor.text === "{" ? concat(" ", record(cursor, indent, "broken")) : "";
  const tags = cursor.text === "tags" ? concat(" ", cursor.take(" "), type(cursor, indent, "fitting")) : "";
  return { layout: concat(header, assign, shape, tags, cursor.take()), tall };
}

function action(cursor: Cursor, indent: number): Declaration {
  const parts: Document[] = [cursor.take(" "), nest(indent, names(cursor))];
  if (cursor.text === "in") parts.push(nest(indent, concat(line, cursor.take(" "), pathOrPaths(cursor, indent))));
  const header = group(list(parts));
  const tall = cursor.text === "appliesTo";
  const applies = tall
    ? concat(
        " ",
        cursor.take(" "),
        braces(cursor, indent, "broken", () => target(cursor, indent)),
      )
    : "";
  const attributes = cursor.text === "attributes" ? concat(" ", cursor.take(" "), cursor.take(), cursor.take()) : "";
  return { layout: concat(header, applies, attributes, cursor.take()), tall };
}

function target(cursor: Cursor, indent: number): Document {
  const isContext = cursor.text === "context";
  const head = concat(cursor.take(), cursor.take(" "));
  return concat(head, isContext ? type(cursor, indent, "fitting") : pathOrPaths(cursor, indent));
}

/** Names, each on its line where they do not fit on one. */
function names(cursor: Cursor): Document {
  const parts: Document[] = [cursor.take()];
  while (cursor.text === ",") parts.push(cursor.take(line), cursor.take());
  return group(list(parts));
}

function pathOrPaths(cursor: Cursor, indent: number): Document {
  return cursor.text === "[" ? brackets(cursor, indent) : path(cursor);
}

/** A list of names or strings in brackets, which can have no comma at its end. */
function brackets(cursor: Cursor, indent: number): Document {
  const open = cursor.take();
  const parts: Document[] = [];
  while (cursor.text !== "]") parts.push(cursor.text === "," ? cursor.take(line) : path(cursor));
  const body = concat(list(parts), cursor.takeLeading());
  const inside = body === "" ? "" : concat(nest(indent, concat(softLine, body)), softLine);
  return group(concat(open, inside, cursor.take()));
}

/** A name with its namespaces, an action with its type, or a string. */
function path(cursor: Cursor): Document {
  const parts: Document[] = [cursor.take()];
  while (cursor.text === "::") parts.push(cursor.take(), cursor.take());
  return list(parts);
}

/** Whether a list in braces takes a line for each item however short it is, or only where it does not fit. */
type Breaking = "broken" | "fitting";

function type(cursor: Cursor, indent: number, breaking: Breaking): Document {
  if (cursor.text === "{") return record(cursor, indent, breaking);
  if (cursor.text !== "Set" || cursor.following !== "<") return path(cursor);
  return concat(cursor.take(), cursor.take(), type(cursor, indent, "fitting"), cursor.take());
}

function isFilledRecord(cursor: Cursor): boolean {
  return cursor.text === "{" && cursor.following !== "}";
}

function record(cursor: Cursor, indent: number, breaking: Breaking): Document {
  return braces(cursor, indent, breaking, () => annotated(cursor, () => attribute(cursor, indent)).layout);
}

function attribute(cursor: Cursor, indent: number): Declaration {
  const name = cursor.take();
  const optional = cursor.text === "?" ? cursor.take() : "";
  return { layout: concat(name, optional, cursor.take(" "), type(cursor, indent, "fitting")), tall: false };
}

/** A list in braces whose every item has a comma behind it. */
function braces(cursor: Cursor, indent: number, breaking: Breaking, item: () => Document): Document {
  const open = cursor.take();
  const parts: Document[] = [];
  while (cursor.text !== "}") {
    parts.push(item());
    if (cursor.following !== "}") parts.push(cursor.take(line));
    else {
      const [before, comma, after] = cursor.takeParts();
      parts.push(before, ifBroken(comma), after);
    }
  }
  const separator = breaking === "broken" && parts.length > 0 ? hardLine : line;
  const body = concat(list(parts), cursor.takeLeading());
  const inside = body === "" ? "" : concat(nest(indent, concat(separator, body)), separator);
  return group(concat(open, inside, cursor.take()));
}
