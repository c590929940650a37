import { compareStrings, quote } from "@deodar/diagnostics";
import { isIdentifier } from "@deodar/syntax/lexical";
import type { RecordType, SchemaAnnotation, SchemaType } from "../ast.ts";
import { byName } from "../json/by-name.ts";

/**
 * A type as text; lines after the first begin with `indent`. Built-in types have their full names, which nothing can
 * shadow.
 */
export function printType(type: SchemaType, indent: string): string {
  switch (type.kind) {
    case "boolean":
      return "__cedar::Bool";
    case "long":
      return "__cedar::Long";
    case "string":
      return "__cedar::String";
    case "extension":
      return `__cedar::${type.name}`;
    case "entity":
    case "entityOrCommon":
    case "common":
      return type.name;
    case "set":
      return `Set<${printType(type.element, indent)}>`;
    case "record":
      return printRecord(type, indent);
  }
}

function printRecord({ attributes }: RecordType, indent: string): string {
  if (attributes.length === 0) return `{${indent}}`;
  const inner = `${indent}  `;
  const lines = byName(attributes).map(({ name, required, type, annotations }) => {
    const key = isIdentifier(name) ? name : quote(name);
    return `${printAnnotations(annotations, inner)}${inner}${key}${required ? "" : "?"}: ${printType(type, inner)}`;
  });
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

/** Annotations, each on a line of its own. */
export function printAnnotations(annotations: readonly SchemaAnnotation[], indent: string): string {
  return [...annotations]
    .sort((a, b) => compareStrings(a.key, b.key))
    .map(({ key, value }) => `${indent}@${key}${value === null ? "" : `(${quote(value)})`}\n`)
    .join("");
}
