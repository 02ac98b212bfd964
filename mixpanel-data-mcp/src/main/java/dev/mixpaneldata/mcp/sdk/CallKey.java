package dev.mixpaneldata.mcp.sdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of a request among all running ones.
 *
 * @param connection the connection or session it came from
 * @param id its JSON-RPC id as text; a number and the text of its digits are equal here
 */
public record CallKey(String connection, String id) {
  /** Returns the key of a request, for an id of any type. */
  public static CallKey of(String connection, @Nullable Object id) {
    return new CallKey(connection, Optional.ofNullable(id).map(Object::toString).orElse(""));
  }
}
