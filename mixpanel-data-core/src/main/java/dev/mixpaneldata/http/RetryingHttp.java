package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.RateLimitException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.quota.Budget;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Permit;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.quota.WaitRules;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A client that takes a permit for each attempt, and makes another attempt if that can help. */
final class RetryingHttp implements MixpanelHttp {
  /**
   * The wait from which a 429 concerns the whole project, so that all processes must know of it.
   */
  private static final Duration WORTH_SHARING = Duration.ofSeconds(30);

  /** The way that spends no query: exports are counted apart. */
  private static final Hint LOCALLY =
      Hint.of(
              "Exports have a budget of their own: copy the events with {}.",
              Reference.FETCH_EVENTS)
          .and(Hint.of("Reports compute from the table with {}.", Reference.LOCAL_TABLE));

  private final Transport transport;
  private final RetryPolicy policy;
  private final Quota quota;
  private final Pacer pacer;
  private final WaitRules rules;
  private final AnswerCache cache;

  RetryingHttp(
      Transport transport,
      RetryPolicy policy,
      Quota quota,
      Pacer pacer,
      WaitRules rules,
      AnswerCache cache) {
    this.transport = transport;
    this.policy = policy;
    this.quota = quota;
    this.pacer = pacer;
    this.rules = rules;
    this.cache = cache;
  }

  /** An attempt that holds a permit. */
  private interface Attempt<T> {
    T make(Permit permit) throws AttemptFailure;
  }

  @Override
  public Answer send(Call call) {
    return repeat(
        call,
        permit -> {
          try (permit) {
            Answer answer = transport.read(transport.exchange(call, permit::sent));
            permit.accepted();
            return answer;
          }
        });
  }

  @Override
  public StreamedAnswer open(Call call) {
    return repeat(
        call,
        permit -> {
          boolean opened = false;
          try {
            Transport.Reply reply = transport.exchange(call, permit::sent);
            permit.accepted();
            opened = true;
            return new StreamedAnswer(reply.status(), reply.headers(), reply.body(), permit);
          } finally {
            if (!opened) {
              permit.close();
            }
          }
        });
  }

  private <T> T repeat(Call call, Attempt<T> attempt) {
    try {
      return untilAnswered(call, attempt);
    } catch (RateLimitException e) {
      boolean isQuery = call.budgetUsed().equals(Optional.of(Budget.QUERY));
      throw isQuery ? e.withNextSteps(e.nextSteps().map(h -> h.and(LOCALLY)).orElse(LOCALLY)) : e;
    }
  }

  private <T> T untilAnswered(Call call, Attempt<T> attempt) {
    Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    while (true) {
      Permit permit =
          call.budgetUsed().map(budget -> quota.acquire(budget, rules)).orElse(() -> {});
      try {
        return attempt.make(permit);
      } catch (AttemptFailure failure) {
        pauseOrThrow(call, failure, failures.merge(failure.kind(), 1, Integer::sum));
      }
    }
  }

  private void pauseOrThrow(Call call, AttemptFailure failure, int failures) {
    Instant now = pacer.now();
    Optional<Duration> delay = policy.delay(failure, failures, call.isIdempotent());
    if (!failure.kind().isRateLimit()) {
      // Without waits, our own backoff is acceptable, but not an outage announced for minutes.
      boolean tooLong =
          rules.isNoWait() && delay.orElse(Duration.ZERO).compareTo(RetryPolicy.LONGEST_DELAY) > 0;
      if (delay.isEmpty() || tooLong) {
        throw failure.error();
      }
      Instant until = now.plus(delay.get());
      pacer.pause(new Wait(Wait.Reason.RETRY, until, message(call, failure)), rules);
      return;
    }
    Instant until = now.plus(delay.orElseGet(() -> policy.wanted(failure, failures)));
    share(call, failure, until);
    if (delay.isEmpty()) {
      throw new RateLimitException(
          message(call, failure) + " Try again at " + Pacer.shown(until) + ".",
          "Others may use the project's budget too. Spread the calls.",
          until);
    }
    pacer.pause(new Wait(Wait.Reason.RATE_LIMITED, until, message(call, failure)), rules);
  }

  private void share(Call call, AttemptFailure failure, Instant until) {
    boolean longWait =
        failure.kind() == FailureKind.HOUR_USED_UP
            || failure.kind() == FailureKind.RATE_LIMITED
                && until.isAfter(pacer.now().plus(WORTH_SHARING));
    if (longWait) {
      call.budgetUsed().ifPresent(budget -> quota.exhausted(budget, until));
    }
  }

  private static String message(Call call, AttemptFailure failure) {
    String said = String.valueOf(failure.error().getMessage());
    String end = said.endsWith(".") ? "" : ".";
    return call.method() + " " + call.path() + ": " + said + end;
  }

  @Override
  public RequestPreview preview(Call call) {
    return transport.preview(call);
  }

  @Override
  public MixpanelHttp with(WaitRules rules) {
    return new RetryingHttp(transport, policy, quota, pacer, rules, cache);
  }

  @Override
  public MixpanelHttp refreshing() {
    return new RetryingHttp(transport, policy, quota, pacer, rules, cache.refreshing());
  }

  @Override
  public AnswerCache cache() {
    return cache;
  }

  @Override
  public Credentials credentials() {
    return transport.credentials();
  }

  @Override
  public Optional<Long> dataView() {
    return transport.dataView();
  }

  @Override
  public Endpoints endpoints() {
    return transport.endpoints();
  }

  @Override
  public Quota quota() {
    return quota;
  }
}
