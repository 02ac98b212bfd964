package dev.mixpaneldata.mcp.sdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a request among all that run.
 *
 * @param connection the connection or session it came from
 * @param id its JSON-RPC id as text; a number and the text of its digits are the same here
 */
public record CallKey(String connection, String id) {
  /** The key of a request, whatever type its id has. */
  public static CallKey of(String connection, @Nullable Object id) {
    return new CallKey(connection, Optional.ofNullable(id).map(Object::toString).orElse(""));
  }
}
