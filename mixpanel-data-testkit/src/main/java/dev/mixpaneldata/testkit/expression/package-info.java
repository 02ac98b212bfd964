/**
 * A second, naive meaning for expressions, to hold the local reports against: plain Java over one
 * record at a time, written from {@code docs/expressions.md} and sharing no code with the SQL.
 * Start at {@link dev.mixpaneldata.testkit.expression.Evaluator}.
 */
@NullMarked
package dev.mixpaneldata.testkit.expression;

import org.jspecify.annotations.NullMarked;
