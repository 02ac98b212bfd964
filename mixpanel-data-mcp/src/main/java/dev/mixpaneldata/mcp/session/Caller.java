package dev.mixpaneldata.mcp.session;

/**
 * Who is at the other end.
 *
 * @param name the same for the same credentials, and tells nothing of them; stands in the audit log
 * @param foreign whether credentials came with the request, so that nothing of this machine's
 *     accounts may be seen
 * @param overHttp whether requests have headers
 */
public record Caller(String name, boolean foreign, boolean overHttp) {
  private static final String OWNER = "owner";

  /** Whoever started the process and holds both its streams. */
  public static Caller owner() {
    return new Caller(OWNER, false, false);
  }

  /** A client on this machine without credentials of its own. */
  public static Caller ownerOverHttp() {
    return new Caller(OWNER, false, true);
  }

  /** A client with credentials of its own. */
  public static Caller guest(String name) {
    return new Caller(name, true, true);
  }
}
