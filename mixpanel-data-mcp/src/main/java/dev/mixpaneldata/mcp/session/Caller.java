package dev.mixpaneldata.mcp.session;

/**
 * The caller at the other end of a session.
 *
 * @param name equal for equal credentials, without revealing them; written to the audit log
 * @param foreign whether credentials came with the request, so that nothing of this machine's
 *     accounts may be shown
 * @param overHttp whether requests have headers
 */
public record Caller(String name, boolean foreign, boolean overHttp) {
  private static final String OWNER = "owner";

  /** Returns the user who started the process and holds both its streams. */
  public static Caller owner() {
    return new Caller(OWNER, false, false);
  }

  /** Returns a client on this machine without credentials of its own. */
  public static Caller ownerOverHttp() {
    return new Caller(OWNER, false, true);
  }

  /** Returns a client with credentials of its own. */
  public static Caller guest(String name) {
    return new Caller(name, true, true);
  }
}
