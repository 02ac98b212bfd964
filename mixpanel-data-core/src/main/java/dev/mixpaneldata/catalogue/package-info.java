/**
 * The operations, each declared once: the command line, the MCP server and the reference derive
 * from the list in {@link dev.mixpaneldata.catalogue.Operations}.
 */
@NullMarked
package dev.mixpaneldata.catalogue;

import org.jspecify.annotations.NullMarked;
