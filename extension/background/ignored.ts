// What the user has decided not to be told again, by rule or by rule and product; applied to every answer.
// Not here: findings set aside for one text only (content/session.ts knows that text).

import type { Checked } from "../generated/wire";
import type { Ask, IgnoredRule } from "../protocol";

const KEY = "ignored";

export async function ignoredRules(): Promise<IgnoredRule[]> {
  const kept: unknown = (await chrome.storage.local.get(KEY))[KEY];
  return Array.isArray(kept) ? (kept as IgnoredRule[]) : [];
}

export async function ignore({ rule, product, scope }: Ask<"ignore">): Promise<null> {
  if (scope === "this-text") return null;
  if (scope === "this-product" && product === null) throw new Error("a product is needed to ignore a rule for it");
  const entry: IgnoredRule = { rule, product: scope === "this-product" ? product : null };
  const others = (await ignoredRules()).filter((other) => !same(other, entry));
  await chrome.storage.local.set({ [KEY]: [...others, entry] });
  return null;
}

export async function stopIgnoring(entry: IgnoredRule): Promise<null> {
  await chrome.storage.local.set({ [KEY]: (await ignoredRules()).filter((other) => !same(other, entry)) });
  return null;
}

/** The answer without what is ignored. */
export async function withoutIgnored(checked: Checked): Promise<Checked> {
  const rules = await ignoredRules();
  const findings = checked.findings.filter(({ rule, fact }) => !rules.some((each) => each.rule === rule && (each.product === null || each.product === fact?.product)));
  return findings.length === checked.findings.length ? checked : { ...checked, findings };
}

function same(a: IgnoredRule, b: IgnoredRule): boolean {
  return a.rule === b.rule && a.product === b.product;
}
