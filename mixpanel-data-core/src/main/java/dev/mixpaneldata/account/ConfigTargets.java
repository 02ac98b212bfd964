package dev.mixpaneldata.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The targets in the text of a configuration file: tables {@code [targets.name]} with {@code
 * account}, {@code project} and {@code workspace}, and the key {@code target}, which names the one
 * in use.
 */
final class ConfigTargets {
  static final String ACTIVE = "target";

  private static final String TABLES = "targets";

  private final ConfigText config;

  ConfigTargets(ConfigText config) {
    this.config = config;
  }

  List<Target> list() {
    return config.root().path(TABLES).properties().stream()
        .map(table -> target(table.getKey(), table.getValue()))
        .toList();
  }

  Optional<Target> find(String name) {
    JsonNode table = config.root().path(TABLES).path(name);
    return table.isObject() ? Optional.of(target(name, table)) : Optional.empty();
  }

  Optional<String> active() {
    return Optional.ofNullable(config.root().path(ACTIVE).textValue());
  }

  private Target target(String name, JsonNode table) {
    return config.understood(
        "Target '" + name + "'",
        () ->
            new Target(
                name,
                text(table, "account"),
                text(table, "project"),
                text(table, "workspace").map(Settings::dataView)));
  }

  private static Optional<String> text(JsonNode table, String key) {
    return Optional.of(table.path(key).asText("").strip()).filter(text -> !text.isEmpty());
  }

  ConfigText add(Target target) {
    List<String> content = new ArrayList<>();
    target.account().ifPresent(value -> content.add("account = " + TomlSections.quote(value)));
    target.projectId().ifPresent(value -> content.add("project = " + TomlSections.quote(value)));
    target
        .dataView()
        .ifPresent(value -> content.add("workspace = " + TomlSections.quote(value.toString())));
    ConfigText added =
        config.edited(sections -> sections.append(List.of(TABLES, target.name()), content));
    config.verify(new ConfigTargets(added).find(target.name()).equals(Optional.of(target)));
    return added;
  }

  ConfigText remove(String name) {
    boolean inUse = active().equals(Optional.of(name));
    ConfigText removed =
        config.edited(
            sections -> {
              sections.remove(List.of(TABLES, name));
              if (inUse) {
                sections.removeTopLevel(ACTIVE);
              }
            });
    config.verify(new ConfigTargets(removed).find(name).isEmpty());
    return removed;
  }

  ConfigText use(String name) {
    ConfigText changed =
        config.edited(sections -> sections.setTopLevel(ACTIVE, TomlSections.quote(name)));
    config.verify(new ConfigTargets(changed).active().equals(Optional.of(name)));
    return changed;
  }
}
