package dev.mixpaneldata.bridge.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a connection stands, as far as this machine knows.
 *
 * @param signIn {@code signed in}, {@code service account}, {@code ended} or {@code missing}
 * @param expiresAt when the access token ends; it is renewed by itself
 * @param scopes what was granted
 * @param key where the key of the stored sign-in comes from
 * @param files the files that belong to it
 */
public record Status(
    String name,
    Optional<String> vendor,
    String url,
    Optional<String> project,
    String signIn,
    Optional<Instant> expiresAt,
    List<String> scopes,
    Optional<String> key,
    int tools,
    List<String> files) {}
