import { readFile } from "node:fs/promises";
import type { Io } from "./io.ts";

/** The terminal and the file system of this process. */
export function nodeIo(): Io {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    readFile: async (path) => decode(await readFile(path)),
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return decode(Buffer.concat(chunks));
    },
    outColor: wantsColor(process.stdout),
    errColor: wantsColor(process.stderr),
  };
}

/** Bytes that are not UTF-8 are refused: replacing them could make two different ids the same. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Colour for terminals unless NO_COLOR is set to something (https://no-color.org). */
function wantsColor(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && (process.env["NO_COLOR"] ?? "") === "";
}
