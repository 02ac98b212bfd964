package dev.mixpaneldata;

import dev.mixpaneldata.account.ProjectIdentity;
import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.quota.Budget;
import dev.mixpaneldata.quota.CallsLeft;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.store.StoreContents;
import dev.mixpaneldata.store.StoreInfo;
import dev.mixpaneldata.store.Tables;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers the facts of a {@link WorkspaceInfo}. */
record WorkspaceFacts(Lazy<Project> project, Tables tables, Clock clock) {
  WorkspaceInfo info() {
    StoreInfo file = tables.info();
    StoreContents contents = tables.contents();
    Optional<Project> known = known();
    Optional<ResolvedAccount> account = known.map(Project::account);
    Optional<ProjectIdentity> identity = known.map(WorkspaceFacts::identity);
    Optional<ZoneId> zone =
        identity
            .flatMap(ProjectIdentity::timeZone)
            // A project that is known to be new is given UTC, whatever its own zone is.
            .or(
                () ->
                    account
                        .flatMap(ResolvedAccount::timeZone)
                        .filter(given -> !ProjectZone.isUtc(given)));
    return new WorkspaceInfo(
        LocalDate.ofInstant(clock.instant(), zone.orElse(ZoneOffset.UTC)),
        zone.map(ZoneId::getId),
        identity.flatMap(ProjectIdentity::name),
        account.map(a -> a.credentials().projectId()),
        account.map(a -> a.credentials().region().id()),
        account.flatMap(ResolvedAccount::name),
        file.path(),
        file.bytes() / 1e6,
        file.createdAt(),
        contents.tables().stream()
            .flatMap(t -> t.firstDay().stream())
            .min(Comparator.naturalOrder()),
        contents.tables().stream()
            .flatMap(t -> t.lastDay().stream())
            .max(Comparator.naturalOrder()),
        contents.tables(),
        contents.events().stream().limit(WorkspaceInfo.MOST_EVENTS).toList(),
        Math.max(0, contents.events().size() - WorkspaceInfo.MOST_EVENTS),
        known.map(p -> calls(p.http().quota())).orElse(List.of()));
  }

  /** Asks Mixpanel at most once in five minutes, also where it refuses. */
  private static ProjectIdentity identity(Project project) {
    return project
        .http()
        .cache()
        .get(
            WorkspaceFacts.class,
            "identity",
            List.of(),
            () -> ProjectIdentity.of(project.account(), project.pacer()));
  }

  private static List<CallsLeft> calls(Quota quota) {
    return List.of(CallsLeft.of(quota, Budget.QUERY), CallsLeft.of(quota, Budget.EXPORT));
  }

  private Optional<Project> known() {
    try {
      return Optional.of(project.get());
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.CREDENTIALS_MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
