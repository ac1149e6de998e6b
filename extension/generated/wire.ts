// Written by ./build.sh from src/wire.rs. Do not edit.

/** What a check of one draft found. */
export interface Checked {
  /** The case's id, where the draft came from a list of cases. */
  id?: string;
  /** Always [`VERSION`]. */
  version: number;
  /** The draft's main language, `en` or `fr`. */
  lang: string;
  /** `contradicted`, `unsupported`, `flagged`, `supported` or `clean`: the worst present. */
  verdict: string;
  /** What is wrong or risky, by position. */
  findings: Finding[];
  /** What the sheets bear out, by position. */
  supported: Supported[];
}

/** One thing to look at before posting. Offsets are UTF-16 code units, end exclusive. */
export interface Finding {
  /** `contradicted`, `unsupported`, `outdated`, `ambiguous` or `flagged`. */
  kind: string;
  /** `fact/<kind>`, `claim/<category>` or `<pack>/<id>`. */
  rule: string;
  /** `error`, `warning` or `note`. */
  severity: string;
  /** First UTF-16 unit. */
  start: number;
  /** One past the last UTF-16 unit. */
  end: number;
  /** The words between `start` and `end`. */
  text: string;
  /** For a person, in the draft's language. */
  message: string;
  /** Why it matters: the law and article, for a claim rule. */
  why?: string;
  /** What the sheet says. */
  fact?: FactRef;
  /** What can be done, best first. */
  fixes: Fix[];
}

/** Words the sheet bears out. Offsets are UTF-16 code units, end exclusive. */
export interface Supported {
  /** First UTF-16 unit. */
  start: number;
  /** One past the last UTF-16 unit. */
  end: number;
  /** The words between `start` and `end`. */
  text: string;
  /** The fact that bears it out. */
  fact: FactRef;
}

/** A fact as a reader finds it in the sheet. */
export interface FactRef {
  /** The sheet's id. */
  sheet: string;
  /** Line in the sheet, from 1. */
  line: number;
  /** Product or variant. */
  product?: string;
  /** The attribute as the sheet names it. */
  attribute: string;
  /** The value as the sheet writes it. */
  value: string;
  /** The condition as the sheet writes it. */
  condition?: string;
}

/** A change to the draft that can be taken as it stands. */
export interface Fix {
  /** For a person, in the draft's language. */
  label: string;
  /** First UTF-16 unit replaced. */
  start: number;
  /** One past the last UTF-16 unit replaced. */
  end: number;
  /** What stands there afterwards. */
  replacement: string;
}

/** A quantity found in running text. Offsets are UTF-16 code units, end exclusive. */
export interface Quantity {
  /** The words. */
  text: string;
  /** First UTF-16 unit. */
  start: number;
  /** One past the last UTF-16 unit. */
  end: number;
  /** `number`, `percent`, `quantity`, `money`, `temperature`, `duration`, `age`, `date` or `range`. */
  type: string;
  /** A decimal with a point, two joined by `..`, or an ISO 8601 or TIMEX date. */
  value: string;
  /** Unit's name. */
  unit: string | null;
}

/** What was understood of a sheet, and what was not. */
export interface SheetReport {
  /** The sheet's id: its file stem. */
  id: string;
  /** Its title. */
  title: string;
  /** Products and variants it speaks of. */
  products: string[];
  /** First day it holds, ISO 8601. */
  validFrom: string | null;
  /** Last day it holds, ISO 8601. */
  validUntil: string | null;
  /** The facts, in the order of the sheet. */
  facts: FactRow[];
  /** Lines not understood, contradictions, expired dates. */
  problems: ProblemRow[];
  /** Wordings the sheet approves. */
  approved: string[];
  /** Wordings the sheet forbids. */
  never: string[];
}

/** A fact as shown to a person. */
export interface FactRow {
  /** Line in the sheet, from 1. */
  line: number;
  /** Heading it stands under. */
  group: string | null;
  /** Product or variant; absent when it holds for all. */
  product: string | null;
  /** The attribute as written. */
  attribute: string;
  /** The condition as written. */
  condition: string | null;
  /** The value as written. */
  value: string;
  /** `quantity`, `money`, `date`, `yes`, `no`, `list` or `text`. */
  kind: string;
  /** Markets it is limited to. */
  markets: string[];
  /** First day it holds, as far as written. */
  validFrom?: string;
  /** Last day it holds, as far as written. */
  validUntil?: string;
}

/** Something about a sheet that its owner should know. */
export interface ProblemRow {
  /** Line in the sheet, from 1. */
  line: number;
  /** Column in characters, from 1. */
  column: number;
  /** `error` when nothing could be read, else `warning` or `note`. */
  severity: string;
  /** The words concerned. */
  text: string;
  /** What is wrong and what to do. */
  message: string;
}
