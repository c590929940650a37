import type { CheckedType } from "./type.ts";

/** Longer texts end in `…`: a type can be exponentially larger than the schema that declares it. */
export const longestType: number = 20_000;

/** The type as Cedar's reference shows it in messages. */
export function printType(type: CheckedType): string {
  let text = "";
  const todo: (string | CheckedType)[] = [type];
  for (let piece = todo.pop(); piece !== undefined; piece = todo.pop()) {
    if (text.length > longestType) return `${text}…`;
    if (typeof piece === "string") text += piece;
    else if (piece.kind === "set" && piece.element !== undefined) todo.push(">", piece.element, "Set<");
    else if (piece.kind === "record") {
      todo.push("}");
      for (const [name, { type: part, required }] of [...piece.attributes].reverse()) {
        todo.push(",", part, `${name}${required ? "" : "?"}: `);
      }
      todo.push(piece.open === true ? "__cedar::internal::OpenRecord{" : "{");
    } else text += printLeaf(piece);
  }
  return text;
}

function printLeaf(type: Exclude<CheckedType, { kind: "record" }>): string {
  switch (type.kind) {
    case "never":
      return "__cedar::internal::Never";
    case "boolean":
      return "Bool";
    case "true":
      return "__cedar::internal::True";
    case "false":
      return "__cedar::internal::False";
    case "long":
      return "Long";
    case "string":
      return "String";
    case "set":
      return "Set<__cedar::internal::Any>";
    case "anyEntity":
      return "__cedar::internal::AnyEntity";
    case "entity":
      return type.name;
    case "entities":
      return `__cedar::internal::Union<${type.names.join(", ")}>`;
    case "extension":
      return type.name;
  }
}
