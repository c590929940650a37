import { readFile } from "node:fs/promises";
import { decisionTable } from "./table.js";

const read = (name) => readFile(new URL(name, import.meta.url), "utf8");

const table = decisionTable({
  policies: await read("policies.cedar"),
  entities: await read("entities.json"),
  requests: JSON.parse(await read("requests.json")),
});
process.stdout.write(table);
