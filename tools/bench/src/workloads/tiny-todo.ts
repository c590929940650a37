import { seeded } from "@deodar/conformance/random";
import { entity, type RequestJson, reference, type Uid, type Workload } from "./workload.ts";

/** Task lists that people share through teams, after the application of the paper: four policies. */
const policies = `
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

const schema = `
type Task = { id: Long, name: String, state: String };
entity Application;
entity Team in [Team, Application];
entity User in [Team, Application];
entity List in [Application] { name: String, owner: User, readers: Team, editors: Team, tasks: Set<Task> };
action CreateList, GetLists appliesTo { principal: [User], resource: [Application] };
action GetList, UpdateList, DeleteList, CreateTask, UpdateTask, DeleteTask, EditShares
  appliesTo { principal: [User], resource: [List] };
`;

const onApplication = ["CreateList", "GetLists"];
const onList = ["GetList", "UpdateList", "DeleteList", "CreateTask", "UpdateTask", "DeleteTask", "EditShares"];
const application: Uid = { type: "Application", id: "TinyTodo" };

/** TinyTodo with `size` users, teams and lists, where each membership is there with a chance of 5 %. */
export function tinyTodo(size: number, count = 500): Workload {
  const random = seeded(size);
  const numbers = Array.from({ length: size }, (_, index) => index);
  const user = (index: number): Uid => ({ type: "User", id: `user${index}` });
  const team = (index: number): Uid => ({ type: "Team", id: `team${index}` });
  const list = (index: number): Uid => ({ type: "List", id: `list${index}` });
  const some = (of: readonly number[]): number[] => of.filter(() => random.chance(5));
  const task = () => ({
    id: random.below(1_000_000),
    name: `task${random.below(1_000_000)}`,
    state: random.pick(["Checked", "Unchecked"]),
  });
  const request = (): RequestJson => {
    const action = random.pick([...onApplication, ...onList]);
    return {
      principal: user(random.below(size)),
      action: { type: "Action", id: action },
      resource: onApplication.includes(action) ? application : list(random.below(size)),
      context: {},
    };
  };
  return {
    name: "TinyTodo",
    policies,
    templates: {},
    links: [],
    schema,
    actions: [...onApplication, ...onList].map((id) => entity({ type: "Action", id }, {}, [])),
    entities: [
      entity(application, {}, []),
      ...numbers.map((index) => entity(user(index), {}, [...some(numbers).map(team), application])),
      // Teams are in teams of smaller numbers only, so that none is in itself.
      ...numbers.map((index) => entity(team(index), {}, [...some(numbers.slice(0, index)).map(team), application])),
      ...numbers.map((index) =>
        entity(
          list(index),
          {
            name: `list${index}`,
            owner: reference(user(random.below(size))),
            readers: reference(team(random.below(size))),
            editors: reference(team(random.below(size))),
            tasks: Array.from({ length: random.below(51) }, task),
          },
          [application],
        ),
      ),
    ],
    requests: Array.from({ length: count }, request),
    roots: ({ principal, resource }) => [principal, resource],
  };
}
