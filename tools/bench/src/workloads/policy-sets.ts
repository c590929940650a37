import { seeded } from "@deodar/conformance/random";
import { generatedPolicy } from "./policy-texts.ts";
import { type EntityJson, entity, type RequestJson, type Uid } from "./workload.ts";

/** Many policies, and what is asked of them. */
export interface PolicySetWorkload {
  readonly name: string;
  readonly count: number;
  /** The text of the policy with this number. */
  readonly policy: (index: number) => string;
  readonly entities: readonly EntityJson[];
  readonly requests: readonly RequestJson[];
}

/** The text of all policies. */
export function textOf({ count, policy }: Pick<PolicySetWorkload, "count" | "policy">): string {
  const lines: string[] = [];
  for (let index = 0; index < count; index += 1) lines.push(policy(index));
  return lines.join("\n");
}

const view: Uid = { type: "Action", id: "view" };
const user = (index: number): Uid => ({ type: "User", id: `u${index}` });
const folder = (index: number): Uid => ({ type: "Folder", id: `f${index}` });
const file = (index: number): Uid => ({ type: "File", id: `file${index}` });

/**
 * `count` policies that each name a user, an action and a folder, ten for each user; one file in each folder of those
 * that are asked about. Half of the requests ask about a folder that the user has a policy for.
 */
export function scopeBound(count: number, requests: number): PolicySetWorkload {
  const random = seeded(count);
  const folders = Math.max(1, Math.floor(count / 10));
  const asked = Array.from({ length: requests }, () => {
    const policy = random.below(count);
    const where = random.chance(50) ? (policy * 7919) % folders : random.below(folders);
    return { who: Math.floor(policy / 10), where, mfa: random.chance(80) };
  });
  return { ...graphOf(asked), name: "scope-bound policies", count, policy: (index) => generatedPolicy(index, count) };
}

/**
 * `count` policies of five kinds, as they come together in practice: for a user, for a team, for a folder, for a type
 * only, and, one of a thousand, for anybody and anything.
 */
export function mixedScopes(count: number, requests: number): PolicySetWorkload {
  const bound = scopeBound(count, requests);
  return {
    ...bound,
    name: "policies of all scopes",
    policy: (index) => {
      const number = index % Math.max(1, Math.floor(count / 10));
      if (index % 1000 === 999)
        return `permit(principal, action, resource) when { context.mfa && resource.classification == ${index} };`;
      switch (index % 4) {
        case 0:
          return generatedPolicy(index, count);
        case 1:
          return `permit(principal in Team::"t${number}", action, resource is File) when { context.mfa };`;
        case 2:
          return `forbid(principal, action == Action::"view", resource in Folder::"f${number}") unless { context.mfa };`;
        default:
          return `permit(principal is User in Team::"t${number}", action, resource == File::"file${number}");`;
      }
    },
  };
}

/** `count` policies that say nothing in their scopes, so that no index can leave any of them out. */
export function scopeFree(count: number, requests: number): PolicySetWorkload {
  return {
    ...scopeBound(Math.max(10, count), requests),
    name: "scope-free policies",
    count,
    policy: (index) =>
      `permit(principal, action, resource) when { resource.classification == ${index} && principal in Team::"t${index}" };`,
  };
}

/** Users in teams, files in folders. */
function graphOf(asked: readonly { readonly who: number; readonly where: number; readonly mfa: boolean }[]) {
  const entities = new Map<string, EntityJson>();
  for (const { who, where } of asked) {
    entities.set(`u${who}`, entity(user(who), {}, [{ type: "Team", id: `t${who % 1000}` }]));
    entities.set(`f${where}`, entity(folder(where), {}, []));
    entities.set(`file${where}`, entity(file(where), { classification: where % 5 }, [folder(where)]));
  }
  return {
    entities: [...entities.values()],
    requests: asked.map(({ who, where, mfa }) => ({
      principal: user(who),
      action: view,
      resource: file(where),
      context: { mfa },
    })),
  };
}
