package dev.mixpaneldata.app.personaldata;

import dev.mixpaneldata.operation.WireNamed;

/** The law behind a request. */
public enum ComplianceType implements WireNamed {
  /** The General Data Protection Regulation of the European Union. */
  GDPR,
  /** The California Consumer Privacy Act. */
  CCPA;

  @Override
  public String wireName() {
    return name();
  }
}
