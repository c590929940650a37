import type { SchemaAnnotation } from "../ast.ts";
import type { Annotations } from "../model.ts";

const none: Annotations = new Map();

/** The annotations of a declaration by key. */
export function annotationsOf({ annotations }: { readonly annotations: readonly SchemaAnnotation[] }): Annotations {
  return annotations.length === 0 ? none : new Map(annotations.map(({ key, value }) => [key, value ?? ""]));
}
