package dev.mixpaneldata.cli.operation;

import java.util.Map;

/** The presentation of the commands on the identities of users. */
final class IdentityPresentations {
  static final Map<String, Presentation> ALL =
      Map.of(
          "create_identity",
          Presentation.examples(
              "mp identity create --identified-id user-1 --anon-id device-7",
              "mp identity create --identified-id user-1 --anon-id device-7 --dry-run"),
          "create_alias",
          Presentation.examples("mp identity alias --distinct-id user-1 --alias ann@example.com"),
          "merge_identities",
          Presentation.examples(
              "mp identity merge --distinct-ids user-1,user-2",
              "mp identity merge --distinct-ids user-1,user-2 --yes"));

  private IdentityPresentations() {}
}
