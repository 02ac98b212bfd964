package dev.mixpaneldata.ingest;

import dev.mixpaneldata.value.Json;

/**
 * A request that would be sent.
 *
 * @param method the HTTP method
 * @param path the path on Mixpanel's host for ingestion
 * @param body its JSON, the project's token masked
 */
public record WritePreview(String method, String path, Json body) {}
