package dev.mixpaneldata.http;

import dev.mixpaneldata.quota.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A cache of answers that change rarely, kept in memory for a while so that a repeated question
 * costs no query. Each workspace has its own, so that no project sees another's answers. Failures
 * are not kept. Thread-safe; two threads with one question at a time may both ask Mixpanel.
 */
public final class AnswerCache {
  /** The time for which answers are kept unless another is given; as in the Python tool. */
  public static final Duration LIFETIME = Duration.ofMinutes(5);

  private final Pacer pacer;
  private final Duration lifetime;
  private final Map<List<Object>, Kept> answers;
  private final boolean asksAnew;

  /** Makes a cache; a lifetime of zero keeps nothing. */
  AnswerCache(Pacer pacer, Duration lifetime) {
    this(pacer, lifetime, new ConcurrentHashMap<>(), false);
  }

  private AnswerCache(
      Pacer pacer, Duration lifetime, Map<List<Object>, Kept> answers, boolean asksAnew) {
    this.pacer = pacer;
    this.lifetime = lifetime;
    this.answers = answers;
    this.asksAnew = asksAnew;
  }

  /** Returns a view of this cache that always asks again, and keeps the new answers. */
  AnswerCache refreshing() {
    return new AnswerCache(pacer, lifetime, answers, true);
  }

  private record Kept(Object answer, Instant until) {}

  /** Returns the answer under this name and these arguments, and asks for it if it is not kept. */
  public <T> T get(Class<?> asker, String name, List<?> arguments, Supplier<T> ask) {
    List<Object> key = List.of(asker, name, arguments);
    Optional<T> kept = asksAnew ? Optional.empty() : find(key);
    if (kept.isPresent()) {
      return kept.get();
    }
    T answer = ask.get();
    if (!lifetime.isZero()) {
      answers.put(key, new Kept(answer, pacer.now().plus(lifetime)));
    }
    return answer;
  }

  /** Returns the answer if it is kept. */
  public <T> Optional<T> known(Class<?> asker, String name, List<?> arguments) {
    return find(List.of(asker, name, arguments));
  }

  // A kept answer was stored by the asker that reads it, so its type is right.
  @SuppressWarnings("unchecked")
  private <T> Optional<T> find(List<Object> key) {
    return Optional.ofNullable(answers.get(key))
        .filter(kept -> pacer.now().isBefore(kept.until()))
        .map(kept -> (T) kept.answer());
  }

  /** Forgets all answers and returns their number. */
  public int clear() {
    int kept = answers.size();
    answers.clear();
    return kept;
  }
}
