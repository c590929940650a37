import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonValue, parseJson } from "../../src/index.ts";
import type { CorpusRequest } from "./read-corpus.ts";

const home = join(import.meta.dirname, "../../../../../shared/conformance");

/** One of Cedar's hand-written tests, with the texts that it names. */
export interface HandWrittenCase {
  readonly name: string;
  readonly policies: string;
  readonly schema: string;
  readonly entities: JsonValue;
  readonly shouldValidate: boolean;
  readonly requests: readonly CorpusRequest[];
}

/** The hand-written tests, in the order of their names. */
export function readHandWritten(): readonly HandWrittenCase[] {
  const read = (path: string): string => readFileSync(join(home, path), "utf8");
  return readdirSync(join(home, "tests"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .sort()
    .map((path) => {
      const file = parseJson(read(join("tests", path))) as unknown as {
        readonly [part in "policies" | "schema" | "entities"]: string;
      } & { readonly shouldValidate: boolean; readonly requests: readonly CorpusRequest[] };
      return {
        name: path,
        policies: read(file.policies),
        schema: read(file.schema),
        entities: parseJson(read(file.entities)),
        shouldValidate: file.shouldValidate,
        requests: file.requests,
      };
    });
}
