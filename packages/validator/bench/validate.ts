import * as reference from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { validate } from "../src/index.ts";

// Validates the policies of the TinyTodo example, and a thousand made ones, with Deodar and with Cedar's reference, both
// from texts to diagnostics; then validates many times over and watches the memory.
// Run: npx esbuild bench/validate.ts --bundle --format=esm --platform=node --conditions=@deodar/source
//   --external:@cedar-policy/cedar-wasm --outfile=node_modules/.cache/validate.mjs && node --expose-gc node_modules/.cache/validate.mjs

const schema = `
type Task = { id: Long, name: String, state: String };
entity Application;
entity User in [Team, Application] { joblevel: Long, location: String };
entity Team in [Team, Application];
entity List in [Application] { editors: Team, name: String, owner: User, readers: Team, tasks: Set<Task> };
action CreateList, GetLists appliesTo { principal: [User], resource: [Application] };
action GetList, UpdateList, DeleteList, CreateTask, UpdateTask, DeleteTask, EditShare
  appliesTo { principal: [User], resource: [List] };
`;
const tinyTodo = `
permit(principal, action in [Action::"CreateList", Action::"GetLists"], resource == Application::"TinyTodo");
permit(principal, action, resource is List) when { resource.owner == principal };
permit(principal, action == Action::"GetList", resource is List)
when { principal in resource.readers || principal in resource.editors };
permit(principal, action in [Action::"UpdateList", Action::"CreateTask", Action::"UpdateTask", Action::"DeleteTask"], resource is List)
when { principal in resource.editors };
`;
const made = Array.from({ length: 1000 }, (_, index) => {
  const [owner, level] = [index % 7 === 0 ? "ownr" : "owner", index % 9];
  return `permit(principal, action, resource is List)
when { resource.${owner} == principal && principal.joblevel > ${level} || resource.tasks.contains({id: ${index}, name: "a", state: "b"}) }
unless { principal.location like "*${index}" && principal in Team::"t${index}" };`;
}).join("\n");

function ours(text: string): number {
  const parsed = unwrap(parsePolicies(text)).policies.map((policy, index) => ({ id: `policy${index}`, policy }));
  return validate(parsed, unwrap(parseSchema(schema))).errors.length;
}

function theirs(text: string): number {
  const answer = reference.validate({
    schema,
    policies: { staticPolicies: text },
    validationSettings: { mode: "strict" },
  });
  if (answer.type === "failure") throw new Error(answer.errors[0]?.message);
  return answer.validationErrors.length;
}

/** The shortest of the times, in milliseconds: what else the machine does only adds to them. */
function best(rounds: number, run: () => void): number {
  let shortest = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

for (const [name, text, rounds] of [
  ["TinyTodo", tinyTodo, 300],
  ["1,000 policies", made, 8],
] as const) {
  if (ours(text) !== theirs(text))
    throw new Error(`${name}: ${ours(text)} errors, but ${theirs(text)} by the reference`);
  const us = best(rounds, () => void ours(text));
  const them = best(rounds, () => void theirs(text));
  console.log(
    `${name}: ${us.toFixed(2)} ms, the reference ${them.toFixed(2)} ms: ${(them / us).toFixed(1)} times as fast`,
  );
}

const policies = unwrap(parsePolicies(tinyTodo)).policies.map((policy, index) => ({ id: `policy${index}`, policy }));
const resolved = unwrap(parseSchema(schema));
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
};
const count = Number(process.argv[2] ?? 100_000);
for (let index = 0; index < count / 10; index += 1) validate(policies, resolved);
const before = heap();
const start = performance.now();
for (let index = 0; index < count; index += 1) validate(policies, resolved);
const microseconds = ((performance.now() - start) * 1000) / count;
console.log(
  `${count} validations: ${microseconds.toFixed(1)} µs each, the heap grew by ${(heap() - before).toFixed(2)} MB`,
);
