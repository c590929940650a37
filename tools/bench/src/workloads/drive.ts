import { seeded } from "@deodar/conformance/random";
import { entity, type LinkJson, type RequestJson, reference, type Uid, type Workload } from "./workload.ts";

// Documents in folders, owned by users, shared with users and groups: after the Google-Drive-like application of the
// paper. Sharing is either part of the entities, as membership in views, or a template linked for each share.

const viewing = `
permit (principal, action == Action::"read", resource)
when { resource in principal.viewable };
`;

const owning = `
permit (principal, action == Action::"read", resource)
when { resource.isPublic };
permit (principal, action in [Action::"read", Action::"write", Action::"share"], resource)
when { resource in principal.ownedDocuments || resource in principal.ownedFolders };
permit (principal, action == Action::"changeOwner", resource)
when { principal.ownedDocuments.contains(resource) };
permit (principal, action == Action::"createDocument", resource)
when { principal.ownedFolders.contains(resource) };
`;

const viewer = `permit (principal in ?principal, action == Action::"read", resource in ?resource);`;

const schemaOf = (linked: boolean): string => `
${linked ? "" : "entity View in [View];"}
entity Group;
entity User in [Group] {
  ${linked ? "" : "viewable: View,"} ownedDocuments: Set<Document>, ownedFolders: Set<Folder>
};
entity Folder in [Folder${linked ? "" : ", View"}];
entity Document in [Folder${linked ? "" : ", View"}] { isPublic: Bool };
action read, write, share, changeOwner appliesTo { principal: [User], resource: [Document] };
action createDocument appliesTo { principal: [User], resource: [Folder] };
`;

const onDocument = ["read", "write", "share", "changeOwner"];
const actions = [...onDocument, "createDocument"];

/** The drive with `size` users, groups, documents and folders, where each connection is there with a chance of 5 %. */
export const drive = (size: number, count = 500): Workload => build(size, count, false);

/** The same, where each share is a link of a template. */
export const driveWithTemplates = (size: number, count = 500): Workload => build(size, count, true);

function build(size: number, count: number, linked: boolean): Workload {
  const random = seeded(size);
  const numbers = Array.from({ length: size }, (_, index) => index);
  const uid =
    (type: string, prefix: string) =>
    (index: number): Uid => ({ type, id: `${prefix}${index}` });
  const [user, group, document, folder] = [
    uid("User", "user"),
    uid("Group", "group"),
    uid("Document", "document"),
    uid("Folder", "folder"),
  ];
  const [userView, groupView] = [uid("View", "user"), uid("View", "group")];
  const some = (of: readonly number[]): number[] => of.filter(() => random.chance(5));

  const groupsOf = numbers.map(() => some(numbers));
  const links: LinkJson[] = [];
  /** Shares a document or folder with some users and groups; gives the views that it is in. */
  const share = (what: Uid): Uid[] => {
    const [users, groups] = [some(numbers), some(numbers)];
    if (!linked) return [...users.map(userView), ...groups.map(groupView)];
    for (const who of [...users.map(user), ...groups.map(group)]) {
      links.push({
        templateId: "viewer",
        newId: `share${links.length}`,
        values: { "?principal": who, "?resource": what },
      });
    }
    return [];
  };
  const request = (): RequestJson => {
    const action = random.pick(actions);
    return {
      principal: user(random.below(size)),
      action: { type: "Action", id: action },
      resource: (onDocument.includes(action) ? document : folder)(random.below(size)),
      context: {},
    };
  };
  return {
    name: linked ? "drive with templates" : "drive",
    policies: linked ? owning : `${viewing}${owning}`,
    templates: linked ? { viewer } : {},
    links,
    schema: schemaOf(linked),
    actions: actions.map((id) => entity({ type: "Action", id }, {}, [])),
    entities: [
      ...numbers.map((index) =>
        entity(
          user(index),
          {
            ...(linked ? {} : { viewable: reference(userView(index)) }),
            ownedDocuments: some(numbers).map((owned) => reference(document(owned))),
            ownedFolders: some(numbers).map((owned) => reference(folder(owned))),
          },
          (groupsOf[index] ?? []).map(group),
        ),
      ),
      ...numbers.map((index) => entity(group(index), {}, [])),
      ...(linked ? [] : numbers.map((index) => entity(userView(index), {}, []))),
      // What a group may view, its members may.
      ...(linked
        ? []
        : numbers.map((index) => {
            const members = numbers.filter((member) => groupsOf[member]?.includes(index));
            return entity(groupView(index), {}, members.map(userView));
          })),
      ...numbers.map((index) =>
        entity(document(index), { isPublic: random.chance(50) }, [
          ...some(numbers).map(folder),
          ...share(document(index)),
        ]),
      ),
      ...numbers.map((index) =>
        entity(folder(index), {}, [...some(numbers.slice(0, index)).map(folder), ...share(folder(index))]),
      ),
    ],
    requests: Array.from({ length: count }, request),
    roots: ({ principal, resource }) => [principal, resource],
  };
}
