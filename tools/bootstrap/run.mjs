/**
 * Runs a task of the repository on a machine that has nothing but Node and npm: fetches the pnpm that package.json
 * pins, installs what the lockfile lists where that has not been done, and then does the task.
 *
 * Usage: node tools/bootstrap/run.mjs <task> [arguments for its last program]
 */
import { installIfStale } from "./install.mjs";
import { tasks } from "./tasks.mjs";

const [name = "", ...rest] = process.argv.slice(2);
if (!Object.hasOwn(tasks, name)) {
  console.error(`Unknown task "${name}". Known tasks: ${Object.keys(tasks).join(", ")}.`);
  process.exit(2);
}
installIfStale();
tasks[name](rest);
