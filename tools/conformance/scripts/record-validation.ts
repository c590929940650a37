// Writes down on which policies of the public tests the two engines do not say the same, and why.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "../src/paths.ts";
import { compareValidation } from "../src/validation/compare.ts";
import { corpusInputs } from "../src/validation/corpus-inputs.ts";

const { differences } = compareValidation(corpusInputs());
const lines = differences.map(({ name, reason }) => JSON.stringify({ name, reason }));
writeFileSync(join(home, "record", "validation-differences.jsonl"), `${lines.join("\n")}\n`);
