import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "./run-cases.ts";

/** Writes a disagreement as a folder that says all about it, and gives the folder. */
export function writeFinding(
  out: string,
  { target, what, classification, choices, answers, all, files }: Finding,
): string {
  const mark = createHash("sha256").update(choices).digest("hex").slice(0, 8);
  const folder = join(out, `${target} ${what} ${mark}`.replace(/[^a-z0-9]+/gi, "-").slice(0, 80));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const answersFile = {
    target,
    what,
    whose: classification.whose,
    answers,
    all,
    choices: Buffer.from(choices).toString("base64"),
  };
  writeFileSync(join(folder, "answers.json"), `${JSON.stringify(answersFile, undefined, 2)}\n`);
  return folder;
}
