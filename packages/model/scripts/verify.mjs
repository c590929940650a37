// Verifies the model and prints what was done. With no option: everything. `--proofs`: only that the proofs hold. `--seeds`:
// the same under five random seeds of the prover. `--sabotage`: only that wrong changes are rejected. Words after the option
// choose the files whose paths, or the wrong changes whose names or proofs, have one of them in it.
import { hasDafny } from "./dafny.mjs";
import { findHoles, findHolesByCompiling, sabotageAll, verifyAll } from "./verification.mjs";

const [option = "", ...only] = process.argv.slice(2);
const report = (line) => console.log(line);

if (!hasDafny()) {
  console.error("Dafny is not installed: the proofs are not checked. On Debian: apt-get install dafny");
  process.exit(1);
}
const started = Date.now();
const faults = [...findHoles(), ...(await findHolesByCompiling())];
if (option !== "--sabotage") {
  for (const seed of option === "--seeds" ? [1, 2, 3, 4, 5] : [undefined]) {
    if (seed !== undefined) report(`seed ${seed}`);
    faults.push(...(await verifyAll({ seed, report, only })));
  }
}
if (option !== "--seeds" && option !== "--proofs") faults.push(...(await sabotageAll({ report, only })));
for (const fault of faults) console.error(fault);
report(
  `${faults.length === 0 ? "no faults" : `${faults.length} faults`} (${Math.round((Date.now() - started) / 1000)} s)`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
