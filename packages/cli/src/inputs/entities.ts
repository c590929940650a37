import { Entities } from "@deodar/core";
import type { Io } from "../io.ts";
import { type Loaded, loaded, notLoaded } from "../problem.ts";
import { readText } from "./read-text.ts";

/** The entities of a JSON file. */
export async function loadEntities(io: Io, path: string): Promise<Loaded<Entities>> {
  const source = await readText(io, path, "entities");
  if (!source.ok) return source;
  const read = Entities.fromJson(source.value.text);
  if (read.ok) return loaded(read.value);
  return notLoaded({
    what: `failed to parse entities from file ${path}`,
    diagnostics: read.errors,
    source: source.value,
  });
}
