import { isReserved, unescapeString } from "@deodar/syntax/lexical";
import type { SchemaAnnotation } from "../ast.ts";
import type { CstAnnotation, CstName, CstString, CstWord } from "../cst.ts";
import { schemaFault } from "../faults/catalogue.ts";
import { type Lowering, refuseWord, spanOf, untold } from "./lowering.ts";

/** An identifier. `__cedar` is one here; where it must not stand, that is told of later. */
export function lowerWord(lowering: Lowering, word: CstWord): string {
  if (isReserved(word.text) && word.text !== "__cedar") refuseWord(lowering, word);
  return word.text;
}

/** A name in its normal form: the identifiers joined by `::`. */
export function lowerPath(lowering: Lowering, words: readonly CstWord[]): string {
  let name = "";
  for (const word of words) name += name === "" ? lowerWord(lowering, word) : `::${lowerWord(lowering, word)}`;
  return name;
}

/** What a raw string stands for. */
export function lowerString(lowering: Lowering, node: CstString): string {
  const { pieces, faults } = unescapeString(node.raw);
  if (faults.length > 0) {
    lowering.syntax.push({ time: node.start, fault: schemaFault("schema/invalid-escape", [node]) });
  }
  return pieces[0];
}

/** An identifier or a string. */
export function lowerName(lowering: Lowering, name: CstName): string {
  return name.kind === "word" ? lowerWord(lowering, name) : lowerString(lowering, name);
}

/** Annotations have unique keys; `end` is the end of what is annotated, up to where the reference does not look at that. */
export function lowerAnnotations(
  lowering: Lowering,
  annotations: readonly CstAnnotation[],
  end: number,
): readonly SchemaAnnotation[] {
  const known = new Map<string, CstAnnotation>();
  let time = end;
  return annotations.map((annotation) => {
    const { key } = annotation;
    const first = known.get(key.text);
    if (first === undefined) known.set(key.text, annotation);
    else {
      const fault = schemaFault("schema/duplicate-annotation", [first.key, key], { key: key.text });
      lowering.syntax.push({ time, fault });
      time = untold;
    }
    const value = annotation.value === null ? "" : lowerString(lowering, annotation.value);
    return { kind: "annotation", span: spanOf(annotation), key: key.text, value };
  });
}
