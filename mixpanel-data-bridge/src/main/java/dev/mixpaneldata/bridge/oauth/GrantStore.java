package dev.mixpaneldata.bridge.oauth;

import java.util.function.Supplier;

/** Where the grant of one server and one account is kept. */
public interface GrantStore {
  /** What is kept; {@link GrantState#EMPTY} when there is nothing. */
  GrantState read();

  /** Replaces what is kept, whole or not at all. */
  void write(GrantState state);

  /** Runs an action while no other thread or process runs one on the same store. */
  <T> T exclusively(Supplier<T> action);
}
