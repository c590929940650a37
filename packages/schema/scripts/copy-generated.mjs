// tsc copies no JavaScript: the generated parser goes to dist by itself.
import { cpSync } from "node:fs";

const here = new URL("../", import.meta.url);
cpSync(new URL("src/generated", here), new URL("dist/generated", here), { recursive: true });
