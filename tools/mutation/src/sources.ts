import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listMutants } from "./list-mutants.ts";
import type { Mutant } from "./mutant.ts";

/** The packages whose faults must be found. */
export const areas: readonly string[] = ["authorizer", "core", "evaluator", "syntax", "validator"];

/** Lists all mutants of the packages' sources, generated parsers among them. */
export async function mutantsOf(root: string): Promise<readonly Mutant[]> {
  const lists: (readonly Mutant[])[] = [];
  for (const area of areas) {
    for (const file of filesOf(root, `packages/${area}/src`)) {
      lists.push(await listMutants(area, file, readFileSync(join(root, file), "utf8")));
    }
  }
  return lists.flat();
}

function filesOf(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((file) => /[.][jt]s$/.test(file) && !/[.]d[.]ts$/.test(file))
    .sort();
}
