package com.example.spring;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.fetch.SyncEvents;
import dev.mixpaneldata.value.DateRange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings the table {@code events} up to date every hour, and counts how that goes. */
@Component
class EventsSync {
  private static final Logger LOG = LoggerFactory.getLogger(EventsSync.class);

  private final Workspace workspace;
  private final DateRange first;
  private final MeterRegistry meters;
  private final Timer duration;

  EventsSync(
      Workspace workspace,
      MeterRegistry meters,
      @Value("${shop.from}") String from,
      @Value("${shop.to}") String to) {
    this.workspace = workspace;
    this.first = DateRange.of(from, to);
    this.meters = meters;
    this.duration = meters.timer("mixpanel.sync");
    meters.gauge("mixpanel.database.bytes", workspace, w -> w.tables().info().bytes());
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "${shop.delay:PT10S}")
  void sync() {
    try {
      FetchResult result = duration.recordCallable(this::fetch);
      Counter rows = meters.counter("mixpanel.sync.received");
      rows.increment(result.received());
      LOG.atInfo()
          .addKeyValue("table", result.table())
          .addKeyValue("rows", result.rows())
          .addKeyValue("received", result.received())
          .log("The local table is up to date");
    } catch (MixpanelDataException failure) {
      meters.counter("mixpanel.sync.failures", "code", failure.code().name()).increment();
      LOG.atWarn()
          .addKeyValue("code", failure.code())
          .addKeyValue("again", failure.code().isRetriable())
          .log(failure.getMessage());
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private FetchResult fetch() {
    boolean present =
        workspace.tables().list().stream().anyMatch(table -> table.name().equals("events"));
    return present
        ? workspace.fetch().sync(SyncEvents.of("events"))
        : workspace.fetch().events(FetchEvents.of("events", first));
  }
}
