package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.credentials.Secret;
import java.time.ZoneId;
import java.util.Optional;

/** An account as {@code mp auth show} prints it. */
record AccountView(
    Optional<String> name,
    String username,
    String secret,
    String projectId,
    String region,
    Optional<ZoneId> timeZone,
    ResolvedAccount.Source source,
    Optional<String> target,
    Optional<Long> workspaceId,
    boolean isDefault) {
  static AccountView of(ResolvedAccount account, Optional<String> defaultName) {
    return new AccountView(
        account.name(),
        account.credentials().username(),
        Secret.MASK,
        account.credentials().projectId(),
        account.credentials().region().id(),
        account.timeZone(),
        account.source(),
        account.target(),
        account.dataView(),
        account.name().isPresent() && account.name().equals(defaultName));
  }
}
