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
 * Sets up a client. Unless set: the hosts of the credentials' region, no budgets, silent waits, the
 * machine's clock, ten seconds to connect.
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
  private Duration answerLifetime = AnswerCache.LIFETIME;
  private boolean readOnly;

  MixpanelHttpBuilder(Credentials credentials) {
    this.credentials = credentials;
    this.endpoints = Endpoints.of(credentials.region());
  }

  /** Sets the hosts of the calls. */
  public MixpanelHttpBuilder endpoints(Endpoints endpoints) {
    this.endpoints = endpoints;
    return this;
  }

  /** Sets the budgets to which calls keep. */
  public MixpanelHttpBuilder quota(Quota quota) {
    this.quota = quota;
    return this;
  }

  /**
   * Sets the data view (Mixpanel's {@code workspace_id}) that queries use, and whose saved objects
   * the app API lists; empty for those of the whole project.
   */
  public MixpanelHttpBuilder dataView(Optional<Long> id) {
    this.dataView = id;
    return this;
  }

  /** Sets how long calls may wait, and the listener of waits. */
  public MixpanelHttpBuilder waits(WaitRules rules) {
    this.rules = rules;
    return this;
  }

  /** Sets the clock and the sleep, for tests. */
  public MixpanelHttpBuilder pacer(Pacer pacer) {
    this.pacer = pacer;
    return this;
  }

  /** Sets the source of jitter, for tests: numbers from 0, inclusive, to 1, exclusive. */
  public MixpanelHttpBuilder random(DoubleSupplier random) {
    this.random = random;
    return this;
  }

  /**
   * Sets how long answers that change rarely are kept in memory; unless given, 5 minutes. With zero
   * each call asks Mixpanel.
   */
  public MixpanelHttpBuilder keepAnswersFor(Duration lifetime) {
    this.answerLifetime = lifetime;
    return this;
  }

  /** Sets the time in which a connection must be made. */
  public MixpanelHttpBuilder connectTimeout(Duration time) {
    this.connectTimeout = time;
    return this;
  }

  /** Sets the most retries of a failed call; kinds of failures with fewer retries keep theirs. */
  public MixpanelHttpBuilder retries(int most) {
    this.retries = most;
    return this;
  }

  /** Sets whether calls that change what Mixpanel keeps are refused. */
  public MixpanelHttpBuilder readOnly(boolean only) {
    this.readOnly = only;
    return this;
  }

  private static HttpClient connections(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .build();
  }

  /** Does what the first client of a process does for all: reads certificates, loads classes. */
  static void prepare() {
    connections(Duration.ofSeconds(1));
  }

  /** Returns a new client with connections of its own. */
  public MixpanelHttp build() {
    // Made at the first call: it reads the certificates of all authorities, which takes a third
    // of a second that a refused or local request saves.
    Lazy<HttpClient> client = new Lazy<>(() -> connections(connectTimeout));
    Transport transport =
        new Transport(client, credentials, endpoints, dataView, readOnly, pacer.clock());
    return new RetryingHttp(
        transport,
        new RetryPolicy(random, retries),
        quota,
        pacer,
        rules,
        new AnswerCache(pacer, answerLifetime));
  }
}
