package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.WaitRules;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Sets up a client. If nothing is set: the hosts of the credentials' region, no budgets, silent
 * patience, the machine's clock, ten seconds to connect.
 */
public final class MixpanelHttpBuilder {
  private final Credentials credentials;
  private Endpoints endpoints;
  private Quota quota = Quota.unlimited();
  private WaitRules rules = WaitRules.patient();
  private Pacer pacer = Pacer.system();
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private int retries = Integer.MAX_VALUE;
  private Optional<Long> dataView = Optional.empty();

  MixpanelHttpBuilder(Credentials credentials) {
    this.credentials = credentials;
    this.endpoints = Endpoints.of(credentials.region());
  }

  /** Where calls go. */
  public MixpanelHttpBuilder endpoints(Endpoints endpoints) {
    this.endpoints = endpoints;
    return this;
  }

  /** The budgets that calls keep to. */
  public MixpanelHttpBuilder quota(Quota quota) {
    this.quota = quota;
    return this;
  }

  /**
   * The data view (Mixpanel's {@code workspace_id}) that queries look through, and whose saved
   * things the app API lists; those of the whole project if there is none.
   */
  public MixpanelHttpBuilder dataView(Optional<Long> id) {
    this.dataView = id;
    return this;
  }

  /** How long calls may wait, and who hears of it. */
  public MixpanelHttpBuilder waits(WaitRules rules) {
    this.rules = rules;
    return this;
  }

  /** The clock and the sleep, for tests. */
  public MixpanelHttpBuilder pacer(Pacer pacer) {
    this.pacer = pacer;
    return this;
  }

  /** Where jitter comes from, for tests: numbers from 0 up to but not 1. */
  public MixpanelHttpBuilder random(DoubleSupplier random) {
    this.random = random;
    return this;
  }

  /** How long connecting may take. */
  public MixpanelHttpBuilder connectTimeout(Duration time) {
    this.connectTimeout = time;
    return this;
  }

  /** Repeats a failed call at most so many times, where it would otherwise do so more often. */
  public MixpanelHttpBuilder retries(int most) {
    this.retries = most;
    return this;
  }

  /** A new client with connections of its own. */
  public MixpanelHttp build() {
    // Made with the first call: it reads the certificates of all authorities, which takes a third
    // of a second that a refused or local request need not wait.
    Lazy<HttpClient> client =
        new Lazy<>(
            () ->
                HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(connectTimeout)
                    .build());
    Transport transport = new Transport(client, credentials, endpoints, dataView, pacer.clock());
    return new RetryingHttp(transport, new RetryPolicy(random, retries), quota, pacer, rules);
  }
}
