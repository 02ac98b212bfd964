package dev.mixpaneldata.mcp;

/** Runs something when the process is told to end, which is how most clients stop a server. */
final class ExitHook implements AutoCloseable {
  private final Thread thread;

  ExitHook(Runnable action) {
    thread = new Thread(action, "mcp-exit");
    Runtime.getRuntime().addShutdownHook(thread);
  }

  /** Takes the hook away again: the usual way out has been taken. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException ending) {
      // It runs already.
    }
  }
}
