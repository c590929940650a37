// tsc copies no JavaScript: the generated parser goes to dist by itself, with its types.
import { cpSync } from "node:fs";

const source = new URL("../src/generated/", import.meta.url);
const target = new URL("../dist/generated/", import.meta.url);
for (const file of ["schema-parser.js", "schema-parser.d.ts"]) cpSync(new URL(file, source), new URL(file, target));
