/** JSON schemas of what tools take and return. */
@NullMarked
package dev.mixpaneldata.mcp.schema;

import org.jspecify.annotations.NullMarked;
