package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.quota.Budget;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four APIs of Mixpanel, each with hosts and a budget of its own (API overview). */
public enum ApiFamily {
  /** Reports, profiles and discovery. */
  QUERY("/api/query", Budget.QUERY, true),
  /** Raw events, and the data pipelines beside them. */
  EXPORT("/api/2.0", Budget.EXPORT, true),
  /** What the web application manages; the project stands in the path. No limit is documented. */
  APP("/api/app", null, false),
  /** Events and profiles on their way in. Limited by bytes and not by calls. */
  INGESTION("", null, false);

  private final String basePath;
  private final Optional<Budget> budget;
  private final boolean projectParameter;

  ApiFamily(String basePath, @Nullable Budget budget, boolean projectParameter) {
    this.basePath = basePath;
    this.budget = Optional.ofNullable(budget);
    this.projectParameter = projectParameter;
  }

  /** What every path of this API begins with; no slash at its end. */
  String basePath() {
    return basePath;
  }

  /** What its calls count against unless a call says otherwise. */
  Optional<Budget> budget() {
    return budget;
  }

  /** Whether its calls name the project in a parameter unless a call says otherwise. */
  boolean hasProjectParameter() {
    return projectParameter;
  }

  /** The origin of its host in a region. */
  String origin(Region region) {
    return switch (this) {
      case QUERY, APP -> "https://" + region.domain();
      case EXPORT -> "https://data" + region.hostSuffix() + ".mixpanel.com";
      case INGESTION -> "https://api" + region.hostSuffix() + ".mixpanel.com";
    };
  }
}
