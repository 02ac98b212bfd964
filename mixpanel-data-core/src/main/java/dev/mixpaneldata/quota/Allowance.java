package dev.mixpaneldata.quota;

import java.time.Instant;

/**
 * The remaining calls of a budget.
 *
 * @param calls the number of calls that may begin now without waiting for the window; for planning,
 *     since other processes may take them first
 * @param nextFree the earliest time for the next call: now, if calls are left
 */
public record Allowance(int calls, Instant nextFree) {}
