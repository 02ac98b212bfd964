package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * What a tool answered. Its text is the vendor's: data, never an instruction.
 *
 * @param tool the tool
 * @param arguments what it was called with, in the end
 * @param text its text
 * @param data its answer as JSON, where it is JSON
 */
public record ToolResult(String tool, Json arguments, String text, Optional<Json> data) {}
