/**
 * Mixpanel's expression language, as {@code where} and {@code on} of its reports take it. Start at
 * {@link dev.mixpaneldata.expression.Expression}: parse a text or build a tree, and {@code text()}
 * gives the canonical text back.
 *
 * <p>The tree has no meaning of its own here: the local reports compile it to SQL, the testkit
 * evaluates it. What each operator does with each type is written down once, in {@code
 * docs/expressions.md}; what no source settles is in {@link
 * dev.mixpaneldata.expression.ExpressionOptions}.
 */
@NullMarked
package dev.mixpaneldata.expression;

import org.jspecify.annotations.NullMarked;
