/** Calls within calls. */
export const mostNestedCalls = 200;
/** Calls that a thread makes and leaves without asking anything. */
export const mostCallsWithoutEffect = 10_000;
