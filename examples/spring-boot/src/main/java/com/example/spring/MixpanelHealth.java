package com.example.spring;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.StoreInfo;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up if the local tables can be read. Asks Mixpanel nothing: probes would spend its quota. */
@Component("mixpanel")
class MixpanelHealth implements HealthIndicator {
  private final Workspace workspace;

  MixpanelHealth(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Health health() {
    try {
      StoreInfo store = workspace.tables().info();
      return Health.up()
          .withDetail("tables", store.tables().size())
          .withDetail("bytes", store.bytes())
          .build();
    } catch (MixpanelDataException failure) {
      return Health.down(failure).withDetail("code", failure.code().name()).build();
    }
  }
}
