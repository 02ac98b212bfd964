/**
 * Mixpanel's expressions as DuckDB SQL. Start at {@link
 * dev.mixpaneldata.storage.expression.ExpressionCompiler}. docs/semantics.md describes each
 * operator; a value whose type is known only row by row is a {@link
 * dev.mixpaneldata.storage.expression.TypedSql} of several sides.
 */
@NullMarked
package dev.mixpaneldata.storage.expression;

import org.jspecify.annotations.NullMarked;
