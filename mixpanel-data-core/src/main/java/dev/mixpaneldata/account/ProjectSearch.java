package dev.mixpaneldata.account;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.SignIn;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.http.MixpanelHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the region of a sign-in and the projects within its reach, by asking {@code /me} in one
 * region after the other. Costs no query of the hour's 60.
 */
public final class ProjectSearch {
  /** The time for each region; the answer of a large organisation takes long. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** {@code /me} names no project, but the client of calls needs one. */
  private static final String ANY_PROJECT = "0";

  private final Function<Region, MixpanelHttp> clients;

  ProjectSearch(Function<Region, MixpanelHttp> clients) {
    this.clients = clients;
  }

  /**
   * Returns a search with a sign-in.
   *
   * @param baseUrl the origin that replaces Mixpanel's hosts; it is the only one asked
   */
  public static ProjectSearch of(SignIn signIn, Optional<URI> baseUrl) {
    return new ProjectSearch(
        region ->
            MixpanelHttp.builder(new Credentials(signIn, ANY_PROJECT, region))
                .endpoints(new Endpoints(region, baseUrl))
                .connectTimeout(CONNECT)
                .retries(1)
                .build());
  }

  /**
   * Returns the projects within reach, in the order of their ids.
   *
   * @param region the region to ask; each until one accepts the sign-in if empty
   * @throws MixpanelDataException {@code AUTH_FAILED} if no region accepts the sign-in, and the
   *     failure of the last region if none answers
   */
  public List<ReachableProject> projects(Optional<Region> region) {
    @Nullable MixpanelDataException failure = null;
    for (Region asked : region.map(List::of).orElse(Arrays.asList(Region.values()))) {
      try {
        return ProjectLookup.all(clients.apply(asked), PATIENCE);
      } catch (MixpanelDataException e) {
        if (e.code() == ErrorCode.INTERRUPTED) {
          throw e;
        }
        boolean tellsMore = failure == null || e.code() != ErrorCode.AUTH_FAILED;
        failure = tellsMore ? e : failure;
      }
    }
    throw Objects.requireNonNull(failure);
  }
}
