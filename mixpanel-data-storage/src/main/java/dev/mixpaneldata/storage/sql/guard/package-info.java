/**
 * SQL in a process of its own, which the operating system bounds. Start at {@link
 * dev.mixpaneldata.storage.sql.guard.GuardedSql}; docs/decisions/0008-sql-limits.md has the
 * reasons.
 */
@NullMarked
package dev.mixpaneldata.storage.sql.guard;

import org.jspecify.annotations.NullMarked;
