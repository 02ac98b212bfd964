package dev.mixpaneldata.mcp;

/** A hook that runs when the process is asked to end, which is how most clients stop a server. */
final class ExitHook implements AutoCloseable {
  private final Thread thread;

  ExitHook(Runnable action) {
    thread = new Thread(action, "mcp-exit");
    Runtime.getRuntime().addShutdownHook(thread);
  }

  /** Removes the hook: the server has ended in the usual way. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException ending) {
      // The hook runs already.
    }
  }
}
