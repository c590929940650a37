import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The folder of this package, found from wherever the running code was bundled to. */
export const home: string = findHome(import.meta.dirname);

/** The public conformance data, which stands beside the repository; absent in a plain checkout. */
export const sharedConformance: string = resolve(home, "..", "..", "..", "shared", "conformance");

/** Whether the public conformance data can be read. */
export const hasSharedConformance: boolean = existsSync(join(sharedConformance, "corpus-tests.tar.gz"));

function findHome(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && readFileSync(manifest, "utf8").includes('"name": "@deodar/conformance"')) return folder;
    if (folder === dirname(folder)) throw new Error("the conformance package was not found");
  }
}
