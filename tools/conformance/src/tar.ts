import { gunzipSync } from "node:zlib";

const block = 512;

/** The regular files of a gzipped tar archive, by their path; understands ustar prefixes and GNU and pax long names. */
export function readTarGz(archive: Uint8Array): ReadonlyMap<string, string> {
  const bytes = gunzipSync(archive);
  const files = new Map<string, string>();
  let longName: string | undefined;
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0; ) {
    const field = (start: number, length: number): string =>
      bytes.toString("utf8", at + start, at + start + length).split("\0", 1)[0] ?? "";
    const size = Number.parseInt(field(124, 12).trim() || "0", 8);
    const kind = field(156, 1);
    const body = (): string => bytes.toString("utf8", at + block, at + block + size);
    if (kind === "L") longName = body().split("\0", 1)[0];
    else if (kind === "x") longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(body())?.[1] ?? longName;
    else {
      const prefix = field(257, 5) === "ustar" ? field(345, 155) : "";
      const name = longName ?? (prefix === "" ? field(0, 100) : `${prefix}/${field(0, 100)}`);
      longName = undefined;
      if (kind === "0" || kind === "") files.set(name, body());
    }
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}
