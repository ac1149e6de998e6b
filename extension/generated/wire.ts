// Written by ./build.sh from src/wire.rs. Do not edit.
export interface Checked { id?: string; version: number; lang: string; verdict: string; findings: Finding[]; supported: Supported[] }
export interface Finding { kind: string; rule: string; severity: string; start: number; end: number; text: string; message: string; why?: string; fact?: FactRef; fixes: Fix[] }
export interface Supported { start: number; end: number; text: string; fact: FactRef }
export interface FactRef { sheet: string; line: number; product?: string; attribute: string; value: string; condition?: string }
export interface Fix { label: string; start: number; end: number; replacement: string }
export interface SheetReport { id: string; title: string; products: string[]; validFrom: string | null; validUntil: string | null; facts: FactRow[]; problems: ProblemRow[]; approved: string[]; never: string[] }
export interface FactRow { line: number; group: string | null; product: string | null; attribute: string; condition: string | null; value: string; kind: string }
export interface ProblemRow { line: number; column: number; severity: string; text: string; message: string }
