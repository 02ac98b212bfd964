package dev.mixpaneldata.bridge.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words in a tool's name that say that it changes something. The second net, under the list. */
final class NamePatterns {
  private static final List<String> CHANGING =
      List.of(
          "create",
          "update",
          "delete",
          "send",
          "refund",
          "edit",
          "rename",
          "merge",
          "dismiss",
          "duplicate",
          "save",
          "manage",
          "share",
          "restore",
          "bulk",
          "subscribe",
          "unsubscribe",
          "replace",
          "set",
          "add",
          "remove",
          "import",
          "track",
          "drop",
          "archive",
          "launch",
          "publish",
          "insert",
          "write",
          "put",
          "patch",
          "post",
          "cancel",
          "stop",
          "start",
          "pause",
          "enable",
          "disable",
          "move",
          "copy",
          "upload",
          "invite",
          "assign",
          "reset",
          "revoke",
          "grant",
          "modify",
          "change",
          "upsert",
          "purge",
          "clear",
          "execute",
          "trigger");

  private NamePatterns() {}

  /** The first word of a name that says so; the words of a name are split at case and marks. */
  static Optional<String> changingWord(String name) {
    String spread = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Arrays.stream(spread.split("[^a-z0-9]+")).filter(CHANGING::contains).findFirst();
  }
}
