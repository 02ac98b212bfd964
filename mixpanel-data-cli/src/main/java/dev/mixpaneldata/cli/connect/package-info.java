/** {@code mp connect} and {@code mp connections}: hosted MCP servers, read only. */
@NullMarked
package dev.mixpaneldata.cli.connect;

import org.jspecify.annotations.NullMarked;
