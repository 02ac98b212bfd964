/**
 * A second, naive meaning of expressions, against which the local reports are tested: plain Java
 * over one record at a time, written from {@code docs/expressions.md} and sharing no code with the
 * SQL. Start at {@link dev.mixpaneldata.testkit.expression.Evaluator}.
 */
@NullMarked
package dev.mixpaneldata.testkit.expression;

import org.jspecify.annotations.NullMarked;
