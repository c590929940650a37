// Verifies the model and prints what was done. With no arguments: everything. `--seeds`: everything under five random
// seeds of the prover. `--sabotage`: only that
// wrong changes are rejected. `--proofs`: only that the proofs hold.
import { hasDafny } from "./dafny.mjs";
import { findHoles, findHolesByCompiling, sabotageAll, verifyAll } from "./verification.mjs";

const [mode = ""] = process.argv.slice(2);
const report = (line) => console.log(line);

if (!hasDafny()) {
  console.error("Dafny is not installed: the proofs are not checked. On Debian: apt-get install dafny");
  process.exit(1);
}
const faults = [...findHoles(), ...(await findHolesByCompiling())];
if (mode !== "--sabotage") {
  for (const seed of mode === "--seeds" ? [1, 2, 3, 4, 5] : [undefined]) {
    if (seed !== undefined) report(`seed ${seed}`);
    faults.push(...(await verifyAll({ seed, report })));
  }
}
if (mode !== "--seeds" && mode !== "--proofs") faults.push(...(await sabotageAll({ report })));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
