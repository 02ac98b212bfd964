package dev.mixpaneldata.internal.cache;

import dev.mixpaneldata.quota.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers to what changes rarely, kept in memory for a while, so that asking again costs no query.
 * Each workspace has its own, so that no project sees another's. Failures are not kept.
 * Thread-safe; two threads that ask the same at once may both ask Mixpanel.
 */
public final class DiscoveryCache {
  /** How long an answer is kept if nothing else is said; as the Python tool's. */
  public static final Duration LIFETIME = Duration.ofMinutes(5);

  private final Pacer pacer;
  private final Duration lifetime;
  private final Map<List<Object>, Kept> answers;
  private final boolean asksAnew;

  /** A lifetime of zero keeps nothing. */
  public DiscoveryCache(Pacer pacer, Duration lifetime) {
    this(pacer, lifetime, new ConcurrentHashMap<>(), false);
  }

  private DiscoveryCache(
      Pacer pacer, Duration lifetime, Map<List<Object>, Kept> answers, boolean asksAnew) {
    this.pacer = pacer;
    this.lifetime = lifetime;
    this.answers = answers;
    this.asksAnew = asksAnew;
  }

  /** The same answers, that are asked for whether or not they are kept, and kept then. */
  public DiscoveryCache refreshing() {
    return new DiscoveryCache(pacer, lifetime, answers, true);
  }

  private record Kept(Object answer, Instant until) {}

  /** The answer under this name and these arguments, asked for if it is not kept. */
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

  /** The answer if it is kept. */
  public <T> Optional<T> known(Class<?> asker, String name, List<?> arguments) {
    return find(List.of(asker, name, arguments));
  }

  // What is kept under a key was put there by the asker that reads it.
  @SuppressWarnings("unchecked")
  private <T> Optional<T> find(List<Object> key) {
    return Optional.ofNullable(answers.get(key))
        .filter(kept -> pacer.now().isBefore(kept.until()))
        .map(kept -> (T) kept.answer());
  }

  /** Forgets everything, and says how many answers that were. */
  public int clear() {
    int kept = answers.size();
    answers.clear();
    return kept;
  }
}
