package dev.mixpaneldata.testkit.endpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which ids lead to which user. Safe for several threads. */
public final class JoinedIdentities {
  private final Map<String, String> users = new ConcurrentHashMap<>();

  /** Lets an id lead to the user of another id. */
  synchronized void join(String id, String other) {
    String from = userOf(id);
    String to = userOf(other);
    if (!from.equals(to)) {
      users.put(from, to);
    }
  }

  /** Returns the id of the user to whom an id leads: the id itself if it was never joined. */
  public String userOf(String id) {
    String user = id;
    for (String next = users.get(user); next != null; next = users.get(user)) {
      user = next;
    }
    return user;
  }
}
