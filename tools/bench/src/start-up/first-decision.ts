// What the programs that measure a start decide: one request about one list, from the text of the policies.

/** The policies of TinyTodo. */
export const policies: string = `
permit (
  principal,
  action in [Action::"CreateList", Action::"GetLists"],
  resource == Application::"TinyTodo"
);
permit (principal, action, resource is List)
when { resource.owner == principal };
permit (principal, action == Action::"GetList", resource is List)
when { principal in resource.readers || principal in resource.editors };
permit (
  principal,
  action in [Action::"UpdateList", Action::"CreateTask", Action::"UpdateTask", Action::"DeleteTask"],
  resource is List
)
when { principal in resource.editors };
`;

export const principal = { type: "User", id: "ada" };
export const action = { type: "Action", id: "GetList" };
export const resource = { type: "List", id: "groceries" };

const team = { type: "Team", id: "flat" };
const application = { type: "Application", id: "TinyTodo" };

export const entities = [
  { uid: principal, attrs: {}, parents: [team, application] },
  { uid: team, attrs: {}, parents: [application] },
  {
    uid: resource,
    attrs: {
      name: "groceries",
      owner: { __entity: { type: "User", id: "grace" } },
      readers: { __entity: team },
      editors: { __entity: { type: "Team", id: "cooks" } },
      tasks: [{ id: 1, name: "milk", state: "Unchecked" }],
    },
    parents: [application],
  },
];

/**
 * Prints when this process came to its first line and when it had its first decision, on the wall and of the processor,
 * and the memory that it has, in bytes.
 */
export function report(entry: readonly number[], decision: string): void {
  if (decision !== "allow") throw new Error(`the decision is ${decision}`);
  console.log(JSON.stringify({ entry, decided: now(), memory: process.memoryUsage.rss() }));
}

/** Nanoseconds since the process started: on the wall, and those that it had a processor. */
export function now(): readonly number[] {
  const { user, system } = process.cpuUsage();
  return [performance.now() * 1e6, (user + system) * 1000];
}
