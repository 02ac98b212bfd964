package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.operation.WireNamed;

/** The kinds of things that have properties. */
public enum ResourceType implements WireNamed {
  EVENT("Event"),
  /** User profiles. */
  USER("User"),
  /** Profiles of groups. */
  GROUPPROFILE("GroupProfile");

  private final String wireName;

  ResourceType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
