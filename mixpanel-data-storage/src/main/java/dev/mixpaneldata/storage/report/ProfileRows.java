package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.expression.PropertyReader;
import dev.mixpaneldata.storage.expression.TypedSql;
import java.util.Optional;

/** The profiles that one query reads. For one thread. */
final class ProfileRows implements PropertyReader {
  private static final String PROFILE = "u";

  private final LocalCopy profiles;
  private final Projection columns = new Projection("p");

  ProfileRows(LocalCopy profiles) {
    this.profiles = profiles;
  }

  /** Returns the rows with {@code distinct_id} and the values that were read before. */
  Select select() {
    Select select =
        Select.from(profiles.quotedName() + " " + PROFILE)
            .column(PROFILE + ".distinct_id", "distinct_id");
    columns.addTo(select);
    return select;
  }

  @Override
  public TypedSql read(Accessor accessor) {
    return switch (accessor.source()) {
      case PROPERTIES, USER ->
          accessor.name().equals("$distinct_id") && accessor.steps().isEmpty()
              ? JsonTerms.text(Optional.of("distinct_id"))
              : columns.property(PROFILE, profiles, accessor);
      case EVENT -> JsonTerms.text(Optional.empty());
      case BEHAVIORS, GROUP_PROPERTIES ->
          throw MixpanelDataException.cannotAnswer(
              accessor.source().word() + "[…] is known to Mixpanel alone.",
              "Give a cohort by behaviour, or ask Mixpanel.");
    };
  }
}
