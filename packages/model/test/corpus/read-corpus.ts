import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type JsonValue, parseJson } from "../../src/index.ts";

const archive = join(import.meta.dirname, "../../../../../shared/conformance/corpus-tests.tar.gz");

/** Whether the public conformance data stands beside the repository. */
export const hasCorpus: boolean = existsSync(archive);

/** One of Cedar's generated tests. */
export interface CorpusCase {
  readonly name: string;
  readonly policies: string;
  readonly schema: string;
  readonly entities: JsonValue;
  readonly requests: readonly CorpusRequest[];
}

export interface CorpusRequest {
  readonly [part: string]: JsonValue;
  readonly decision: "allow" | "deny";
  readonly reason: readonly string[];
  readonly errors: readonly string[];
}

/** The tests of the archive, in the order of their names. */
export function* readCorpus(): Generator<CorpusCase> {
  const files = readTar(gunzipSync(readFileSync(archive)));
  for (const name of [...files.keys()].filter((file) => /[0-9a-f]{40}\.json$/.test(file)).sort()) {
    const stem = name.replace(/\.json$/, "");
    const { requests } = parseJson(files.get(name) ?? "") as unknown as { requests: readonly CorpusRequest[] };
    yield {
      name: stem,
      policies: files.get(`${stem}.cedar`) ?? "",
      schema: files.get(`${stem}.cedarschema`) ?? "",
      entities: parseJson(files.get(`${stem}.entities.json`) ?? ""),
      requests,
    };
  }
}

/** The text files of a tar archive by their names. */
function readTar(tar: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = tar.toString("utf8", at, tar.indexOf(0, at)).slice(0, 100);
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8);
    files.set(name, tar.toString("utf8", at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
