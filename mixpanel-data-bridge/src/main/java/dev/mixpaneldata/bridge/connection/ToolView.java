package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.value.Json;

/**
 * A tool of a connection.
 *
 * @param inputSchema what it takes, without what is refused
 * @param allowed whether it may be called
 * @param reason why not; empty text if it may
 */
public record ToolView(
    String name, String description, Json inputSchema, boolean allowed, String reason) {}
