package dev.mixpaneldata.mcp.client;

import dev.mixpaneldata.quota.Wait;
import java.time.ZoneId;
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

  /** Notifies the client of this thread that the project was created before 2023. */
  public static void olderProject(ZoneId zone) {
    Client client = CURRENT.get();
    if (client != null) {
      client.log(olderProjectNotice(zone));
    }
  }

  /** Returns the notice about a project whose times are shifted into this zone. */
  public static String olderProjectNotice(ZoneId zone) {
    return "The project was created before 2023: its times are taken as those of "
        + zone
        + ". If they are not, start the server with MP_PROJECT_TIMEZONE.";
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
