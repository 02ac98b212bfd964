package dev.mixpaneldata.http;

import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A request that was prepared and not sent.
 *
 * @param url the whole address
 * @param body the body as JSON, passwords masked; empty if there is none
 */
public record RequestPreview(String method, String url, Optional<Json> body) {}
