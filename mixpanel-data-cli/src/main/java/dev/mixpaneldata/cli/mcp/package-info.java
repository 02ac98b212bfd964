/** {@code mp mcp}. */
@NullMarked
package dev.mixpaneldata.cli.mcp;

import org.jspecify.annotations.NullMarked;
