// The clock, read here and handed on as text: the core knows none.
// Not here: dates in sheets and drafts.

/** Today where the user is, as an ISO 8601 day. */
export function day(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
