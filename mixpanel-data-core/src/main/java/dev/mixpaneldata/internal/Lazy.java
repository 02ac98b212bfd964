package dev.mixpaneldata.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first needed; a failure is not kept. Thread-safe. */
public final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T value;

  /** Makes a holder without a value. */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Returns the value, and makes it if it has not been made. */
  public T get() {
    T made = value;
    if (made == null) {
      synchronized (this) {
        made = value;
        if (made == null) {
          made = maker.get();
          value = made;
        }
      }
    }
    return made;
  }

  /** Returns the value if it was made; does not make it. */
  public Optional<T> made() {
    return Optional.ofNullable(value);
  }
}
