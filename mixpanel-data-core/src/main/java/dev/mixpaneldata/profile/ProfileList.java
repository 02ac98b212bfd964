package dev.mixpaneldata.profile;

import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Profiles that match a query.
 *
 * @param profiles the first of them, as Mixpanel orders them
 * @param truncated whether there are more
 * @param total the number that match in all, if Mixpanel reports it
 */
public record ProfileList(List<Profile> profiles, boolean truncated, Optional<Long> total)
    implements Tabular {
  public ProfileList {
    profiles = List.copyOf(profiles);
  }

  @Override
  public List<String> header() {
    return List.of("distinct_id", "properties");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return profiles.stream()
        .map(p -> Arrays.<@Nullable Object>asList(p.distinctId(), p.properties()))
        .toList();
  }
}
