// tsc copies no JavaScript: the generated parser goes to dist by itself, its types importing what tsc has made there.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const source = new URL("../src/generated/", import.meta.url);
const target = new URL("../dist/generated/", import.meta.url);

mkdirSync(target, { recursive: true });
copyFileSync(new URL("policy-parser.js", source), new URL("policy-parser.js", target));
const types = readFileSync(new URL("policy-parser.d.ts", source), "utf8");
writeFileSync(new URL("policy-parser.d.ts", target), types.replaceAll('.ts"', '.js"'));
