package dev.mixpaneldata.bridge.conformance;

import dev.mixpaneldata.bridge.oauth.GrantState;
import dev.mixpaneldata.bridge.oauth.GrantStore;
import java.util.function.Supplier;

/** Grants that last as long as the process. */
public final class MemoryGrants implements GrantStore {
  private GrantState state = GrantState.EMPTY;

  @Override
  public synchronized GrantState read() {
    return state;
  }

  @Override
  public synchronized void write(GrantState other) {
    state = other;
  }

  @Override
  public synchronized <T> T exclusively(Supplier<T> action) {
    return action.get();
  }
}
