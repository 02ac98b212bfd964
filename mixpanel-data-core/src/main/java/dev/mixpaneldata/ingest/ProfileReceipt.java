package dev.mixpaneldata.ingest;

import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of changes of profiles.
 *
 * @param updates changes that were sent
 * @param accepted changes that Mixpanel took; that the project's token is right, it does not say
 * @param refused changes that Mixpanel refused
 */
public record ProfileReceipt(long updates, long accepted, List<Refused> refused)
    implements Tabular {
  public ProfileReceipt {
    refused = List.copyOf(refused);
  }

  /**
   * A change that Mixpanel refused.
   *
   * @param number its place among the changes, from 1
   * @param id the user or the group
   * @param reason why
   */
  public record Refused(long number, String id, String reason) {}

  @Override
  public List<String> header() {
    return List.of("updates", "accepted", "refused");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    List<@Nullable Object> row = new ArrayList<>(List.of(updates, accepted));
    row.add((long) refused.size());
    return List.of(row);
  }
}
