package dev.mixpaneldata.mcp.client;

import dev.mixpaneldata.quota.Wait;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client whose call runs in this thread. A workspace serves many calls and reports its waits to
 * the thread that waits; the listener finds the waiting client here.
 */
public final class CurrentClient {
  private static final ThreadLocal<@Nullable Client> CURRENT = new ThreadLocal<>();

  private CurrentClient() {}

  /** Runs an action in this client's name. */
  public static <T> T with(Client client, Supplier<T> action) {
    CURRENT.set(client);
    try {
      return action.get();
    } finally {
      CURRENT.remove();
    }
  }

  /**
   * Notifies the client of this thread, if there is one, that its call waits. Pauses of a second or
   * two are part of every fetch and are not reported.
   */
  public static void waiting(Wait wait) {
    Client client = CURRENT.get();
    if (client != null && wait.reason() != Wait.Reason.SECOND) {
      client.log(wait.message() + " It continues at " + wait.until() + ".");
    }
  }
}
