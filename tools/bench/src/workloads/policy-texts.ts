import { tinyTodo } from "./tiny-todo.ts";

// Texts to read, in two kinds: many policies that a program made, all of one shape, and policies as people write them,
// with comments, annotations and every kind of expression.

/**
 * `count` policies that name a user, an action and a folder: what a program writes that turns grants into policies. Ten
 * policies for each user.
 */
export function generatedText(count: number): string {
  return Array.from({ length: count }, (_, index) => generatedPolicy(index, count)).join("\n");
}

/** The policy with this number among `count`. */
export function generatedPolicy(index: number, count: number): string {
  const user = Math.floor(index / 10);
  const folder = (index * 7919) % Math.max(1, Math.floor(count / 10));
  const scope = `principal == User::"u${user}", action == Action::"view", resource in Folder::"f${folder}"`;
  return `permit(${scope}) when { resource.classification <= ${index % 5} && context.mfa };`;
}

/** The schema that the generated policies are right by. */
export const generatedSchema = `
entity User;
entity Folder in [Folder];
entity File in [Folder] { classification: Long };
action view appliesTo { principal: [User], resource: [File], context: { mfa: Bool } };
`;

const byHand = `
// Staff may look at whatever is not secret.
@id("staff-view")
@advice("Ask your lead for access to secret files.")
permit (
  principal in Staff::"everyone",
  action in [Action::"view", Action::"list", Action::"comment"],
  resource is File in Folder::"company"
)
when { resource.classification < 3 }
unless { resource has embargo && context.now < resource.embargo };

// Nobody changes anything from outside the office, unless on call.
forbid (principal, action in Action::"change", resource)
when { !context.address.isInRange(ip("10.0.0.0/8")) }
unless { principal has onCall && principal.onCall };

// Contractors: only their own projects, only while their contract runs, and never the accounts.
@id("contractors")
permit (principal is Contractor, action, resource is Project)
when
{
  principal.projects.contains(resource) &&
  context.now >= principal.contract.begins && // both ends are inclusive
  context.now <= principal.contract.ends &&
  !(resource.labels.containsAny(["accounts", "payroll", "board \\u{2013} private"]))
};

forbid (
  principal,
  action == Action::"delete",
  resource
)
when { !resource.holds.isEmpty() || resource.name like "legal-hold-*" || resource.name like "*\\*draft\\**" };

// Prices above the limit need a second pair of eyes.
permit (principal, action == Action::"approve", resource is Order)
when {
  if resource.amount.lessThanOrEqual(decimal("10000.00"))
  then principal in resource.department.approvers
  else principal in resource.department.approvers && principal in Role::"controller" && principal != resource.createdBy
};

permit (principal == Service::"backup", action == Action::"read", resource)
when { context has ticket && context.ticket.state == "open" && [1, 2, 3].contains(context.ticket.priority) }
when { context.retries * 2 + 1 < 64 && -5 <= context.offset };

permit (principal, action == Action::"report", resource == Dashboard::"sales")
when { principal.getTag("region") == resource.region && principal.hasTag("region") || principal.department == {name: "sales", "cost center": 4711} };
`;

/** About `bytes` of text as people write it: comments, annotations, conditions of every kind. */
export function mixedText(bytes: number): string {
  const pieces: string[] = [];
  let length = 0;
  for (let index = 0; length < bytes; index += 1) {
    const piece = `// Part ${index}\n${byHand.replaceAll('@id("', `@id("${index}-`)}\n${tinyTodo(1, 0).policies}`;
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join("\n");
}

/** One policy of the middle size, as in an editor or a form. */
export const onePolicy = `@id("share")
permit (
  principal in Team::"editors",
  action in [Action::"view", Action::"edit"],
  resource is Document
)
when { resource.owner == principal || principal in resource.readers };`;
