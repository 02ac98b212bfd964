/**
 * Mixpanel's expression language, as {@code where} and {@code on} of its reports take it. Start at
 * {@link dev.mixpaneldata.expression.Expression}: parse a text or build a tree, and {@code text()}
 * gives the canonical text back.
 *
 * <p>The tree has no meaning of its own here: the local reports compile it to SQL, the testkit
 * evaluates it. The page {@code docs/expressions.md} states what each operator does with each type.
 * The questions that no source settles are in {@link
 * dev.mixpaneldata.expression.ExpressionOptions}.
 */
@NullMarked
package dev.mixpaneldata.expression;

import org.jspecify.annotations.NullMarked;
