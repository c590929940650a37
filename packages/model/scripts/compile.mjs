// Compiles the definitions to src/generated/model.js with Dafny's own back end, made an ES module. The result is
// committed, so that nobody needs Dafny to use the model. `--print` writes to the standard output instead.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dafny, sources } from "./dafny.mjs";

/** The file that includes all definitions. */
const main = "Model.dfy";

const folder = mkdtempSync(join(tmpdir(), "deodar-model-"));
try {
  const out = join(folder, "model.js");
  const { status, output } = await dafny([
    "/compile:2",
    "/noVerify",
    "/spillTargetCode:1",
    "/compileTarget:js",
    `/out:${out}`,
    join(sources, main),
  ]);
  if (status !== 0) throw new Error(output);
  const text = asModule(readFileSync(out, "utf8"));
  if (process.argv.includes("--print")) process.stdout.write(text);
  else writeFileSync(new URL("../src/generated/model.js", import.meta.url), text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Dafny writes a script for Node: its modules get their names back, and are exported. */
function asModule(script) {
  const names = [];
  const text = script
    .replace("const BigNumber = require('bignumber.js');\nBigNumber.config({ MODULO_MODE: BigNumber.EUCLID })\n", "")
    .replace(/\b_\d+_(\w+?)_Compile\b/g, (_, name) => {
      if (!names.includes(name)) names.push(name);
      return name;
    });
  if (/\brequire\b|\bprocess\b/.test(text.replace(/\/\/.*/g, ""))) throw new Error("the compiled model needs Node");
  return `import { BigNumber as SharedBigNumber } from "bignumber.js";
// A copy with settings of its own.
const BigNumber = SharedBigNumber.clone({ MODULO_MODE: SharedBigNumber.EUCLID });
${text.trimEnd()}
export { BigNumber, _dafny as runtime, ${names.join(", ")} };
`;
}
