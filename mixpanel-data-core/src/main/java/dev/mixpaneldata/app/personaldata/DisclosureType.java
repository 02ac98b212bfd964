package dev.mixpaneldata.app.personaldata;

import dev.mixpaneldata.operation.WireNamed;

/** What a retrieval by CCPA discloses. */
public enum DisclosureType implements WireNamed {
  DATA("Data"),
  CATEGORIES("Categories"),
  SOURCES("Sources");

  private final String wireName;

  DisclosureType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
