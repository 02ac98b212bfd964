package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.quota.Budget;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The APIs of Mixpanel, each with hosts and a budget of its own (API overview), and its web
 * application.
 */
public enum ApiFamily {
  /** Reports, profiles and discovery. */
  QUERY("/api/query", Budget.QUERY, true),
  /** Raw events. */
  EXPORT("/api/2.0", Budget.EXPORT, true),
  /** Pipelines that export to storage or a warehouse. No limit is documented. */
  PIPELINES("/api/2.0/nessie/pipeline", null, true),
  /**
   * The objects that the web application manages; the project is in the path. No limit is
   * documented.
   */
  APP("/api/app", null, false),
  /**
   * The ingestion of events and profiles, which is limited by bytes and not by calls, and the
   * evaluation of feature flags.
   */
  INGESTION("", null, false),
  /** The pages of the web application, of which only short links are asked for. */
  WEB("", null, false);

  private final String basePath;
  private final Optional<Budget> budget;
  private final boolean projectParameter;

  ApiFamily(String basePath, @Nullable Budget budget, boolean projectParameter) {
    this.basePath = basePath;
    this.budget = Optional.ofNullable(budget);
    this.projectParameter = projectParameter;
  }

  /** Returns the beginning of every path of this API, without a slash at its end. */
  String basePath() {
    return basePath;
  }

  /** Returns the budget of its calls unless a call sets another. */
  Optional<Budget> budget() {
    return budget;
  }

  /** Returns whether its calls name the project in a parameter unless a call sets otherwise. */
  boolean hasProjectParameter() {
    return projectParameter;
  }

  /** Returns the origin of its host in a region. */
  String origin(Region region) {
    return switch (this) {
      case QUERY, APP, WEB -> "https://" + region.domain();
      case EXPORT, PIPELINES -> "https://data" + region.hostSuffix() + ".mixpanel.com";
      case INGESTION -> "https://api" + region.hostSuffix() + ".mixpanel.com";
    };
  }
}
