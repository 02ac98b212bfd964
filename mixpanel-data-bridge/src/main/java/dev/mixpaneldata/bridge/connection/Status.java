package dev.mixpaneldata.bridge.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a connection stands, as far as this machine knows.
 *
 * @param signIn {@code signed in}, {@code service account}, {@code ended} or {@code missing}
 * @param expiresAt when the access token ends; it is renewed by itself
 * @param scopes what was granted
 * @param key where the key of the stored sign-in comes from
 * @param requests how many requests left in the last hour
 * @param requestsPerHour how many the vendor allows, if that is known
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
    int requests,
    OptionalInt requestsPerHour,
    List<String> files) {}
