package dev.mixpaneldata.testkit.endpoint;

/**
 * The one project of the fake, and the service account that may read it.
 *
 * @param id the project's id
 * @param name its name, as {@code /me} reports it
 * @param username the service account's name
 * @param secret the service account's secret
 * @param timezone the project's zone as {@code /me} reports it, such as {@code US/Pacific}
 * @param domain the region as {@code /me} reports it, such as {@code eu.mixpanel.com}
 */
public record Project(
    long id, String name, String username, String secret, String timezone, String domain) {

  /** The organization's id. */
  public static final long ORGANIZATION_ID = 9;

  /** The id of the default workspace. */
  public static final long WORKSPACE_ID = 77;

  /** Returns an American project in UTC. */
  public static Project standard() {
    return new Project(
        123_456,
        "Demo Shop",
        "demo.abc123.mp-service-account",
        "demo-secret",
        "UTC",
        "mixpanel.com");
  }

  /** By which events and profiles find the project without credentials. */
  public String token() {
    return String.format("%032x", id);
  }

  /** The same with another id. */
  public Project withId(long other) {
    return new Project(other, name, username, secret, timezone, domain);
  }

  /** Returns this project with another service account. */
  public Project withServiceAccount(String otherUsername, String otherSecret) {
    return new Project(id, name, otherUsername, otherSecret, timezone, domain);
  }

  /** Returns this project in another zone. */
  public Project withTimezone(String other) {
    return new Project(id, name, username, secret, other, domain);
  }

  /** Returns this project in another region. */
  public Project withDomain(String other) {
    return new Project(id, name, username, secret, timezone, other);
  }

  @Override
  public String toString() {
    return "Project " + id + " (" + name + ")";
  }
}
