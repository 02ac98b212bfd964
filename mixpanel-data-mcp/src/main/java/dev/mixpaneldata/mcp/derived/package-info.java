/**
 * Tools made from the catalogue of operations. Start at {@link
 * dev.mixpaneldata.mcp.derived.DerivedTools}.
 */
@NullMarked
package dev.mixpaneldata.mcp.derived;

import org.jspecify.annotations.NullMarked;
