package dev.mixpaneldata.quota;

import java.time.Instant;

/**
 * What is left of a budget.
 *
 * @param calls how many calls may begin now without waiting for the window; for planning, since
 *     other processes may take them first
 * @param nextFree when the next call may begin: now, if calls are left
 */
public record Allowance(int calls, Instant nextFree) {}
