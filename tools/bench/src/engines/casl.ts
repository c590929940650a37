import { type AnyMongoAbility, createMongoAbility } from "@casl/ability";
import { Graph } from "../workloads/graph.ts";
import { plainUid, type RequestJson, type Uid, uidText, type Workload } from "../workloads/workload.ts";
import { answerOf, type Engine } from "./engine.ts";

// CASL answers yes or no from the rules of one user. It knows no hierarchy: the groups of a user, and whatever a
// document is in, are worked out in advance, and so are the rules of every user.

type Rule = Parameters<typeof createMongoAbility>[0] extends readonly (infer R)[] | undefined ? R : never;
type Subject = Readonly<Record<string, unknown>>;

/** CASL with the ability of every user and the subjects made in advance. */
export function casl(workload: Workload): Engine {
  const graph = new Graph(workload);
  const abilities = new Map<string, AnyMongoAbility>();
  const subjects = new Map<string, Subject>();
  const { requests } = workload;
  for (const { principal, resource } of requests) {
    if (!abilities.has(principal.id)) abilities.set(principal.id, abilityOf(workload.name, graph, principal));
    const key = uidText(resource);
    if (!subjects.has(key)) subjects.set(key, subjectOf(graph, resource));
  }
  const made = requests.map(({ resource }) => subjects.get(uidText(resource)) as Subject);
  const decide = (index: number): boolean => {
    const { principal, action } = requests[index] as RequestJson;
    return (abilities.get(principal.id) as AnyMongoAbility).can(action.id, made[index] as Subject);
  };
  return {
    name: "CASL, abilities kept",
    answer: (index) => answerOf(decide(index)),
    run: (count) => {
      let allowed = 0;
      let next = 0;
      for (let done = 0; done < count; done += 1) {
        if (decide(next)) allowed += 1;
        next = next + 1 === requests.length ? 0 : next + 1;
      }
      return allowed;
    },
  };
}

/** The rules of one user as an ability: what is made per request where no ability is kept. */
function abilityOf(name: string, graph: Graph, principal: Uid): AnyMongoAbility {
  return createMongoAbility(rulesOf(name, graph, principal) as Rule[], {
    detectSubjectType: (subject) => (subject as Subject)["kind"] as string,
  });
}

function rulesOf(name: string, graph: Graph, principal: Uid): object[] {
  const groups = [...graph.ancestors(principal).keys()];
  const attrs = graph.get(principal)?.attrs ?? {};
  switch (name) {
    case "TinyTodo":
      return [
        { action: ["CreateList", "GetLists"], subject: "Application", conditions: { key: 'Application::"TinyTodo"' } },
        { action: "manage", subject: "List", conditions: { owner: uidText(principal) } },
        { action: "GetList", subject: "List", conditions: { readers: { $in: groups } } },
        {
          action: ["GetList", "UpdateList", "CreateTask", "UpdateTask", "DeleteTask"],
          subject: "List",
          conditions: { editors: { $in: groups } },
        },
      ];
    case "drive": {
      const [documents, folders] = [attrs["ownedDocuments"], attrs["ownedFolders"]].map((owned) =>
        (owned as unknown[]).map((item) => uidText(plainUid(item))),
      );
      return [
        { action: "read", subject: "Document", conditions: { within: uidText(plainUid(attrs["viewable"])) } },
        { action: "read", subject: "Document", conditions: { isPublic: true } },
        {
          action: ["read", "write", "share"],
          subject: "Document",
          conditions: { within: { $in: [...(documents ?? []), ...(folders ?? [])] } },
        },
        { action: "changeOwner", subject: "Document", conditions: { key: { $in: documents } } },
        { action: "createDocument", subject: "Folder", conditions: { key: { $in: folders } } },
      ];
    }
    case "GitHub": {
      const actions = ["read", "triage", "write", "maintain", "administer"];
      const roles = ["readers", "triagers", "writers", "maintainers", "admins"];
      const up = (role: string): string[] => actions.slice(0, roles.indexOf(role) + 1);
      const grant = (role: string, path: string) => {
        return { action: up(role), subject: "Repository", conditions: { [path]: { $in: groups } } };
      };
      return [
        ...roles.map((role) => grant(role, role)),
        ...["readers", "writers", "admins"].map((role) => grant(role, `owner.${role}`)),
      ];
    }
    default:
      throw new Error(`there are no rules of CASL for ${name}`);
  }
}

/** What the rules look at: the keys of entities, of all that it is in, and one level of referenced attributes. */
export function subjectOf(graph: Graph, uid: Uid): Subject {
  const key = uidText(uid);
  return { kind: uid.type, key, within: [key, ...graph.ancestors(uid).keys()], ...plainAttributes(graph, uid, 1) };
}

function plainAttributes(graph: Graph, uid: Uid, depth: number): Subject {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(graph.get(uid)?.attrs ?? {})) {
    if (typeof value !== "object" || value === null) plain[name] = value;
    else if (Array.isArray(value)) {
      const entities = value.filter((item) => Object.hasOwn(item as object, "__entity"));
      plain[name] = entities.map((item) => uidText(plainUid(item)));
    } else if (Object.hasOwn(value, "__entity")) {
      const target = plainUid(value);
      plain[name] =
        name === "owner" && depth > 0 && target.type === "Organization"
          ? plainAttributes(graph, target, depth - 1)
          : uidText(target);
    }
  }
  return plain;
}
