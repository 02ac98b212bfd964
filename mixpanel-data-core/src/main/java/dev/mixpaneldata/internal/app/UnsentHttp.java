package dev.mixpaneldata.internal.app;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.http.Answer;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.RequestPreview;
import dev.mixpaneldata.http.StreamedAnswer;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.WaitRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that sends nothing: the first call ends the work that needed it. */
public final class UnsentHttp implements MixpanelHttp {
  private final MixpanelHttp http;

  private UnsentHttp(MixpanelHttp http) {
    this.http = http;
  }

  /** Work on a client. */
  @FunctionalInterface
  public interface Work {
    @Nullable Object run(MixpanelHttp http);
  }

  /** Returns the first request that some work would make; empty if it makes none. */
  public static Optional<RequestPreview> firstOf(Work work, MixpanelHttp http) {
    try {
      work.run(new UnsentHttp(http));
      return Optional.empty();
    } catch (Unsent unsent) {
      return Optional.of(http.preview(unsent.call));
    }
  }

  /** Carries the call out of the work. It has no trace, since it is no failure. */
  private static final class Unsent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Call call;

    Unsent(Call call) {
      super("The call was not sent", null, false, false);
      this.call = call;
    }
  }

  @Override
  public Answer send(Call call) {
    throw new Unsent(call);
  }

  @Override
  public StreamedAnswer open(Call call) {
    throw new Unsent(call);
  }

  @Override
  public RequestPreview preview(Call call) {
    return http.preview(call);
  }

  @Override
  public MixpanelHttp with(WaitRules rules) {
    return this;
  }

  @Override
  public MixpanelHttp refreshing() {
    return this;
  }

  @Override
  public AnswerCache cache() {
    return http.cache();
  }

  @Override
  public Credentials credentials() {
    return http.credentials();
  }

  @Override
  public Endpoints endpoints() {
    return http.endpoints();
  }

  @Override
  public Optional<Long> dataView() {
    return http.dataView();
  }

  @Override
  public Quota quota() {
    return http.quota();
  }
}
