// tsc copies no JavaScript: the compiled model goes to dist by itself.
import { copyFileSync, mkdirSync } from "node:fs";

const source = new URL("../src/generated/", import.meta.url);
const target = new URL("../dist/generated/", import.meta.url);

mkdirSync(target, { recursive: true });
for (const file of ["model.js", "model.d.ts"]) copyFileSync(new URL(file, source), new URL(file, target));
