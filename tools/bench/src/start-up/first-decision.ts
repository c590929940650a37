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
