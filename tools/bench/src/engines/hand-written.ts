import { Graph } from "../workloads/graph.ts";
import { plainUid, type RequestJson, type Uid, type Workload } from "../workloads/workload.ts";
import { answerOf, type Engine } from "./engine.ts";

// What somebody would write who needs just these policies, for these entities, as fast as JavaScript allows: the limit
// for every engine. It takes strings and answers in full: all policies that decide, and none is left out because
// another one is enough.

/** The full answer. */
interface Response {
  readonly decision: "allow" | "deny";
  readonly reasons: readonly string[];
  readonly errors: readonly string[];
}

/** An entity with its ancestors and with the attributes that any of the policies looks at. */
interface Node {
  readonly type: string;
  readonly id: string;
  readonly ancestors: Set<Node>;
  /** TinyTodo: owner, readers, editors. */
  owner: Node | undefined;
  readers: Node | undefined;
  editors: Node | undefined;
  /** The drive. */
  viewable: Node | undefined;
  ownedDocuments: readonly Node[];
  ownedFolders: readonly Node[];
  isPublic: boolean;
  /** GitHub: the roles in the repository, or in the organization. */
  triagers: Node | undefined;
  writers: Node | undefined;
  maintainers: Node | undefined;
  admins: Node | undefined;
}

type Store = Map<string, Map<string, Node>>;
type Decide = (store: Store, principal: Uid, action: Uid, resource: Uid) => Response;

const none: readonly never[] = [];
const isIn = (node: Node, group: Node | undefined): boolean =>
  group !== undefined && (node === group || node.ancestors.has(group));

function isInAny(node: Node, groups: readonly Node[]): boolean {
  for (const group of groups) if (isIn(node, group)) return true;
  return false;
}

function find(store: Store, { type, id }: Uid): Node | undefined {
  return store.get(type)?.get(id);
}

function respond(reasons: readonly string[]): Response {
  return { decision: reasons.length > 0 ? "allow" : "deny", reasons, errors: none };
}

const tinyTodo: Decide = (store, principalUid, action, resourceUid) => {
  const principal = find(store, principalUid);
  const resource = find(store, resourceUid);
  const reasons: string[] = [];
  if (principal === undefined || resource === undefined || action.type !== "Action") return respond(reasons);
  const { id } = action;
  if (resource.type === "Application") {
    if (resource.id === "TinyTodo" && (id === "CreateList" || id === "GetLists")) reasons.push("policy0");
  } else if (resource.type === "List") {
    if (resource.owner === principal) reasons.push("policy1");
    if (id === "GetList") {
      if (isIn(principal, resource.readers) || isIn(principal, resource.editors)) reasons.push("policy2");
    } else if (id === "UpdateList" || id === "CreateTask" || id === "UpdateTask" || id === "DeleteTask") {
      if (isIn(principal, resource.editors)) reasons.push("policy3");
    }
  }
  return respond(reasons);
};

const drive: Decide = (store, principalUid, action, resourceUid) => {
  const principal = find(store, principalUid);
  const resource = find(store, resourceUid);
  const reasons: string[] = [];
  if (principal === undefined || resource === undefined || action.type !== "Action") return respond(reasons);
  switch (action.id) {
    case "read":
      if (isIn(resource, principal.viewable)) reasons.push("policy0");
      if (resource.isPublic) reasons.push("policy1");
      if (isInAny(resource, principal.ownedDocuments) || isInAny(resource, principal.ownedFolders)) {
        reasons.push("policy2");
      }
      break;
    case "write":
    case "share":
      if (isInAny(resource, principal.ownedDocuments) || isInAny(resource, principal.ownedFolders)) {
        reasons.push("policy2");
      }
      break;
    case "changeOwner":
      if (principal.ownedDocuments.includes(resource)) reasons.push("policy3");
      break;
    case "createDocument":
      if (principal.ownedFolders.includes(resource)) reasons.push("policy4");
      break;
    default:
  }
  return respond(reasons);
};

const levels = new Map(["read", "triage", "write", "maintain", "administer"].map((action, level) => [action, level]));

const gitHub: Decide = (store, principalUid, action, resourceUid) => {
  const principal = find(store, principalUid);
  const resource = find(store, resourceUid);
  const reasons: string[] = [];
  const level = action.type === "Action" ? levels.get(action.id) : undefined;
  const organization = resource?.owner;
  if (principal === undefined || resource === undefined || organization === undefined || level === undefined) {
    return respond(reasons);
  }
  if (level <= 0 && isIn(principal, resource.readers)) reasons.push("policy0");
  if (level <= 1 && isIn(principal, resource.triagers)) reasons.push("policy1");
  if (level <= 2 && isIn(principal, resource.writers)) reasons.push("policy2");
  if (level <= 3 && isIn(principal, resource.maintainers)) reasons.push("policy3");
  if (isIn(principal, resource.admins)) reasons.push("policy4");
  if (level <= 0 && isIn(principal, organization.readers)) reasons.push("policy5");
  if (level <= 2 && isIn(principal, organization.writers)) reasons.push("policy6");
  if (isIn(principal, organization.admins)) reasons.push("policy7");
  return respond(reasons);
};

/** The hand-written function for the policies of one of the three applications. */
export function handWritten(workload: Workload): Engine {
  const store = storeOf(workload);
  const { requests } = workload;
  const engine = (decide: Decide): Engine["answer"] => {
    return (index) => {
      const { principal, action, resource } = requests[index] as RequestJson;
      const { decision, reasons, errors } = decide(store, principal, action, resource);
      return answerOf(decision === "allow", reasons, errors);
    };
  };
  switch (workload.name) {
    case "TinyTodo":
      return { name: "by hand", answer: engine(tinyTodo), run: (count) => runTinyTodo(store, requests, count) };
    case "drive":
      return { name: "by hand", answer: engine(drive), run: (count) => runDrive(store, requests, count) };
    case "GitHub":
      return { name: "by hand", answer: engine(gitHub), run: (count) => runGitHub(store, requests, count) };
    default:
      throw new Error(`nobody has written ${workload.name} by hand`);
  }
}

function runTinyTodo(store: Store, requests: readonly RequestJson[], count: number): number {
  let allowed = 0;
  let next = 0;
  for (let done = 0; done < count; done += 1) {
    const { principal, action, resource } = requests[next] as RequestJson;
    const { decision, reasons, errors } = tinyTodo(store, principal, action, resource);
    if (decision === "allow") allowed += reasons.length + errors.length;
    next = next + 1 === requests.length ? 0 : next + 1;
  }
  return allowed;
}

function runDrive(store: Store, requests: readonly RequestJson[], count: number): number {
  let allowed = 0;
  let next = 0;
  for (let done = 0; done < count; done += 1) {
    const { principal, action, resource } = requests[next] as RequestJson;
    const { decision, reasons, errors } = drive(store, principal, action, resource);
    if (decision === "allow") allowed += reasons.length + errors.length;
    next = next + 1 === requests.length ? 0 : next + 1;
  }
  return allowed;
}

function runGitHub(store: Store, requests: readonly RequestJson[], count: number): number {
  let allowed = 0;
  let next = 0;
  for (let done = 0; done < count; done += 1) {
    const { principal, action, resource } = requests[next] as RequestJson;
    const { decision, reasons, errors } = gitHub(store, principal, action, resource);
    if (decision === "allow") allowed += reasons.length + errors.length;
    next = next + 1 === requests.length ? 0 : next + 1;
  }
  return allowed;
}

function storeOf(workload: Workload): Store {
  const store: Store = new Map();
  const nodeOf = ({ type, id }: Uid): Node => {
    const ofType = store.get(type) ?? new Map<string, Node>();
    store.set(type, ofType);
    const node = ofType.get(id) ?? emptyNode(type, id);
    ofType.set(id, node);
    return node;
  };
  const attribute = (value: unknown): Node | undefined => (value === undefined ? undefined : nodeOf(plainUid(value)));
  const list = (value: unknown): Node[] => ((value ?? []) as unknown[]).map((item) => nodeOf(plainUid(item)));
  for (const { uid, attrs } of workload.entities) {
    const node = nodeOf(plainUid(uid));
    node.owner = attribute(attrs["owner"]);
    node.readers = attribute(attrs["readers"]);
    node.editors = attribute(attrs["editors"]);
    node.viewable = attribute(attrs["viewable"]);
    node.ownedDocuments = list(attrs["ownedDocuments"]);
    node.ownedFolders = list(attrs["ownedFolders"]);
    node.isPublic = attrs["isPublic"] === true;
    node.triagers = attribute(attrs["triagers"]);
    node.writers = attribute(attrs["writers"]);
    node.maintainers = attribute(attrs["maintainers"]);
    node.admins = attribute(attrs["admins"]);
  }
  const graph = new Graph(workload);
  // Nobody asks for the ancestors of others; those of all would not fit where entities are thousands.
  for (const uid of workload.requests.flatMap(({ principal, resource }) => [principal, resource])) {
    const node = nodeOf(uid);
    if (node.ancestors.size > 0) continue;
    for (const ancestor of graph.ancestors(uid).values()) node.ancestors.add(nodeOf(ancestor));
  }
  return store;
}

function emptyNode(type: string, id: string): Node {
  return {
    type,
    id,
    ancestors: new Set(),
    owner: undefined,
    readers: undefined,
    editors: undefined,
    viewable: undefined,
    ownedDocuments: none,
    ownedFolders: none,
    isPublic: false,
    triagers: undefined,
    writers: undefined,
    maintainers: undefined,
    admins: undefined,
  };
}
