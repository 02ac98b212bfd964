package dev.mixpaneldata.bridge.oauth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which scopes are asked for.
 *
 * @param fixed the scopes of a server whose reading ones are known; empty for all that the metadata
 *     name
 */
public record ScopeRule(List<String> fixed) {
  private static final String OFFLINE = "offline_access";

  /** All that the challenge or the metadata name. */
  public static final ScopeRule FROM_METADATA = new ScopeRule(List.of());

  public ScopeRule {
    fixed = List.copyOf(fixed);
  }

  /** The scopes of a sign-in; empty for no parameter at all. */
  List<String> choose(Challenge challenge, Discovery discovery, Collection<String> before) {
    Set<String> chosen = new LinkedHashSet<>(before);
    if (!fixed.isEmpty()) {
      chosen.addAll(fixed);
    } else if (!challenge.scopes().isEmpty()) {
      chosen.addAll(challenge.scopes());
    } else if (before.isEmpty()) {
      chosen.addAll(discovery.scopes());
    }
    if (discovery.server().scopes().contains(OFFLINE)) {
      chosen.add(OFFLINE);
    } else {
      chosen.remove(OFFLINE);
    }
    return new ArrayList<>(chosen);
  }

  /** Whether these may be asked for on top, when a call turns out to need them. */
  boolean permits(Collection<String> more) {
    return fixed.isEmpty() || fixed.containsAll(more);
  }
}
