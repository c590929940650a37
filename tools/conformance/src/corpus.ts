import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unwrap } from "@deodar/diagnostics";
import { parseJson } from "@deodar/json";
import { sharedConformance } from "./paths.ts";
import { readTarGz } from "./tar.ts";

/** A request of the public tests and the answer it must get; sets of policy ids are sorted. */
export interface ExpectedRequest {
  readonly description: string;
  readonly principal: { readonly type: string; readonly id: string };
  readonly action: { readonly type: string; readonly id: string };
  readonly resource: { readonly type: string; readonly id: string };
  readonly context: { readonly [key: string]: unknown };
  readonly validateRequest?: boolean;
  readonly decision: "allow" | "deny";
  readonly reason: readonly string[];
  readonly errors: readonly string[];
}

/** One test: the texts it names, and its requests. */
export interface CorpusCase {
  readonly name: string;
  readonly policies: string;
  readonly entities: string;
  readonly schema: string;
  readonly requests: readonly ExpectedRequest[];
}

interface CaseFile {
  readonly policies: string;
  readonly entities: string;
  readonly schema: string;
  readonly requests: readonly ExpectedRequest[];
}

/** The generated tests, read from the archive in memory. */
export function generatedCases(): CorpusCase[] {
  const files = readTarGz(readFileSync(join(sharedConformance, "corpus-tests.tar.gz")));
  const read = (path: string): string => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`${path} is not in the archive`);
    return text;
  };
  return [...files.keys()]
    .filter((path) => path.endsWith(".json") && !path.endsWith(".entities.json"))
    .sort()
    .map((path) => readCase(path, read));
}

/** The hand-written tests. */
export function handWrittenCases(): CorpusCase[] {
  const read = (path: string): string => readFileSync(join(sharedConformance, path), "utf8");
  return readdirSync(join(sharedConformance, "tests"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .sort()
    .map((path) => readCase(`tests/${path}`, read));
}

/** Test files go through our own JSON reader: it keeps every 64-bit integer exact, which `JSON.parse` does not. */
function readCase(path: string, read: (path: string) => string): CorpusCase {
  const file = unwrap(parseJson(read(path))) as unknown as CaseFile;
  return {
    name: path.replace(/\.json$/, ""),
    policies: read(file.policies),
    entities: read(file.entities),
    schema: read(file.schema),
    requests: file.requests,
  };
}
