import { seeded } from "@deodar/conformance/random";
import { entity, type LinkJson, type RequestJson, reference, type Uid, type Workload } from "./workload.ts";

// Repositories of organizations, with five roles that include one another, held by users, teams and organizations: after
// the GitHub-like application of the paper. Who has a role is either part of the entities, as membership in the role,
// or a template linked for each grant.

const roles = ["reader", "triager", "writer", "maintainer", "admin"] as const;
/** What each role may do; an action is in the one after it, so that who may do that may do this. */
const actions = ["read", "triage", "write", "maintain", "administer"] as const;
const organizationRoles = ["reader", "writer", "admin"] as const;

const actionOf = (role: (typeof roles)[number]): string => actions[roles.indexOf(role)] as string;
const grant = (role: (typeof roles)[number], whom: string): string =>
  `permit (principal, action in Action::"${actionOf(role)}", resource)\nwhen { principal in resource.${whom} };`;

const ofRepository = roles.map((role) => grant(role, `${role}s`)).join("\n");
const ofOrganization = organizationRoles.map((role) => grant(role, `owner.${role}s`)).join("\n");
const templates = Object.fromEntries(
  roles.map((role) => [
    role,
    `permit (principal in ?principal, action in Action::"${actionOf(role)}", resource == ?resource);`,
  ]),
);

const schemaOf = (linked: boolean): string => `
entity OrganizationRole;
${linked ? "" : "entity RepositoryRole;"}
entity Organization in [OrganizationRole] {
  ${organizationRoles.map((role) => `${role}s: OrganizationRole`).join(", ")}
};
entity Team in [Team${linked ? "" : ", RepositoryRole"}];
entity User in [Organization, OrganizationRole, Team${linked ? "" : ", RepositoryRole"}];
entity Repository {
  owner: Organization${linked ? "" : `, ${roles.map((role) => `${role}s: RepositoryRole`).join(", ")}`}
};
${actions
  .map((action, index) => {
    const group = actions[index + 1];
    const within = group === undefined ? "" : ` in [${group}]`;
    return `action ${action}${within} appliesTo { principal: [User], resource: [Repository] };`;
  })
  .join("\n")}
`;

/** GitHub with `size` users, teams, repositories and organizations; each connection is there with a chance of 5 %. */
export const gitHub = (size: number, count = 500): Workload => build(size, count, false);

/** The same, where each role that somebody has in a repository is a link of a template. */
export const gitHubWithTemplates = (size: number, count = 500): Workload => build(size, count, true);

function build(size: number, count: number, linked: boolean): Workload {
  const random = seeded(size);
  const numbers = Array.from({ length: size }, (_, index) => index);
  const user = (index: number): Uid => ({ type: "User", id: `user${index}` });
  const team = (index: number): Uid => ({ type: "Team", id: `team${index}` });
  const organization = (index: number): Uid => ({ type: "Organization", id: `organization${index}` });
  const repository = (index: number): Uid => ({ type: "Repository", id: `repository${index}` });
  const roleIn = (what: Uid, role: string): Uid => ({ type: `${what.type}Role`, id: `${what.id} ${role}s` });
  const some = (of: readonly number[]): number[] => of.filter(() => random.chance(5));
  const organizationRole = (index: number): Uid => roleIn(organization(index), random.pick(organizationRoles));

  const links: LinkJson[] = [];
  /** Gives somebody a role in some repositories; the result is the roles as parents. */
  const grants = (who: Uid): Uid[] => {
    const granted = some(numbers).map((index) => ({ what: repository(index), role: random.pick(roles) }));
    if (!linked) return granted.map(({ what, role }) => roleIn(what, role));
    for (const { what, role } of granted) {
      links.push({
        templateId: role,
        newId: `grant${links.length}`,
        values: { "?principal": who, "?resource": what },
      });
    }
    return [];
  };
  const request = (): RequestJson => ({
    principal: user(random.below(size)),
    action: { type: "Action", id: random.pick(actions) },
    resource: repository(random.below(size)),
    context: {},
  });
  const rolesOf = (what: Uid, of: readonly string[]) =>
    Object.fromEntries(of.map((role) => [`${role}s`, reference(roleIn(what, role))]));
  return {
    name: linked ? "GitHub with templates" : "GitHub",
    policies: linked ? ofOrganization : `${ofRepository}\n${ofOrganization}`,
    templates: linked ? templates : {},
    links,
    schema: schemaOf(linked),
    actions: actions.map((id, index) =>
      entity(
        { type: "Action", id },
        {},
        actions.slice(index + 1, index + 2).map((group) => ({ type: "Action", id: group })),
      ),
    ),
    entities: [
      ...numbers.map((index) =>
        entity(
          organization(index),
          rolesOf(organization(index), organizationRoles),
          some(numbers).map(organizationRole),
        ),
      ),
      ...numbers.flatMap((index) => organizationRoles.map((role) => entity(roleIn(organization(index), role), {}, []))),
      ...numbers.map((index) =>
        entity(
          repository(index),
          {
            owner: reference(organization(random.below(size))),
            ...(linked ? {} : rolesOf(repository(index), roles)),
          },
          [],
        ),
      ),
      ...(linked
        ? []
        : numbers.flatMap((index) => roles.map((role) => entity(roleIn(repository(index), role), {}, [])))),
      ...numbers.map((index) =>
        entity(team(index), {}, [...some(numbers.slice(0, index)).map(team), ...grants(team(index))]),
      ),
      ...numbers.map((index) =>
        entity(user(index), {}, [
          ...grants(user(index)),
          ...some(numbers).map(team),
          ...some(numbers).map(organization),
          ...some(numbers).map(organizationRole),
        ]),
      ),
    ],
    requests: Array.from({ length: count }, request),
    roots: ({ principal, resource }, entityOf) => {
      const owner = entityOf(resource)?.attrs["owner"] as { readonly __entity: Uid } | undefined;
      return [principal, resource, ...(owner === undefined ? [] : [owner.__entity])];
    },
  };
}
